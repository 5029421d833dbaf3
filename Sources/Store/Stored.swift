public import Facts

/// A fact with the number of its row, by which handles refer to it.
public struct Stored<Value: Sendable>: Sendable, Identifiable {
  /// Positive, and never given to another row while the session lives, unless a load is undone.
  public let id: Int
  /// The document that states it.
  public let document: Int
  public let value: Value

  public init(id: Int, document: Int, value: Value) {
    self.id = id
    self.document = document
    self.value = value
  }
}

extension Stored: Equatable where Value: Equatable {}

/// A document without its text.
public struct DocumentRecord: Sendable, Equatable, Identifiable {
  public let id: Int
  public let name: String
  public let title: String?
  public let source: String?
  public let url: String?
  public let language: String
  public let publication: Publication
  public let sha256: String
  /// Length of the text in bytes of UTF-8.
  public let byteCount: Int
}

/// A document that is to be stored, with all that was read in it.
public struct NewDocument: Sendable {
  public var document: Document
  public var reading: Reading
  /// The text as the full-text index takes it, if it was computed already: what the store's
  /// `searchText` makes of the document's text.
  public var searchText: String?
  /// The version of the rules that made the reading.
  public var rules: String

  public init(_ document: Document, reading: Reading, rules: String, searchText: String? = nil) {
    self.document = document
    self.reading = reading
    self.searchText = searchText
    self.rules = rules
  }
}

/// What was loaded of a document and may be corrected.
public enum CorrectedField: String, Sendable, CaseIterable {
  case published, source, language, title
}

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
  /// SHA-256 of the first document in order of that hash, which does not depend on loading order.
  public let firstDocument: String
  /// Byte offset of the first mention in it.
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

/// What the analyst ruled about entities.
public struct Decision: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The names are one entity.
    case merge
    /// The names are one entity, apart from all others.
    case split
    /// The entity with these names is shown as `value`.
    case rename
    /// The entity with these names is of the kind `value`.
    case retype
    /// The entity with these names is none.
    case drop
  }

  public var kind: Kind
  /// Sorted.
  public var names: [EntityName]
  public var value: String?
  /// The analyst's own words.
  public var reason: String?

  public init(_ kind: Kind, _ names: [EntityName], value: String? = nil, reason: String? = nil) {
    self.kind = kind
    self.names = names.sorted()
    self.value = value
    self.reason = reason
  }
}

/// A command line that was run, with its outcome.
public struct JournalEntry: Sendable, Equatable {
  public let number: Int
  public let line: String
  /// Seconds since 1970, as the caller gave them.
  public let at: Double
  /// `done`, or the problem's summary.
  public let status: String
  public let milliseconds: Int
}

/// A change that can be taken back.
public struct Step: Sendable, Equatable, Identifiable {
  public let id: Int
  /// The command line that made it.
  public let line: String
}

/// What taking back a step did.
public struct UndoneStep: Sendable, Equatable {
  public let line: String
  /// Documents that are gone.
  public let removed: [Int]
  /// Documents whose language, date or source is again what it was; they want to be read again.
  public let restored: [Int]
}

/// A remark of the analyst.
public struct StoredNote: Sendable, Equatable, Identifiable {
  public let id: Int
  public let target: Target
  public let text: String
}

/// A hit of a full-text search.
public struct SearchHit: Sendable, Equatable {
  public let document: Int
  /// Okapi BM25 as FTS5 gives it, sign reversed: the greater the better.
  public let score: Double
}
