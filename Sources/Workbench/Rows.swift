/// A document without its text.
public struct DocumentRow: Sendable {
  public let id: Int
  public let name: String
  public let title: String?
  public let source: String?
  public let url: String?
  public let language: String
  public let publication: Publication
  public let byteCount: Int

  public var handle: Handle { Handle(.document, id) }
}

/// A form of an entity's name, with how often it is used.
public struct NameRow: Sendable {
  public let text: String
  public let kind: EntityKind
  public let language: String
  public let count: Int
}

/// An entity with its names in all languages.
public struct EntityRow: Sendable {
  public let id: Int
  public let name: String
  public let kind: EntityKind
  /// Most used first.
  public let names: [NameRow]
  public let documents: Int
  public let mentions: Int
  /// Publication days of the first and last document that mentions it.
  public let first: CalendarDate?
  public let last: CalendarDate?

  public var handle: Handle { Handle(.entity, id) }
}

/// An entity that takes part in an event.
public struct ParticipantRow: Sendable, Hashable {
  /// Absent for a name that stands for no entity.
  public let entity: Int?
  public let name: String
  public let kind: EntityKind
  public let role: Role
}

/// An event as one document reports it.
public struct EventRow: Sendable {
  public let id: Int
  public let document: DocumentRow
  public let event: Event
  public let participants: [ParticipantRow]
  /// The place under its entity's name.
  public let place: String?
  public let placeEntity: Int?
  /// The sentence that tells it.
  public let sentence: String
  /// The outermost source of the statement that it stands in, else the document's source.
  public let root: String
  /// Shared by the reports that the analyst ruled to be of one event.
  public let unit: Int?
  /// Whether the analyst ruled that it is an event of its own.
  public let isApart: Bool

  public var handle: Handle { Handle(.event, id) }
}

/// A quote as one document gives it.
public struct QuoteRow: Sendable {
  public let id: Int
  public let document: DocumentRow
  public let quote: Quote
  /// The speaker under its entity's name.
  public let speaker: String?
  /// The number of the speaker's entity.
  public let speakerEntity: Int?
  /// The chain from the outlet to the speaker, under entities' names.
  public let chain: [String]

  public var handle: Handle { Handle(.quote, id) }
}

/// A time expression as one document has it.
public struct TimeRow: Sendable {
  public let id: Int
  public let document: DocumentRow
  public let time: TimeExpression

  public var handle: Handle { Handle(.time, id) }
}
