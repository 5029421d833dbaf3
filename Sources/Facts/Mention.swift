public import Text

/// What kind of thing a name stands for.
public enum EntityKind: String, Sendable, CaseIterable, Comparable, Codable {
  case person, organization, place

  public static func < (a: EntityKind, b: EntityKind) -> Bool { a.rawValue < b.rawValue }
}

/// A name, or a phrase that stands for one, at a place in a document.
public struct Mention: Sendable, Equatable, Codable {
  public var span: Span
  public var text: String
  public var kind: EntityKind
  /// The fullest name that this mention stands for in its document, in the text's own spelling
  /// without titles; mentions of one document with the same name and kind mean the same.
  public var name: String
  /// A key that is the same in all languages (`Q7747`, `RU`), where a lexicon knows it.
  public var identity: String?
  /// A phrase such as "the Russian leader" that was resolved, rather than a name.
  public var isDescription: Bool
  /// The title that stands by it, in the words of the text: "Russian President".
  public var title: String?
  /// The rule that found it, as `why` prints it.
  public var rule: String

  public init(
    span: Span, text: String, kind: EntityKind, name: String, identity: String? = nil,
    isDescription: Bool = false, title: String? = nil, rule: String
  ) {
    self.span = span
    self.text = text
    self.kind = kind
    self.name = name
    self.identity = identity
    self.isDescription = isDescription
    self.title = title
    self.rule = rule
  }
}
