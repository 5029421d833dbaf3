/// What a note or a tag is about.
public struct Target: Hashable, Sendable, Comparable {
  public enum Kind: String, Sendable, CaseIterable {
    case document, entity, event, quote, time
  }

  public let kind: Kind
  public let id: Int

  public init(_ kind: Kind, _ id: Int) {
    self.kind = kind
    self.id = id
  }

  /// Orders by kind (documents, entities, events, quotes, times), then by number.
  public static func < (a: Target, b: Target) -> Bool {
    (a.kind.rawValue, a.id) < (b.kind.rawValue, b.id)
  }
}
