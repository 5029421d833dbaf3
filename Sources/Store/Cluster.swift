public import Facts

/// A name as documents use it, of one kind; the unit of which entities are made.
public struct EntityName: Hashable, Sendable, Comparable, Codable {
  public let text: String
  public let kind: EntityKind

  public init(_ text: String, _ kind: EntityKind) {
    self.text = text
    self.kind = kind
  }

  public static func < (a: EntityName, b: EntityName) -> Bool {
    (a.text, a.kind) < (b.text, b.kind)
  }
}

/// How the session's documents use one name.
public struct NameUse: Sendable, Equatable {
  public let name: EntityName
  /// See `Mention.identity`; the least where documents differ.
  public let identity: String?
  /// Codes of the documents' languages, sorted, without doubles.
  public let languages: [String]
  /// Numbers of the documents, ascending.
  public let documents: [Int]
  /// Mentions that are names, not descriptions.
  public let names: Int
  /// All mentions.
  public let mentions: Int
  /// Byte offset of the first mention in the first document in order of SHA-256, which does not
  /// depend on loading order.
  public let firstOffset: Int
}

/// Names that stand for the same, with the name to show.
public struct Cluster: Sendable, Equatable {
  public var name: String
  public var kind: EntityKind
  public var isDropped: Bool
  public var members: [Member]

  /// A name with the reason why it is in the cluster, as `why` prints it.
  public struct Member: Sendable, Equatable {
    public var name: EntityName
    public var reason: String

    public init(_ name: EntityName, reason: String) {
      self.name = name
      self.reason = reason
    }
  }

  public init(name: String, kind: EntityKind, members: [Member], isDropped: Bool = false) {
    self.name = name
    self.kind = kind
    self.members = members
    self.isDropped = isDropped
  }
}

/// An entity of the session.
public struct StoredEntity: Sendable, Equatable, Identifiable {
  public let id: Int
  public let cluster: Cluster

  public var name: String { cluster.name }
  public var kind: EntityKind { cluster.kind }
}
