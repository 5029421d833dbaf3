import Grammar
import Text

/// What is said before its cue.
extension QuoteContents {
  /// What ends right before `end`: a quotation, or a clause and its comma.
  func before(_ end: Int, in sentence: Range<Int>) -> Found? {
    var last = end - 1
    while last >= 0, last > end - 4, text.tokens[last].kind == .mark,
      isComma(last)
    { last -= 1 }
    let hasComma = last < end - 1
    if last >= 0, Self.quotes.contains(text.tokens[last].key) {
      if let found = quotationBefore(end, in: sentence) { return found }
    }
    guard hasComma || isEnder(end - 1) else { return quotationBefore(end, in: sentence) }
    if let number = quotations.last(until: end), end - quotations.framed[number].upperBound <= 3 {
      return quotationBefore(end, in: sentence)
    }
    let range = trimmed(clauseStart(before: end, in: sentence)..<max(sentence.lowerBound, last + 1))
    return range.count >= 4 ? Found(range: range, rule: "clause before the verb") : nil
  }

  private func quotationBefore(_ end: Int, in sentence: Range<Int>) -> Found? {
    guard let number = quotations.last(until: end) else { return nil }
    let range = quotations.ranges[number]
    guard end - quotations.framed[number].upperBound <= 3, isSpoken(number) else { return nil }
    for index in range.upperBound..<end where text.tokens[index].kind != .mark { return nil }
    let start = min(range.lowerBound, clauseStart(before: range.lowerBound, in: sentence))
    let lead = trimmed(start..<range.lowerBound)
    let mark = quotations.framed[number].lowerBound
    let isMixed =
      lead.count >= 2 && mark > sentence.lowerBound && text.tokens[mark - 1].kind != .mark
      && !lead.contains { cues.isVerb(at: $0) }
    return Found(
      range: isMixed ? lead.lowerBound..<range.upperBound : range,
      rule: isMixed ? "clause before the verb" : "quotation before the verb")
  }

  /// Whether a quotation before a verb is said: a title there is a part of the clause, unless a comma
  /// parts it from the verb.
  private func isSpoken(_ number: Int) -> Bool {
    guard quotations.isTitle(number) else { return true }
    let last = quotations.ranges[number].upperBound - 1
    let next = quotations.framed[number].upperBound
    return isComma(last)
      || next < text.tokens.count && isComma(next)
  }

  /// Whether the quotation that ends at `end` ends a sentence of its own: what stands behind it
  /// belongs to the next one.
  func endsSentence(_ end: Int) -> Bool {
    guard let number = quotations.number(at: end - 1) else { return false }
    let next = quotations.framed[number].upperBound
    return Self.stops.contains(text.tokens[end - 1].key)
      && !(next < text.tokens.count && isComma(next))
  }

  /// Where the clause before `end` begins: the sentence, or behind the last verb that attributes.
  private func clauseStart(before end: Int, in sentence: Range<Int>) -> Int {
    max(sentence.lowerBound, end - Self.longest)
  }
}
