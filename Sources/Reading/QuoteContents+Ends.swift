import Grammar
import Text

/// Where a content ends.
extension QuoteContents {
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
    if isComma(verb - 1) { return verb - 1 }
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
      if isComma(index), isApart(index) { return index }
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
      if isClause, isComma(index - 1) { return index - 1 }
      if text.tokens[index].kind != .word || quotations.number(at: index) != nil { return nil }
      index -= 1
    }
    return nil
  }

  func clauseEnd(_ start: Int, _ sentence: Range<Int>) -> Int {
    let end = end(from: start, in: sentence)
    guard start + 3 < end else { return end }
    let cut = ((start + 3)..<end).first {
      isComma($0) && quotations.number(at: $0) == nil
        && isApart($0)
    }
    return cut ?? end
  }
}
