public import Facts
import Text

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

/// A name with what the documents know of it.
public struct NameNode: Sendable {
  public let key: NameKey
  /// See `Mention.identity`.
  public let identity: String?
  public let languages: [String]
  public let mentions: Int

  public init(key: NameKey, identity: String?, languages: [String], mentions: Int) {
    self.key = key
    self.identity = identity
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
  case rename([NameKey], String)
  case retype([NameKey], EntityKind)
  /// The names stand for no entity.
  case drop([NameKey])
}

/// Names that stand for one entity.
public struct NameCluster: Sendable, Equatable {
  public struct Member: Sendable, Equatable {
    public let key: NameKey
    /// Why it belongs here, as `why` prints it.
    public let reason: String
  }

  public var name: String
  public var kind: EntityKind
  public var isDropped = false
  public var members: [Member]
}

/// Finds out which names stand for one person, organization or place.
///
/// Names join by identity, by spelling, a surname with the one full name that ends in it, and
/// across scripts by sound; two names with different identities are never joined by a rule. The
/// result depends neither on the order of the names nor on that of loading.
public struct Resolution: Sendable {
  /// In order of their first member's name.
  public let clusters: [NameCluster]

  /// Names that differ in sound by no more than this are one (research: precision .95 at .72 recall).
  static let closeEnough = 0.10

  public init(_ nodes: [NameNode], rulings: [Ruling] = []) {
    let nodes = nodes.sorted { $0.key < $1.key }
    var linker = NameLinker(nodes)
    linker.linkIdentities()
    linker.linkSpellings()
    linker.linkSounds()
    linker.linkSurnames()
    let board = RulingBoard(nodes, groups: linker.groups)
    clusters = board.carryingOut(rulings)
  }
}
