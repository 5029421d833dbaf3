import Grammar
import Text

/// Finds the noun phrase beside a verb of saying: its subject, without a parser.
///
/// A phrase goes from the verb to the next mark, conjunction or verb; an aside between two commas
/// ("X, who …, said") is stepped over. Every walk is bounded, so hostile text costs no more.
struct NounPhrases {
  let text: TokenizedText
  let cues: QuoteCues
  let quotations: Quotations
  let mentions: MentionIndex
  /// Tokens of time expressions, which name nobody.
  let times: BlockedTokens

  /// Longest noun phrase and longest aside, in tokens.
  private static let longest = 14
  /// The same where a token is a Han character.
  private static let longestOfHan = 28
  private static let longestAside = 40

  private static let inner = Set(
    ["-", "’", "'", ".", "&", "@", "/", "_", "·", "•"].map(Folding.key))
  static let commas = Set([",", "，", "、", "—", "–", "-", ")", "）", ";", "；"].map(Folding.key))
  private static let pairing = [Folding.key(")"): Folding.key("(")]

  // MARK: before

  /// The phrase that ends before `end`; nil if a clause or nothing stands there.
  func before(_ end: Int, from start: Int, throughAsides: Bool = true) -> Range<Int>? {
    var high = end
    while high > start, isBetween(high - 1) { high -= 1 }
    guard high > start else { return nil }
    if cues.contains(high - 1, .relative) { return beforeRelative(high - 1, from: start) }
    let last = text.tokens[high - 1]
    if last.kind == .mark, Self.commas.contains(last.key), throughAsides {
      return beforeAside(high - 1, from: start)
    }
    if throughAsides, let comma = titleComma(before: high) {
      return beforeAside(comma, from: start)
    }
    guard last.kind == .word || last.kind == .number else { return nil }
    var low = high
    let longest = last.script == .han ? Self.longestOfHan : Self.longest
    while low > start, high - low < longest, !ends(low - 1, in: high) { low -= 1 }
    if low > start, cues.contains(low - 1, .addressing),
      let speaker = before(low - 1, from: max(start, end - 2 * longest), throughAsides: false)
    {
      return speaker
    }
    return trimmed(low..<high)
  }

  /// The comma within the marks of a title that ends an aside: who wrote “Peter Pan,” said.
  private func titleComma(before end: Int) -> Int? {
    guard let number = quotations.last(until: end), quotations.isTitle(number),
      quotations.framed[number].upperBound == end, let comma = quotations.ranges[number].last,
      Self.commas.contains(text.tokens[comma].key)
    else { return nil }
    return comma
  }

  /// Whether a token stands between a subject and its verb: an adverb, an auxiliary, or a day with
  /// its preposition.
  private func isBetween(_ index: Int) -> Bool {
    if cues.contains(index, .skip) || times[index] { return true }
    return cues.contains(index, .preposition) && index + 1 < text.tokens.count && times[index + 1]
  }

  /// The relative word that is the subject of a verb at `end`.
  func relative(before end: Int, from start: Int) -> Int? {
    var high = end
    while high > start, isBetween(high - 1) { high -= 1 }
    return high > start && cues.contains(high - 1, .relative) ? high - 1 : nil
  }

  /// "X, who said": the phrase before the relative word and its comma.
  private func beforeRelative(_ relative: Int, from start: Int) -> Range<Int>? {
    guard relative > start else { return nil }
    let isComma = text.tokens[relative - 1].kind == .mark
    return before(isComma ? relative - 1 : relative, from: start, throughAsides: false)
  }

  /// "X, the minister, said": the phrase before the aside that ends at `comma`.
  private func beforeAside(_ comma: Int, from start: Int) -> Range<Int>? {
    let opener = Self.pairing[text.tokens[comma].key]
    var index = comma - 1
    while index > start, comma - index < Self.longestAside {
      let token = text.tokens[index]
      let isOpener = token.kind == .mark && (opener.map { $0 == token.key } ?? isComma(index))
      if isOpener, quotations.number(at: index) == nil {
        return before(index, from: start, throughAsides: opener != nil)
      }
      index -= 1
    }
    return nil
  }

  private func isComma(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard Self.commas.contains(token.key), Self.pairing[token.key] == nil else { return false }
    return !isInner(index)
  }

  /// A hyphen, an apostrophe or a full stop within a word, or a comma within a number.
  private func isInner(_ index: Int) -> Bool {
    if text.isWithinNumber(index) { return true }
    guard Self.inner.contains(text.tokens[index].key), index > 0, index + 1 < text.tokens.count
    else { return false }
    return text.tokens[index - 1].span.end == text.tokens[index].span.start
  }

  private func ends(_ index: Int, in high: Int) -> Bool {
    let token = text.tokens[index]
    if token.kind == .newline || times[index] { return true }
    if token.kind == .mark { return !isInner(index) }
    if quotations.number(at: index) != nil { return true }
    if cues.contains(index, .stop) { return true }
    if cues.contains(index, .relative) || cues.isVerb(at: index) { return true }
    guard cues.contains(index, .joiner) else { return false }
    return !joins(index, in: high)
  }

  /// Whether a conjunction joins two nouns that both say it, rather than two clauses.
  private func joins(_ index: Int, in high: Int) -> Bool {
    guard index > 0, index + 1 < high else { return false }
    let behind = mentions.number(at: index + 1) != nil || cues.contains(index + 1, .determiner)
    return behind && text.tokens[index - 1].kind == .word && mentions.number(at: index - 1) != nil
  }

  /// Without words at its ends that belong to the clause; a phrase that a preposition begins is
  /// cut to the last name in it that no preposition governs.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, cues.contains(low, [.skip, .joiner]) || text.tokens[low].kind == .mark {
      low += 1
    }
    while low < high, text.tokens[high - 1].kind == .mark { high -= 1 }
    guard low < high else { return nil }
    // "the points he hopes": a pronoun that ends a phrase is the subject, and what stands before is not.
    if let pronoun = cues.cues(in: low..<high).last(where: { $0.use == .pronoun }),
      pronoun.range.upperBound == high
    {
      return pronoun.range
    }
    guard cues.contains(low, .preposition) else { return low..<high }
    for number in mentions.numbers(in: low..<high).reversed() {
      let start = mentions.tokens[number].lowerBound
      if start > low, !cues.contains(start - 1, .preposition) { return start..<high }
    }
    let free = (low + 1..<high).first { index in
      cues.contains(index, .determiner) && !cues.contains(index - 1, .preposition)
    }
    return free.map { $0..<high } ?? low..<high
  }

  // MARK: behind

  /// The phrase that begins at `start`, as in "…, said the minister".
  func behind(_ start: Int, until end: Int) -> Range<Int>? {
    var low = start
    while low < end, cues.contains(low, .skip) || times[low] { low += 1 }
    var high = low
    while high < end, high - low < Self.longest, !endsBehind(high, from: low) { high += 1 }
    while high > low, text.tokens[high - 1].kind == .mark { high -= 1 }
    guard low < high, !cues.contains(low, [.preposition, .joiner]) else { return nil }
    return low..<high
  }

  private func endsBehind(_ index: Int, from low: Int) -> Bool {
    let token = text.tokens[index]
    if token.kind == .newline || times[index] || quotations.number(at: index) != nil { return true }
    if token.kind == .mark { return !isInner(index) }
    if cues.contains(index, [.stop, .relative, .infinitive]) || cues.isVerb(at: index) {
      return true
    }
    return index > low && cues.contains(index, .skip)
  }
}
