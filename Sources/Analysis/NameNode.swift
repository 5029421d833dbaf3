public import Facts
public import Names

/// A name of one kind, the unit of which entities are made.
public struct NameKey: Hashable, Comparable, Sendable {
  public let text: String
  public let kind: EntityKind

  public init(_ text: String, _ kind: EntityKind) {
    self.text = text
    self.kind = kind
  }

  public static func < (a: NameKey, b: NameKey) -> Bool { (a.text, a.kind) < (b.text, b.kind) }
}

/// A name with what the documents and the name tables know of it.
public struct NameNode: Sendable {
  public let key: NameKey
  /// See `Mention.identity`; the analyst's aliases give one too.
  public var identity: String?
  /// What a table of places knows it as, such as a GeoNames number.
  public var known: String?
  /// What all cases of the name share, in languages whose names change with case.
  public var stem: String?
  public var sound: Sound?
  public let languages: [String]
  public let mentions: Int

  public init(
    key: NameKey, identity: String?, known: String? = nil, stem: String? = nil,
    sound: Sound? = nil, languages: [String], mentions: Int
  ) {
    self.key = key
    self.identity = identity
    self.known = known
    self.stem = stem
    self.sound = sound
    self.languages = languages
    self.mentions = mentions
  }
}

/// What the analyst ruled about names; rulings are carried out in order.
public enum Ruling: Sendable {
  /// The names are one entity.
  case merge([NameKey])
  /// The names are one entity, apart from all others.
  case split([NameKey])
  /// None of the first names stands for what any of the second ones does.
  case differ([NameKey], [NameKey])
  case rename([NameKey], String)
  case retype([NameKey], EntityKind)
  /// The names stand for no entity.
  case drop([NameKey])
}

/// Two names that may stand for the same, for the analyst to say.
public struct NameSuggestion: Sendable, Equatable {
  public let names: [NameKey]
  /// 0 to 1.
  public let distance: Double
  public let reason: String
}

/// What speaks against a ruling.
public struct RulingConflict: Sendable, Equatable {
  /// Place of the ruling among those given.
  public let ruling: Int
  /// The names it is about.
  public let names: [NameKey]
  public let evidence: String
}
