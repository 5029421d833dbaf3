import Grammar
import Text

/// Finds what is said around a cue.
struct QuoteContents {
  let text: TokenizedText
  let cues: QuoteCues
  let quotations: Quotations

  /// Longest content, and how far a conjunction or a quotation may stand from its cue, in tokens.
  static let longest = 250
  private static let reach = 14

  private static let colons = Set([":", "："].map(Folding.key))
  private static let dashes = Set(["—", "–", "-", "―"].map(Folding.key))
  private static let apart = dashes.union([",", "，"].map(Folding.key))
  private static let quotes = Set(
    ["\"", "”", "“", "»", "«", "」", "』", "「", "『", "’", "'", "‘", "„"].map(Folding.key))
  private static let stops = Set([".", "。", "।"].map(Folding.key))
  private static let enders = Set([".", "。", "।", "!", "?", "！", "？", "|"].map(Folding.key))

  /// Content with the quotations that are a part of it.
  struct Found {
    var range: Range<Int>
    var rule: String
  }

  // MARK: behind a verb

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
      Self.apart.contains(text.tokens[$0].key)
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
        || Self.colons.contains(text.tokens[index].key)
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
      Self.colons.contains(text.tokens[$0].key) && quotations.number(at: $0) == nil
    }
  }

  // MARK: before a verb

  /// What ends right before `end`: a quotation, or a clause and its comma.
  func before(_ end: Int, in sentence: Range<Int>) -> Found? {
    var last = end - 1
    while last >= 0, last > end - 4, text.tokens[last].kind == .mark,
      Self.apart.contains(text.tokens[last].key)
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
    return Self.apart.contains(text.tokens[last].key)
      || next < text.tokens.count && Self.apart.contains(text.tokens[next].key)
  }

  /// Whether the quotation that ends at `end` ends a sentence of its own: what stands behind it
  /// belongs to the next one.
  func endsSentence(_ end: Int) -> Bool {
    guard let number = quotations.number(at: end - 1) else { return false }
    let next = quotations.framed[number].upperBound
    return Self.stops.contains(text.tokens[end - 1].key)
      && !(next < text.tokens.count && Self.apart.contains(text.tokens[next].key))
  }

  /// Where the clause before `end` begins: the sentence, or behind the last verb that attributes.
  private func clauseStart(before end: Int, in sentence: Range<Int>) -> Int {
    max(sentence.lowerBound, end - Self.longest)
  }

  // MARK: ends

  /// Whether what follows a verb is no content but where, when and how it was said.
  func isTail(_ start: Int, in sentence: Range<Int>) -> Bool {
    var index = start
    while index < sentence.upperBound, Self.quotes.contains(text.tokens[index].key) { index += 1 }
    guard index < sentence.upperBound else { return true }
    let token = text.tokens[index]
    if token.kind == .mark { return true }
    return cues.contains(index, [.preposition, .stop, .joiner]) || sentence.upperBound - index <= 2
  }

  /// The end of the sentence, of the quotation that runs over it, or before another attribution.
  func end(from start: Int, in sentence: Range<Int>) -> Int {
    guard start < sentence.upperBound else { return start }
    let limit = min(sentence.upperBound, start + Self.longest)
    for cue in cues.cues(in: start..<limit) {
      if let end = end(before: cue, from: start, until: limit) { return end }
    }
    if let colon = colon(from: start, until: limit) { return colon }
    if let number = quotations.number(at: limit - 1), quotations.ranges[number].lowerBound >= start
    {
      return quotations.ranges[number].upperBound
    }
    return limit
  }

  /// Where a content ends that another attribution follows.
  private func end(before cue: QuoteCues.Cue, from start: Int, until limit: Int) -> Int? {
    let verb = cue.range.lowerBound
    let isStated = cue.use == .says || cue.use == .judges
    if let reach = Self.joinerReach[cue.use],
      let joiner = joiner(before: verb, from: start + 3, within: reach)
    {
      return joiner
    }
    if cue.use == .says || cue.use == .saying, quotations.number(at: start) == nil,
      isQuoting(cue, until: limit), let comma = comma(before: verb, from: start + 3)
    {
      return comma
    }
    let isOther = cue.use == .saying || cue.use == .judging || cue.use == .accordingBefore
    guard isOther || isStated, verb - 1 > start + 2 else { return nil }
    if Self.apart.contains(text.tokens[verb - 1].key) { return verb - 1 }
    // “…,” adding: the comma stands within the marks.
    guard isOther, let number = quotations.last(until: verb),
      quotations.framed[number].upperBound == verb,
      Self.apart.contains(text.tokens[quotations.ranges[number].upperBound - 1].key)
    else { return nil }
    return quotations.ranges[number].upperBound
  }

  /// How far before a verb the conjunction may stand that begins its clause, in tokens.
  private static let joinerReach: [QuoteLexicon.Use: Int] = [
    .says: 4, .judges: 1, .saying: 2, .judging: 2,
  ]

  /// Whether a quotation follows a verb at once, so that both belong to an attribution of their own.
  private func isQuoting(_ cue: QuoteCues.Cue, until limit: Int) -> Bool {
    guard let number = quotations.first(from: cue.range.upperBound) else { return false }
    let mark = quotations.framed[number].lowerBound
    return mark < limit && mark - cue.range.upperBound <= 1
      && quotations.ranges[number].count >= Self.fewestQuoted
  }

  /// The colon or dash with which a quotation of its own begins behind a clause.
  private func colon(from start: Int, until limit: Int) -> Int? {
    guard quotations.number(at: start) == nil, let number = quotations.first(from: start + 3),
      quotations.ranges[number].count >= Self.fewestQuoted
    else { return nil }
    let mark = quotations.framed[number].lowerBound
    guard mark < limit, mark > start + 3 else { return nil }
    let key = text.tokens[mark - 1].key
    return Self.colons.contains(key) || Self.dashes.contains(key) ? mark - 1 : nil
  }

  /// Fewest tokens of a quotation that ends the content before it.
  private static let fewestQuoted = 3

  /// The comma before the subject of a verb.
  private func comma(before verb: Int, from start: Int) -> Int? {
    var index = verb - 1
    while index >= start, verb - index <= Self.reach {
      if quotations.number(at: index) != nil { return nil }
      if Self.apart.contains(text.tokens[index].key), isApart(index) { return index }
      index -= 1
    }
    return nil
  }

  /// Whether blanks part a mark from a word: a dash, no hyphen.
  private func isApart(_ index: Int) -> Bool {
    index + 1 < text.tokens.count
      && text.tokens[index + 1].span.start > text.tokens[index].span.end
  }

  /// The conjunction of "… and he said": what follows it is another attribution.
  private func joiner(before verb: Int, from start: Int, within reach: Int) -> Int? {
    var index = verb - 1
    while index > start, verb - index <= reach {
      if cues.contains(index, .joiner) { return index }
      let isMarker = cues.cues(in: index..<(index + 1)).contains { $0.use == .marker }
      if index == verb - 1, cues.contains(index, .stop), !cues.contains(index, .skip), !isMarker {
        return index
      }
      let isClause = cues.contains(index, .stop) && !cues.contains(index, .skip) && !isMarker
      if isClause, Self.apart.contains(text.tokens[index - 1].key) { return index - 1 }
      if text.tokens[index].kind != .word || quotations.number(at: index) != nil { return nil }
      index -= 1
    }
    return nil
  }

  private func clauseEnd(_ start: Int, _ sentence: Range<Int>) -> Int {
    let end = end(from: start, in: sentence)
    guard start + 3 < end else { return end }
    let cut = ((start + 3)..<end).first {
      Self.apart.contains(text.tokens[$0].key) && quotations.number(at: $0) == nil
        && isApart($0)
    }
    return cut ?? end
  }

  func isComma(_ index: Int) -> Bool { Self.apart.contains(text.tokens[index].key) }

  func isColon(_ index: Int) -> Bool { Self.colons.contains(text.tokens[index].key) }

  private func isEnder(_ index: Int) -> Bool {
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
