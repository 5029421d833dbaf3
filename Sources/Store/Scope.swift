public import Dates

/// The part of the session that a listing looks at; an empty list or nil leaves nothing out.
public struct Scope: Sendable, Equatable {
  /// Documents in one of these languages (ISO 639 codes).
  public var languages: [String] = []
  /// Documents of one of these outlets.
  public var sources: [String] = []
  /// For documents, quotes, times and mentions the publication day; for events the event's days.
  public var from: CalendarDate?
  public var until: CalendarDate?
  /// Only these documents.
  public var documents: [Int]?
  /// Documents or events that carry one of these tags, or that an entity with the tag is in.
  public var tags: [String] = []
  /// Documents that mention one of these entities; events that one of them is in.
  public var about: [Int] = []

  /// Events whose days are just one of these.
  public var stretches: [DayInterval] = []

  public init() {}
}
