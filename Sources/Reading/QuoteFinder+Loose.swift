import Facts
import Grammar
import Text

/// Statements that no verb attributes: quotations that go on or stand alone, and labelled lines.
extension QuoteFinder {
  /// A line that begins with a name and a colon, as transcripts and headlines do.
  mutating func nameAndColon(_ sentence: Range<Int>) {
    let start = sentence.lowerBound
    guard start == 0 || text.tokens[start - 1].kind == .newline else { return }
    let end = min(sentence.upperBound, start + Self.longestLabel)
    guard let colon = (start..<end).first(where: { contents.isColon($0) }), colon > start,
      let number = phrases.mentions.number(at: colon - 1),
      phrases.mentions.all[number].kind != .place,
      !(start..<colon).contains(where: { cues.isVerb(at: $0) })
    else { return }
    let content = contents.trimmed((colon + 1)..<contents.end(from: colon + 1, in: sentence))
    guard content.count >= 4 else { return }
    let found = QuoteContents.Found(range: content, rule: "name and colon")
    add(found, nil, Party(phrases.mentions.all[number]))
  }

  /// Longest name before a colon, in tokens.
  private static let longestLabel = 8

  /// Signed behind a dash, or said by whoever is named in the sentence.
  mutating func loose(_ number: Int) {
    let range = quotations.ranges[number]
    guard range.count >= Self.fewestWords, isSpeech(range) else { return }
    if let signature = signature(behind: quotations.framed[number]) {
      add(QuoteContents.Found(range: range, rule: "signed quotation"), nil, signature)
      return
    }
    let start = text.sentence(at: range.lowerBound).map { text.sentences[$0].lowerBound } ?? 0
    sentenceStart = min(start, range.lowerBound)
    firstOfSentence = found.count
    let speaker =
      sentenceSubject(before: range.lowerBound..<range.lowerBound)
      ?? (isNear(range.lowerBound) ? last?.party : nil)
    add(QuoteContents.Found(range: range, rule: "quotation without a verb"), nil, speaker)
  }

  private func isNear(_ index: Int) -> Bool { last.map { index - $0.token < 150 } ?? false }

  /// Whether a quotation is no title of a work or a programme.
  private func isSpeech(_ range: Range<Int>) -> Bool {
    let words = range.filter { text.tokens[$0].kind == .word }
    // Han has no capitals: a name of a work there is what holds no punctuation.
    if let first = words.first, text.tokens[first].script == .han {
      return words.count >= Self.fewestWords && range.contains { text.tokens[$0].kind == .mark }
    }
    let capitals = words.count { text.tokens[$0].isCapitalized }
    return words.count >= Self.fewestWords && capitals * 2 < words.count
  }

  private static let dashes = Set(["—", "–", "―", "-"].map(Folding.key))

  /// Who signs: "…" — Name, to the end of the line.
  private func signature(behind quotation: Range<Int>) -> Party? {
    let dash = quotation.upperBound
    guard dash + 1 < text.tokens.count, Self.dashes.contains(text.tokens[dash].key),
      text.tokens[dash + 1].isCapitalized || text.tokens[dash + 1].script == .devanagari,
      let phrase = phrases.behind(dash + 1, until: min(text.tokens.count, dash + 12))
    else { return nil }
    return names.party(phrase, last: last)
  }

  /// Joins a quotation to the one right before it, with at most that one's cue between them.
  mutating func goesOn(_ number: Int) -> Bool {
    let range = quotations.ranges[number]
    guard !quotations.isTitle(number),
      let previous = found.indices.suffix(4).last(where: {
        found[$0].content.upperBound <= range.lowerBound
      }), goesOn(from: found[previous], to: range)
    else { return false }
    let draft = found[previous]
    if isSameParagraph(draft.content.upperBound, range.lowerBound),
      isMostlyQuoted(draft.content.lowerBound..<range.upperBound)
    {
      claimed.insert(number)
      taken.insert(draft.content.lowerBound..<range.upperBound)
      found[previous].content = draft.content.lowerBound..<range.upperBound
    } else {
      add(QuoteContents.Found(range: range, rule: "quotation goes on"), nil, draft.speaker)
    }
    return true
  }

  private func goesOn(from draft: QuoteDraft, to range: Range<Int>) -> Bool {
    let last = draft.content.upperBound - 1
    let isQuotation = quotations.number(at: draft.content.lowerBound) != nil
    guard isQuotation, range.count >= 3, quotations.number(at: last) != nil,
      range.lowerBound - last <= 50,
      let here = text.sentence(at: range.lowerBound),
      text.sentences[here].lowerBound >= range.lowerBound - 2
    else { return false }
    let end = max(draft.content.upperBound, draft.cue?.upperBound ?? 0) - 1
    return text.sentence(at: end).map { here - $0 <= 1 } ?? false
  }

  /// Whether a quotation with an attribution in it is more quotation than attribution.
  func isMostlyQuoted(_ range: Range<Int>) -> Bool {
    range.count { quotations.number(at: $0) != nil } * 5 > range.count * 3
  }

  private func isSameParagraph(_ a: Int, _ b: Int) -> Bool {
    guard b - a < 60 else { return false }
    return !(a..<b).contains { text.tokens[$0].kind == .newline }
  }
}
