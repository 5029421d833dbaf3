import Facts
import Grammar
import Text

/// Reads one sentence after another for attributed statements.
struct QuoteFinder {
  private let text: TokenizedText
  private let tokens: [Token]
  private let lexicon: QuoteLexicon
  private let quotations: Quotations
  private let mentions: MentionIndex
  /// Who spoke last, for pronouns.
  private var lastSpeaker: Party?
  private(set) var found: [FoundQuote] = []

  /// How far a speaker may stand from its cue, in tokens.
  private static let reach = 24

  init(
    _ text: TokenizedText, _ lexicon: QuoteLexicon, _ quotations: Quotations,
    _ mentions: MentionIndex
  ) {
    self.text = text
    tokens = text.tokens
    self.lexicon = lexicon
    self.quotations = quotations
    self.mentions = mentions
  }

  private struct Use {
    let use: QuoteLexicon.Use
    let range: Range<Int>
  }

  mutating func read(_ sentence: Range<Int>) {
    let uses = uses(in: sentence)
    for (position, use) in uses.enumerated() {
      switch use.use {
      case .says: says(use, Array(uses[..<position]), Array(uses[(position + 1)...]), sentence)
      case .accordingAfter: according(use, mentions.ending(at: use.range.lowerBound), sentence)
      case .accordingBefore:
        let near = use.range.upperBound..<min(sentence.upperBound, use.range.upperBound + 8)
        according(use, mentions.first(in: near), sentence)
      default: continue
      }
    }
  }

  /// Cues of a sentence outside of quotations, in order.
  private func uses(in sentence: Range<Int>) -> [Use] {
    var uses: [Use] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard quotations.containing(index) == nil,
        let match = lexicon.phrases.longest(tokens, from: index)
      else {
        index += 1
        continue
      }
      uses += match.values.map { Use(use: $0, range: index..<match.end) }
      index = match.end
    }
    return uses
  }

  // MARK: a verb of saying

  private mutating func says(_ cue: Use, _ before: [Use], _ after: [Use], _ sentence: Range<Int>) {
    guard let speaker = speaker(of: cue, before, sentence),
      let content = content(of: cue, after, sentence)
    else { return }
    add(content, cue.range, speaker, rule: "verb of saying")
  }

  private func speaker(of cue: Use, _ before: [Use], _ sentence: Range<Int>) -> Party? {
    if lexicon.marksSpeakers {
      let clause =
        before.last { $0.use == .says || $0.use == .that }?.range.upperBound ?? sentence.lowerBound
      guard let marker = before.last(where: { $0.use == .marker && $0.range.lowerBound >= clause })
      else { return pronoun(before, from: clause) }
      return party(before: marker.range.lowerBound, from: clause) ?? pronoun(before, from: clause)
    }
    let clause = before.last { $0.use == .that }?.range.upperBound ?? sentence.lowerBound
    let start = max(clause, cue.range.lowerBound - Self.reach)
    if let subject = subject(in: start..<cue.range.lowerBound, before) { return subject }
    let behind = cue.range.upperBound..<min(sentence.upperBound, cue.range.upperBound + 8)
    return mentions.first(in: behind, where: isOutsideQuotations).map(Party.init)
  }

  /// The nearest name before the verb that is nobody's addressee, else a pronoun.
  private func subject(in range: Range<Int>, _ before: [Use]) -> Party? {
    let person = mentions.last(in: range) { $0.kind == .person && isOutsideQuotations($0) }
    if let person { return Party(person) }
    if let other = mentions.last(in: range, where: isOutsideQuotations) { return Party(other) }
    return pronoun(before, from: range.lowerBound)
  }

  private func party(before index: Int, from start: Int) -> Party? {
    if let mention = mentions.ending(at: index) { return Party(mention) }
    return mentions.last(in: max(start, index - 4)..<index).map(Party.init)
  }

  private func pronoun(_ before: [Use], from start: Int) -> Party? {
    guard let pronoun = before.last(where: { $0.use == .pronoun && $0.range.lowerBound >= start })
    else { return nil }
    let span = text.span(pronoun.range)
    return Party(span: span, text: text.string(span), name: lastSpeaker?.name ?? text.string(span))
  }

  private func isOutsideQuotations(_ mention: Mention) -> Bool {
    !quotations.ranges.contains { text.span($0).contains(mention.span) }
  }

  /// What is said: behind "that", in quotation marks behind or before the cue, or the rest.
  private func content(of cue: Use, _ after: [Use], _ sentence: Range<Int>) -> Range<Int>? {
    let end = cue.range.upperBound
    if let that = after.first(where: { $0.use == .that }), that.range.lowerBound - end <= 6 {
      return trimmed(that.range.upperBound..<statementEnd(from: that.range.upperBound, sentence))
    }
    if let behind = quotations.ranges.first(where: {
      $0.lowerBound > end && $0.lowerBound - end <= 6
    }) {
      return behind
    }
    if let before = quotations.ranges.last(where: { $0.upperBound <= cue.range.lowerBound }),
      before.upperBound >= sentence.lowerBound - 1,
      cue.range.lowerBound - before.upperBound <= Self.reach
    {
      return before
    }
    let rest = trimmed(end..<sentence.upperBound)
    return !lexicon.marksSpeakers && rest.count >= 4 ? rest : nil
  }

  /// The end of the sentence, or of the quotation that runs over it.
  private func statementEnd(from start: Int, _ sentence: Range<Int>) -> Int {
    guard
      let open = quotations.ranges.first(where: {
        $0.lowerBound >= start && $0.lowerBound < sentence.upperBound
          && $0.upperBound > sentence.upperBound
      })
    else { return sentence.upperBound }
    return open.upperBound
  }

  // MARK: according to

  private mutating func according(_ cue: Use, _ mention: Mention?, _ sentence: Range<Int>) {
    guard let mention else { return }
    let speakerEnd = tokens.indices(of: mention.span).upperBound
    let start = max(cue.range.upperBound, speakerEnd)
    if let quotation = quotations.ranges.first(where: {
      $0.lowerBound > start && $0.lowerBound - start <= 4
    }) {
      add(quotation, cue.range, Party(mention), rule: "according to")
      return
    }
    let behind = trimmed(start..<sentence.upperBound)
    let before = trimmed(
      sentence.lowerBound..<min(cue.range.lowerBound, tokens.indices(of: mention.span).lowerBound))
    let content = behind.count >= 3 ? behind : before
    if content.count >= 3 { add(content, cue.range, Party(mention), rule: "according to") }
  }

  // MARK: keeping

  private mutating func add(
    _ content: Range<Int>, _ cue: Range<Int>, _ speaker: Party, rule: String
  ) {
    let content = withoutLastComma(content)
    let span = text.span(content)
    guard !content.isEmpty, !found.contains(where: { $0.quote.span == span }) else { return }
    let cueSpan = text.span(cue)
    let cueText = text.string(cueSpan)
    let quote = Quote(
      span: span, text: text.string(span), kind: kind(of: content),
      cue: Party(span: cueSpan, text: cueText, name: cueText), speaker: speaker, via: [], rule: rule
    )
    found.append(FoundQuote(content: content, quote: quote))
    lastSpeaker = speaker
  }

  /// A comma before the closing mark belongs to the sentence around the quotation.
  private func withoutLastComma(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, Self.commas.contains(tokens[range.upperBound - 1].key) else {
      return range
    }
    return range.lowerBound..<(range.upperBound - 1)
  }

  private static let commas: Set<UInt64> = [Folding.key(","), Folding.key("，")]

  private func kind(of content: Range<Int>) -> QuoteKind {
    for range in quotations.ranges where range.overlaps(content) {
      return content.lowerBound >= range.lowerBound && content.upperBound <= range.upperBound
        ? .direct
        : range.count + 2 >= content.count ? .direct : .mixed
    }
    return .indirect
  }

  /// Without marks at both ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
    while start < end, tokens[start].kind == .mark || tokens[start].kind == .newline { start += 1 }
    while end > start, tokens[end - 1].kind == .mark || tokens[end - 1].kind == .newline {
      end -= 1
    }
    return start..<end
  }
}

extension Party {
  init(_ mention: Mention) {
    self.init(span: mention.span, text: mention.text, name: mention.name)
  }
}

extension [Token] {
  /// The tokens that a byte range covers.
  func indices(of span: Span) -> Range<Int> {
    let start = firstIndex(from: span.start)
    var end = start
    while end < count, self[end].span.end <= span.end { end += 1 }
    return start..<end
  }

  /// The first token that begins at `byte` or behind it, by bisection.
  private func firstIndex(from byte: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.start < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
