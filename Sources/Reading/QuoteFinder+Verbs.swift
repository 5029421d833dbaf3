import Facts
import Grammar
import Text

/// Attributions by a verb whose subject no marker shows, and by a participle.
extension QuoteFinder {
  /// A verb whose subject stands before it, or behind it where what is said comes first.
  mutating func verb(_ cue: QuoteCues.Cue, _ sentence: Range<Int>) {
    guard !isPassive(cue, from: sentence.lowerBound) else { return }
    let isInfinitive =
      cue.range.lowerBound > sentence.lowerBound
      && cues.contains(cue.range.lowerBound - 1, .infinitive)
    let left =
      isInfinitive || isLast(cue, in: sentence)
      ? nil : phrases.before(cue.range.lowerBound, from: sentence.lowerBound)
    let anchor = left?.lowerBound ?? cue.range.lowerBound
    let first = contents.before(anchor, in: sentence)
    var start = cue.range.upperBound
    var subject = left
    let mayInvert = text.tokens[cue.range.lowerBound].script != .han
    if left == nil, mayInvert, !isInfinitive,
      first != nil || cue.range.lowerBound - sentence.lowerBound <= 2,
      let right = phrases.behind(start, until: sentence.upperBound) ?? house(behind: start)
    {
      subject = right
      start = right.upperBound
    }
    var speaker = subject.map { names.party($0, last: last) } ?? sentenceSubject(before: cue.range)
    if left != nil,
      let relative = phrases.relative(before: cue.range.lowerBound, from: sentence.lowerBound)
    {
      let span = text.span(relative..<(relative + 1))
      speaker = speaker.map { Party(span: span, text: text.string(span), name: $0.name) }
    }
    let isInverted = start > cue.range.upperBound
    guard let content = content(cue.use, first, from: start, isInverted, sentence) else { return }
    guard speaker != nil || content.rule.contains("quotation") else { return }
    add(content, cue, speaker ?? last?.party)
  }

  /// Whether a comma stands before a verb and nothing but one phrase behind it: its subject, as what
  /// stands before the comma is said.
  private func isLast(_ cue: QuoteCues.Cue, in sentence: Range<Int>) -> Bool {
    let (start, end) = (cue.range.lowerBound, cue.range.upperBound)
    guard start > sentence.lowerBound, contents.isComma(start - 1),
      text.tokens[start].script != .han,
      let phrase = phrases.behind(end, until: sentence.upperBound) ?? house(behind: end)
    else { return false }
    return (phrase.upperBound..<sentence.upperBound).allSatisfy { text.tokens[$0].kind == .mark }
  }

  /// The body in which something is told without saying by whom: "сообщили в Кремле".
  private func house(behind start: Int) -> Range<Int>? {
    guard start + 1 < text.tokens.count, cues.contains(start, .preposition),
      let number = phrases.mentions.number(at: start + 1),
      phrases.mentions.all[number].kind != .person
    else { return nil }
    return phrases.mentions.tokens[number]
  }

  /// Whether the subject of a verb is the one of whom it is said: "was called", "asked by".
  private func isPassive(_ cue: QuoteCues.Cue, from start: Int) -> Bool {
    guard cue.use == .says || cue.use == .judges else { return false }
    let end = cue.range.upperBound
    if end < text.tokens.count, cues.contains(end, .agent) { return true }
    var index = cue.range.lowerBound - 1
    while index >= start, cues.contains(index, .skip), !cues.contains(index, .passive) {
      index -= 1
    }
    return index >= start && cues.contains(index, .passive)
  }

  /// What is said: behind the verb, else before it, else the rest of the clause.
  private func content(
    _ use: QuoteLexicon.Use, _ first: QuoteContents.Found?, from start: Int, _ isInverted: Bool,
    _ sentence: Range<Int>
  ) -> QuoteContents.Found? {
    let behind = contents.behind(start, use, in: sentence)
    guard use == .says || use == .saysUnmarked else {
      return behind ?? contents.rest(from: start, use, in: sentence)
    }
    if let first, first.rule.contains("quotation") {
      if let behind, contents.endsSentence(first.range.upperBound) { return behind }
      guard let next = contents.next(from: start),
        isMostlyQuoted(first.range.lowerBound..<next.upperBound)
      else { return first }
      return QuoteContents.Found(
        range: first.range.lowerBound..<next.upperBound, rule: "quotation around the verb")
    }
    if use == .saysUnmarked { return behind }
    if behind == nil, !isInverted, let around = around(first, start, sentence) { return around }
    if let first, behind == nil, contents.isTail(behindAddressee(start), in: sentence) {
      return first
    }
    return behind ?? rest(from: start, use, sentence)
  }

  /// Longest name of an addressee that is no mention, in tokens.
  private static let longestName = 6

  /// Behind a name that follows a verb at once: "told Meridian Wire".
  private func behindAddressee(_ start: Int) -> Int {
    if let number = phrases.mentions.number(at: start) {
      return phrases.mentions.tokens[number].upperBound
    }
    let limit = min(text.tokens.count, start + Self.longestName)
    return (start..<limit).first { !text.tokens[$0].isCapitalized } ?? start
  }

  /// The rest of a clause that no conjunction begins, in a language that may leave it out.
  private func rest(from start: Int, _ use: QuoteLexicon.Use, _ sentence: Range<Int>)
    -> QuoteContents.Found?
  {
    guard lexicon.mayDropThat || use == .judging else { return nil }
    return contents.rest(from: start, use, in: sentence)
  }

  /// "The wall, he said, is high": what follows a comma behind the verb, with the clause before it.
  private func around(
    _ first: QuoteContents.Found?, _ start: Int, _ sentence: Range<Int>
  ) -> QuoteContents.Found? {
    guard start + 1 < sentence.upperBound, contents.isComma(start),
      !cues.contains(start + 1, [.determiner, .relative, .preposition]),
      let rest = contents.rest(from: start + 1, .says, in: sentence), rest.range.count >= 4
    else { return nil }
    guard let first, !cues.cues(in: first.range).contains(where: { $0.use.isSource }) else {
      return rest
    }
    return QuoteContents.Found(
      range: first.range.lowerBound..<rest.range.upperBound, rule: "clause around the verb")
  }

  /// "…, adding that …": its subject has spoken in this sentence, or is its first name.
  mutating func participle(_ cue: QuoteCues.Cue, _ sentence: Range<Int>) {
    let last = cue.range.lowerBound - 1
    if last >= sentence.lowerBound, cues.contains(last, .skip), cues.contains(last, .stop) {
      verb(cue, sentence)
      return
    }
    guard let speaker = sentenceSubject(before: cue.range) else { return }
    let start = cue.range.upperBound
    guard
      let content = contents.behind(start, cue.use, in: sentence)
        ?? rest(from: start, cue.use, sentence)
    else { return }
    add(content, cue, speaker)
  }
}
