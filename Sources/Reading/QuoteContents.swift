import Grammar
import Text

/// Finds what is said around a cue.
struct QuoteContents {
  let text: TokenizedText
  let cues: QuoteCues
  let quotations: Quotations

  /// Longest content, and how far a conjunction or a quotation may stand from its cue, in tokens.
  static let longest = 250
  static let reach = 14

  static let colons = Set([":", "："].map(Folding.key))
  static let dashes = Set(["—", "–", "-", "―"].map(Folding.key))
  static let apart = dashes.union([",", "，"].map(Folding.key))
  static let quotes = Set(
    ["\"", "”", "“", "»", "«", "」", "』", "「", "『", "’", "'", "‘", "„"].map(Folding.key))
  static let stops = Set([".", "。", "।"].map(Folding.key))
  static let enders = Set([".", "。", "।", "!", "?", "！", "？", "|"].map(Folding.key))

  /// Content with the quotations that are a part of it.
  struct Found {
    var range: Range<Int>
    var rule: String
  }

  /// Behind "that", in quotation marks, behind a colon, or the rest of the clause.
  func behind(_ start: Int, _ use: QuoteLexicon.Use, in sentence: Range<Int>) -> Found? {
    if let that = that(from: start, in: sentence) {
      let end = end(from: that, in: sentence)
      return found(that..<cut(end, from: that), "that-clause")
    }
    if let quotation = quotation(from: start, in: sentence) {
      let end = end(from: quotation.upperBound, in: sentence)
      let tail = trimmed(quotation.upperBound..<end)
      let isWhole = tail.count < 2 || isTail(quotation.upperBound, in: sentence)
      return found(
        quotation.lowerBound..<(isWhole ? quotation.upperBound : end), "quotation behind the verb")
    }
    if let colon = colon(from: start, in: sentence) {
      return found((colon + 1)..<end(from: colon, in: sentence), "behind a colon")
    }
    return nil
  }

  /// The end of a content that holds a quotation: what follows it behind a comma or a conjunction
  /// is seldom said by the same.
  private func cut(_ end: Int, from start: Int) -> Int {
    guard let number = quotations.last(until: end), quotations.number(at: end - 1) == nil else {
      return end
    }
    let quotation = quotations.ranges[number]
    guard quotation.lowerBound > start, quotation.upperBound + 1 < end else { return end }
    return (quotation.upperBound + 1..<end).first {
      isComma($0)
        || cues.contains($0, [.stop, .joiner])
          && !cues.contains($0, .skip)
    } ?? end
  }

  /// The rest of a clause without a conjunction.
  func rest(from start: Int, _ use: QuoteLexicon.Use, in sentence: Range<Int>) -> Found? {
    let isStatement = use == .says || use == .saying || use == .saysUnmarked
    let end = isStatement ? end(from: start, in: sentence) : clauseEnd(start, sentence)
    let range = trimmed(start..<cut(end, from: start))
    return range.count >= 2 ? Found(range: range, rule: "rest of the clause") : nil
  }

  private func that(from start: Int, in sentence: Range<Int>) -> Int? {
    // "said it …": the clause begins without a conjunction.
    guard cues.cues(in: start..<(start + 1)).allSatisfy({ $0.use != .pronoun }) else { return nil }
    for index in start..<max(start, min(sentence.upperBound, start + Self.reach)) {
      let here = cues.cues(in: index..<(index + 1))
      if index <= start + 1, here.contains(where: { $0.use == .question }) { return index }
      if isLongQuotation(index) || cues.isVerb(at: index) { return nil }
      if let cue = here.first(where: { $0.use == .that }) {
        return cue.range.upperBound
      }
      if Self.enders.contains(text.tokens[index].key)
        || isColon(index)
      {
        return nil
      }
    }
    return nil
  }

  /// Longer than the name of a programme or a nickname, which say nothing.
  private func isLongQuotation(_ index: Int) -> Bool {
    quotations.number(at: index).map {
      quotations.ranges[$0].count > 4 && !quotations.isTitle($0)
    } ?? false
  }

  /// A quotation right behind a verb, or behind a comma or a colon with at most an addressee or an
  /// adverbial before it.
  private func quotation(from start: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard let number = quotations.first(from: start) else { return nil }
    let range = quotations.ranges[number]
    guard range.lowerBound - start <= Self.reach + 2 else { return nil }
    let mark = quotations.framed[number].lowerBound
    var last = mark - 1
    while last >= start, text.tokens[last].kind == .newline { last -= 1 }
    guard last >= start else { return mark <= start && !quotations.isTitle(number) ? range : nil }
    let key = text.tokens[last].key
    let isColon = Self.colons.contains(key)
    guard isColon || Self.apart.contains(key), isColon || last == mark - 1 else { return nil }
    let isPlain = !(start...last).contains {
      cues.isVerb(at: $0) || text.tokens[$0].kind == .newline
        || Self.enders.contains(text.tokens[$0].key)
    }
    return isPlain ? range : nil
  }

  /// The quotation that begins the sentence behind a verb, as after "he said".
  func next(from start: Int) -> Range<Int>? {
    guard let number = quotations.first(from: start) else { return nil }
    let range = quotations.ranges[number]
    guard quotations.framed[number].lowerBound - start <= 2 else { return nil }
    let isNext = (start..<max(start, range.lowerBound)).allSatisfy { text.tokens[$0].kind == .mark }
    return isNext ? range : nil
  }

  private func colon(from start: Int, in sentence: Range<Int>) -> Int? {
    let end = min(sentence.upperBound - 1, start + Self.reach)
    guard start < end else { return nil }
    return (start..<end).first {
      isColon($0) && quotations.number(at: $0) == nil
    }
  }

  /// A mark that parts clauses, not one within a number.
  func isComma(_ index: Int) -> Bool {
    Self.apart.contains(text.tokens[index].key) && !text.isWithinNumber(index)
  }

  func isDash(_ index: Int) -> Bool { Self.dashes.contains(text.tokens[index].key) }

  func isColon(_ index: Int) -> Bool {
    Self.colons.contains(text.tokens[index].key) && !text.isWithinNumber(index)
  }

  func isEnder(_ index: Int) -> Bool {
    index >= 0 && Self.enders.contains(text.tokens[index].key)
  }

  private func found(_ range: Range<Int>, _ rule: String) -> Found? {
    let range = trimmed(range)
    return range.isEmpty ? nil : Found(range: range, rule: rule)
  }

  /// Without marks at both ends, but for a full stop within closing quotation marks.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
    while start < end, text.tokens[start].kind == .mark || text.tokens[start].kind == .newline {
      start += 1
    }
    while end > start, text.tokens[end - 1].kind == .mark || text.tokens[end - 1].kind == .newline,
      quotations.number(at: end - 1) == nil
    { end -= 1 }
    return start..<end
  }
}
