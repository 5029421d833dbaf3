import Dates
import FoundationEssentials
import GRDB

/// What a listing lists; it decides what a scope's days, tags and entities look at.
enum Subject {
  case documents, mentions, times, events, quotes
}

/// A condition to be put after WHERE, with the values of its parameters.
struct Condition {
  private(set) var sql = "TRUE"
  private(set) var arguments: [String: (any DatabaseValueConvertible)?] = [:]

  mutating func require(_ sql: String, _ name: String, _ value: some DatabaseValueConvertible) {
    self.sql += "\n   AND (\(sql))"
    arguments[name] = value
  }
}

extension Scope {
  /// The scope as SQL over `document` and, for facts, the table of the subject.
  func condition(for subject: Subject) -> Condition {
    var condition = Condition()
    if !languages.isEmpty {
      condition.require(Self.isIn("document.language", "languages"), "languages", json(languages))
    }
    if !sources.isEmpty {
      condition.require(Self.isIn("document.source", "sources"), "sources", json(sources))
    }
    if let documents {
      condition.require(Self.isIn("document.id", "documents"), "documents", json(documents))
    }
    if let from { condition.require(subject.isNotBefore, "from", from.dayNumber) }
    if let until { condition.require(subject.isNotAfter, "until", until.dayNumber) }
    if !stretches.isEmpty, subject == .events {
      condition.require(Self.isStretch, "stretches", json(stretches.map(Self.bounds)))
    }
    if !tags.isEmpty { condition.require(subject.isTagged, "tags", json(tags)) }
    if !about.isEmpty {
      // Of few documents it is looked for in each event, else all events of the entity are listed.
      let isNarrow = subject == .events && documents != nil
      condition.require(
        isNarrow ? Self.isEventAbout : subject.isAbout, "about", json(about))
    }
    return condition
  }

  private static func isIn(_ column: String, _ list: String) -> String {
    "\(column) IN (SELECT value FROM json_each(:\(list)))"
  }

  /// Documents are given too, and the fewer: the plus keeps SQLite from going through all days.
  private static let isStretch = """
    (+event.earliest, event.latest) IN (
      SELECT value ->> 0, value ->> 1 FROM json_each(:stretches))
    """

  private static let isEventAbout = """
    EXISTS (
      SELECT 1
        FROM participant
       WHERE participant.event = event.id
         AND (name, kind) IN (
           SELECT name, kind
             FROM entity_name
            WHERE entity IN (SELECT value FROM json_each(:about))))
     OR event.place IN (
      SELECT name
        FROM entity_name
       WHERE kind = 'place' AND entity IN (SELECT value FROM json_each(:about)))
    """

  private static func bounds(_ days: DayInterval) -> [Int?] {
    [days.earliest?.dayNumber, days.latest?.dayNumber]
  }

  private func json(_ values: some Encodable) -> String {
    (try? JSONEncoder().encode(values)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }
}

extension Subject {
  /// An event that may lie on or after the day, any other row of a document published then.
  var isNotBefore: String {
    guard self == .events else { return "document.published >= :from" }
    return """
      coalesce(event.earliest, event.latest) IS NOT NULL
         AND (event.latest IS NULL OR event.latest >= :from)
      """
  }

  var isNotAfter: String {
    guard self == .events else { return "document.published <= :until" }
    return """
      coalesce(event.earliest, event.latest) IS NOT NULL
         AND (event.earliest IS NULL OR event.earliest <= :until)
      """
  }

  /// The row itself, its document, or an entity in it carries the tag.
  var isTagged: String {
    let tagged = """
      SELECT target
        FROM tag
       WHERE removed_by IS NULL
         AND name IN (SELECT value FROM json_each(:tags))
         AND target_kind =
      """
    let byDocument = "document.id IN (\(tagged) 'document')"
    let byEntity = concerns(entities: "\(tagged) 'entity'")
    guard let kind = targetKind else { return "\(byDocument) OR \(byEntity)" }
    return "\(kind).id IN (\(tagged) '\(kind)') OR \(byDocument) OR \(byEntity)"
  }

  var isAbout: String { concerns(entities: "SELECT value FROM json_each(:about)") }

  private var targetKind: String? {
    switch self {
    case .events: "event"
    case .quotes: "quote"
    case .times: "time"
    case .documents, .mentions: nil
    }
  }

  /// One of `entities` is in the row.
  private func concerns(entities: String) -> String {
    let names = "FROM entity_name WHERE entity IN (\(entities))"
    switch self {
    case .documents, .times:
      return """
        document.id IN (
          SELECT document FROM mention WHERE (name, kind) IN (SELECT name, kind \(names)))
        """
    case .mentions:
      return "(mention.name, mention.kind) IN (SELECT name, kind \(names))"
    case .events:
      return """
        event.id IN (
          SELECT event FROM participant WHERE (name, kind) IN (SELECT name, kind \(names)))
         OR event.place IN (SELECT name \(names) AND kind = 'place')
        """
    case .quotes:
      return """
        quote.id IN (
          SELECT quote FROM party WHERE role <> 'cue' AND name IN (SELECT name \(names)))
         OR EXISTS (
          SELECT 1
            FROM mention
           WHERE mention.document = quote.document
             AND mention.start < quote.end
             AND mention.end > quote.start
             AND (mention.name, mention.kind) IN (SELECT name, kind \(names)))
        """
    }
  }
}
