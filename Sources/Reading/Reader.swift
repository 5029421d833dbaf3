public import Dates
public import Facts
public import Grammar
import Tagging
public import Text

/// Which anchor a bare date takes.
public enum ReadingMode: String, Sendable, CaseIterable {
  /// The publication day.
  case news
  /// The last date that was mentioned.
  case narrative
}

/// Reads texts of one language: times, names, quotes and events, by the rules of its pack.
///
/// A pure function of its arguments; one reader serves all threads.
public struct Reader: Sendable {
  let times: TimeGrammar
  private let names: NameLexicon
  private let tagger: Tagger?
  private let noiseMarks: NoiseLexicon
  private let quotes: QuoteLexicon
  private let events: EventLexicon
  let deedWords: DeedLexicon
  let claims: ClaimLexicon
  private let happenings: HappeningLexicon

  /// Compiles a pack.
  ///
  /// - Parameter aliases: names beside the pack's.
  /// - Throws: `PackProblem` at the first bad entry.
  public init(_ pack: LanguagePack, aliases: [NameAlias] = []) throws(PackProblem) {
    times = try TimeGrammar(pack)
    names = try NameLexicon(pack, aliases: aliases)
    tagger = try Tagger(pack)
    noiseMarks = try NoiseLexicon(pack)
    quotes = try QuoteLexicon(pack)
    events = try EventLexicon(pack)
    deedWords = try DeedLexicon(pack)
    claims = try ClaimLexicon(pack)
    happenings = try HappeningLexicon(pack)
  }

  /// The kind of happening that a trigger names, the same in all languages; `-` for words that
  /// name none; nil for unknown ones.
  public func happening(of trigger: String) -> String? { happenings.kind(of: trigger) }

  /// Folded words that carry no topic.
  public var functionWords: Set<String> { names.functionWords }

  /// What all cases of a name share; nil in languages whose names have none.
  public func stem(of name: String) -> String? { names.stems?.stem(of: name) }

  /// Those of them by which writers differ: says, told.
  public var styleWords: Set<String> { names.styleWords }

  /// A text cut as this language is; what reads it whole takes it so, that it is cut but once.
  public func tokenized(_ text: String) -> TokenizedText {
    TokenizedText(text, abbreviations: names.words[.abbreviation] ?? [])
  }

  /// What a web page left around the article.
  public func noise(in text: TokenizedText) -> [Noise] { NoiseFinder(text, noiseMarks).noise() }

  public func noise(in text: String) -> [Noise] { noise(in: tokenized(text)) }

  /// The day at the top of an article, where its first lines state one in full.
  public func dateline(of text: String) -> CalendarDate? { Dateline(text, times).day }

  /// The year of writing as the text itself shows it.
  public func inferredYear(of text: String) -> InferredYear? {
    let text = tokenized(text)
    return YearEvidence(text, times.matches(in: text)).year
  }

  /// All that the rules find.
  ///
  /// - Parameters:
  ///   - noise: what is left out; of a credit the organizations that are named remain.
  ///   - published: the day that bare dates are resolved against; nil: no year is made up.
  public func read(
    _ text: TokenizedText, noise: [Noise], published: CalendarDate?, mode: ReadingMode
  ) -> Reading {
    let (ground, inferred) = ground(of: text, noise: noise, published: published, mode: mode)
    let (quotes, events) = told(on: ground)
    return Reading(
      sentences: ground.text.sentenceSpans, mentions: ground.mentions, times: ground.times,
      quotes: quotes, events: events, inferred: inferred)
  }

  public func read(_ text: String, noise: [Noise], published: CalendarDate?, mode: ReadingMode)
    -> Reading
  {
    read(tokenized(text), noise: noise, published: published, mode: mode)
  }

  /// What quotes and events rest on: the tokens, names and times of a text.
  public struct Ground: Sendable {
    let text: TokenizedText
    let mentions: [Mention]
    let times: [TimeExpression]
    let skipped: [Span]
    let published: CalendarDate?
  }

  /// The names and times of a text, without quotes and events.
  public func ground(of text: String, published: CalendarDate?) -> Ground {
    ground(of: tokenized(text), noise: [], published: published, mode: .news).0
  }

  /// The quotes and events of a text.
  public func told(on ground: Ground) -> (quotes: [Quote], events: [Event]) {
    let statements = findQuotes(
      in: ground.text, lexicon: quotes, mentions: ground.mentions, times: ground.times)
    let events = findEvents(
      on: EventGround(
        text: ground.text, mentions: ground.mentions, times: ground.times,
        published: ground.published, skipped: ground.skipped, statements: statements),
      lexicon: events, names: names, quotes: quotes, grammar: times, claims: claims)
    return (statements.quotes, events)
  }

  private func ground(
    of text: TokenizedText, noise: [Noise], published: CalendarDate?, mode: ReadingMode
  ) -> (Ground, InferredYear?) {
    let skipped = noise.map(\.span)
    let credits = noise.filter { $0.kind == "credit" }.map(\.span)
    var finder = TimesFinder(text: text, grammar: times, published: published, mode: mode)
    let found = finder.all(skipping: skipped)
    let mentions = findMentions(
      in: text, lexicon: names, tagger: tagger, times: found, skipping: skipped,
      credits: credits)
    let ground = Ground(
      text: text, mentions: mentions, times: found, skipped: skipped, published: published)
    return (ground, finder.inferred)
  }

  /// The time expressions alone, as `read` finds them.
  public func times(in text: String, published: CalendarDate?, mode: ReadingMode)
    -> [TimeExpression]
  {
    var finder = TimesFinder(
      text: tokenized(text), grammar: times, published: published, mode: mode)
    return finder.all(skipping: [])
  }

  /// The names alone, as `read` finds them but for times, which are not looked for.
  public func mentions(in text: String) -> [Mention] {
    findMentions(
      in: tokenized(text), lexicon: names, tagger: tagger, times: [], skipping: [], credits: [])
  }
}
