public import Dates
public import Facts
import Grammar
public import Text

/// What somebody did or what was done to them, with the day that the text puts it on.
public struct Deed: Sendable {
  public let span: Span
  public let text: String
  public let sentence: Span
  /// `2007-10-15`, `2007-10` or `2007`: as exact as the text is; empty without any date.
  public let date: String
  public let days: DayInterval
  public let basis: DateBasis
  /// The expression that dates it.
  public let time: Span?

  public init(
    span: Span, text: String, sentence: Span, date: String, days: DayInterval, basis: DateBasis,
    time: Span?
  ) {
    self.span = span
    self.text = text
    self.sentence = sentence
    self.date = date
    self.days = days
    self.basis = basis
    self.time = time
  }
}

extension Reader {
  /// Whether the language's pack says what deeds are.
  public var knowsDeeds: Bool { !deedWords.isEmpty }

  /// The deeds of whoever stands at `mentions`, in order.
  ///
  /// A name has the verb behind it of which it can be the subject, else one just before it, and the
  /// verbs that go on from there; a sentence that begins with a pronoun goes on about whoever was
  /// named before, or in the headline. Pronouns for persons mean nobody else; without `isPerson` both
  /// kinds are followed. A deed without a date of its own is of the day that the story
  /// is about, else of the publication.
  public func deeds(
    in text: String, of mentions: [Span], isPerson: Bool? = nil, reading: Reading,
    published: CalendarDate?
  ) -> [Deed] {
    DeedFinder(
      text: TokenizedText(text), lexicon: deedWords, mentions: mentions.sorted(),
      isPerson: isPerson, sentences: reading.sentences,
      dates: DeedDates(
        times: reading.times, published: published,
        story: StoryDay.time(reading.times, reading.sentences, published: published))
    ).deeds()
  }
}

/// Walks the sentences of a text beside the mentions of somebody.
struct DeedFinder {
  let text: TokenizedText
  let lexicon: DeedLexicon
  let mentions: [Span]
  let isPerson: Bool?
  let sentences: [Span]
  let dates: DeedDates

  /// Words before a verb that decide whether it tells of something real.
  private static let reach = 3

  func deeds() -> [Deed] {
    var deeds: [Deed] = []
    let isStory = sentences.first.map { head in mentions.contains { head.contains($0) } } ?? false
    var wasNamed = false
    var next = 0
    for (index, sentence) in sentences.enumerated() {
      while next < mentions.count, mentions[next].start < sentence.start { next += 1 }
      var names: [Span] = []
      while next < mentions.count, mentions[next].start < sentence.end {
        names.append(mentions[next])
        next += 1
      }
      let tokens = text.tokens.indices(of: sentence)
      let subject =
        names.isEmpty ? resumption(tokens, wasNamed: wasNamed, isStory: isStory) : nil
      wasNamed = subject != nil || !names.isEmpty
      guard wasNamed else { continue }
      let verbs = verbs(in: tokens, isHeadline: index == 0)
      let roles = DeedRoles(
        text: text, lexicon: lexicon, tokens: tokens, verbs: verbs, isHeadline: index == 0)
      let chosen = subject.map(roles.deeds(ofSubject:)) ?? roles.deeds(of: names)
      deeds += chosen.compactMap { deed($0, sentence, tokens, isVerb: verbs.contains($0)) }
    }
    return deeds
  }

  /// Words from the head of a sentence to a pronoun that is its subject: "One year later he".
  private static let subjectReach = 8

  /// Where a sentence without a name goes on about whoever is looked for.
  ///
  /// A pronoun means whoever was just named; a phrase as "the company" means whoever the headline
  /// names too.
  private func resumption(_ tokens: Range<Int>, wasNamed: Bool, isStory: Bool) -> Int? {
    guard wasNamed || isStory else { return nil }
    let kinds: [DeedLexicon.Kind] =
      isPerson.map { $0 ? [.person] : [.resumption] } ?? [.person, .resumption]
    let ends = kinds.compactMap {
      lexicon.resumptions[$0]?.longest(text.tokens, from: tokens.lowerBound)?.end
    }
    if let end = ends.max(), wasNamed || end - tokens.lowerBound > 1 { return tokens.lowerBound }
    guard wasNamed, isPerson == true else { return nil }
    return tokens.prefix(Self.subjectReach).first { lexicon.has(.pronoun, text.tokens[$0]) }
  }

  private func verbs(in tokens: Range<Int>, isHeadline: Bool) -> [Int] {
    tokens.filter { index in
      let token = text.tokens[index]
      guard token.kind == .word,
        isVerb(index, isHeadline: isHeadline && index > tokens.lowerBound)
      else { return false }
      if token.isCapitalized, !isHeadline { return false }
      if isOfNoun(index, tokens) { return false }
      let before = max(tokens.lowerBound, index - Self.reach)..<index
      return !before.contains { lexicon.has(.unreal, text.tokens[$0]) }
    }
  }

  /// Whether a form belongs to the noun behind it: "the recently announced phone".
  private func isOfNoun(_ index: Int, _ tokens: Range<Int>) -> Bool {
    var place = index - 1
    while place > tokens.lowerBound, isBesideVerb(text.tokens[place]) { place -= 1 }
    guard place >= tokens.lowerBound else { return false }
    return lexicon.has(.article, text.tokens[place]) || lexicon.has(.owner, text.tokens[place])
  }

  private func isBesideVerb(_ token: Token) -> Bool {
    lexicon.isBesideVerb(token, text.bytes[token.span.start..<token.span.end])
  }

  private func isVerb(_ index: Int, isHeadline: Bool) -> Bool {
    let token = text.tokens[index]
    if lexicon.has(.state, token) { return false }
    if lexicon.has(.verb, token) { return true }
    if isHeadline, lexicon.has(.headline, token) { return true }
    if lexicon.has(.joined, token), index > 0 { return text.isComma(index - 1) }
    return lexicon.ends(.ending, text.bytes[token.span.start..<token.span.end])
  }

  private func deed(_ index: Int, _ sentence: Span, _ tokens: Range<Int>, isVerb: Bool) -> Deed? {
    let span = isVerb ? withParticle(index, tokens) : text.tokens[index].span
    let before = max(tokens.lowerBound, index - Self.reach)..<index
    let isEarlier = isVerb && before.contains { lexicon.has(.earlier, text.tokens[$0]) }
    let found = dates.date(
      of: span, within: Span(sentence.start, isVerb ? contentStart(index, tokens) : sentence.end),
      isDone: isVerb, isEarlier: isEarlier)
    return Deed(
      span: span, text: text.string(span), sentence: sentence, date: found.label, days: found.days,
      basis: found.basis, time: found.time?.span)
  }

  private func withParticle(_ verb: Int, _ tokens: Range<Int>) -> Span {
    let span = text.tokens[verb].span
    guard verb + 1 < tokens.upperBound, lexicon.has(.particle, text.tokens[verb + 1]) else {
      return span
    }
    return Span(span.start, text.tokens[verb + 1].span.end)
  }

  /// Where what is said begins, whose dates are not those of the saying; else the sentence's end.
  private func contentStart(_ verb: Int, _ tokens: Range<Int>) -> Int {
    let reach = lexicon.has(.speech, text.tokens[verb]) ? Self.speechReach : 1
    let behind = (verb + 1)..<max(verb + 1, min(tokens.upperBound, verb + 1 + reach))
    let that = behind.first { lexicon.has(.that, text.tokens[$0]) }
    let end = tokens.last.map { text.tokens[$0].span.end } ?? text.tokens[verb].span.end
    return that.map { text.tokens[$0].span.start } ?? end
  }

  /// Words from a verb of speech to the word that begins what is said.
  private static let speechReach = 10
}

extension TokenizedText {
  func isComma(_ index: Int) -> Bool {
    let span = tokens[index].span
    return span.count == 1 && bytes[span.start] == UInt8(ascii: ",")
  }
}
