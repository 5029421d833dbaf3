public import Dates
public import Facts
import Text

/// An event as one document tells it, with its names resolved.
public struct EventReport: Sendable {
  /// Number of the event in the session.
  public let id: Int
  /// Number and name of the document.
  public let documentID: Int
  public let document: String
  public let source: String
  /// The outermost source of the statement that it stands in.
  public let root: String
  public let language: String
  public let published: CalendarDate?
  public let event: Event
  /// Names of the entities that take part, as they are shown.
  public let participants: [String]
  public let place: String?
  public let sentence: String
  /// The group of documents that report one story; nil where that is not known.
  public let story: Int?
  /// The kind of happening that its trigger names; nil if that names none.
  public let happening: String?
  /// Shared by the reports that the analyst ruled to be of one event.
  public let unit: Int?
  /// Whether the analyst ruled that it is an event of its own.
  public let isApart: Bool

  public init(
    id: Int, documentID: Int, document: String, source: String, root: String, language: String,
    published: CalendarDate?, event: Event, participants: [String], place: String?,
    sentence: String, story: Int? = nil, happening: String? = nil, unit: Int? = nil,
    isApart: Bool = false
  ) {
    self.id = id
    self.documentID = documentID
    self.document = document
    self.source = source
    self.root = root
    self.language = language
    self.published = published
    self.event = event
    self.participants = participants
    self.place = place
    self.sentence = sentence
    self.story = story
    self.happening = happening
    self.unit = unit
    self.isApart = isApart
  }

  /// Earliest published first, then the one that names more, then by document and place in it.
  static func isBetter(_ a: EventReport, _ b: EventReport) -> Bool {
    let never = Int.max
    return (
      a.published?.dayNumber ?? never, -a.participants.count, a.document, a.event.span.start
    ) < (b.published?.dayNumber ?? never, -b.participants.count, b.document, b.event.span.start)
  }
}

extension Event {
  /// Whether two ways of dealing may be the same one, told with more or less detail.
  func hasCompatibleMode(_ other: Event) -> Bool {
    mode == other.mode || mode == nil || other.mode == nil
  }
}

extension DayInterval {
  /// Both ends on one day.
  public var isDay: Bool { earliest != nil && earliest == latest }

  /// Days from the first to the last, both counted; nil for an open end.
  var length: Int? {
    guard let earliest, let latest else { return nil }
    return latest.dayNumber - earliest.dayNumber + 1
  }

  /// Days between the two; 0 if they overlap; nil if an end is open.
  func gap(to other: DayInterval) -> Int? {
    guard let earliest, let latest, let otherFirst = other.earliest, let otherLast = other.latest
    else { return nil }
    return max(0, otherFirst.dayNumber - latest.dayNumber, earliest.dayNumber - otherLast.dayNumber)
  }
}
