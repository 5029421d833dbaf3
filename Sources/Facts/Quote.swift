public import Text

/// A person, agency or outlet that a statement is attributed to.
public struct Party: Sendable, Equatable, Codable {
  public var span: Span
  public var text: String
  /// The name that it stands for in the document (see `Mention.name`), else its own text.
  public var name: String

  public init(span: Span, text: String, name: String) {
    self.span = span
    self.text = text
    self.name = name
  }
}

/// How a statement is given.
public enum QuoteKind: String, Sendable, Codable {
  case direct, indirect, mixed
}

/// A statement with its speaker and the chain of sources that it came through.
public struct Quote: Sendable, Equatable, Codable {
  /// The content, without its quotation marks.
  public var span: Span
  public var text: String
  public var kind: QuoteKind
  public var cue: Party?
  public var speaker: Party?
  /// Who passed it on, outermost first: TASS in "TASS reports that Zakharova said …".
  public var via: [Party]
  public var rule: String

  public init(
    span: Span, text: String, kind: QuoteKind, cue: Party?, speaker: Party?, via: [Party],
    rule: String
  ) {
    self.span = span
    self.text = text
    self.kind = kind
    self.cue = cue
    self.speaker = speaker
    self.via = via
    self.rule = rule
  }
}
