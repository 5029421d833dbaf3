public import Text

/// All that one version of the rules found in one document.
public struct Reading: Sendable, Equatable {
  public var sentences: [Span]
  public var mentions: [Mention]
  public var times: [TimeExpression]
  public var quotes: [Quote]
  public var events: [Event]

  public init(
    sentences: [Span] = [], mentions: [Mention] = [], times: [TimeExpression] = [],
    quotes: [Quote] = [], events: [Event] = []
  ) {
    self.sentences = sentences
    self.mentions = mentions
    self.times = times
    self.quotes = quotes
    self.events = events
  }
}
