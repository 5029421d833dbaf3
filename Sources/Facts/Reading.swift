public import Text

/// All that one version of the rules found in one document.
public struct Reading: Sendable, Equatable, Codable {
  public var sentences: [Span]
  public var mentions: [Mention]
  public var times: [TimeExpression]
  public var quotes: [Quote]
  public var events: [Event]
  /// The year of writing as the text itself shows it, where no publication day is known.
  public var inferred: InferredYear?

  public init(
    sentences: [Span] = [], mentions: [Mention] = [], times: [TimeExpression] = [],
    quotes: [Quote] = [], events: [Event] = [], inferred: InferredYear? = nil
  ) {
    self.sentences = sentences
    self.mentions = mentions
    self.times = times
    self.quotes = quotes
    self.events = events
    self.inferred = inferred
  }
}

/// A year of writing, and the expressions that show it.
public struct InferredYear: Sendable, Equatable, Codable {
  public var year: Int
  /// What stands in the text, and why it tells the year.
  public var reasons: [String]

  public init(year: Int, reasons: [String]) {
    self.year = year
    self.reasons = reasons
  }
}
