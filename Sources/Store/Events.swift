import Dates
public import Facts
import GRDB
import Text

/// Events with their participants.
extension SessionStore {
  /// Events of a scope by document and place in the text.
  ///
  /// `from` and `until` look at the event's days: it is in if it may lie on one of the days
  /// between them, and an event without days is out.
  public func events(in scope: Scope = Scope()) throws(StoreProblem) -> [Stored<Event>] {
    try read { db in try events(scope.condition(for: .events), db) }
  }

  /// One event; nil if there is none of that number.
  public func event(_ id: Int) throws(StoreProblem) -> Stored<Event>? {
    var condition = Condition()
    condition.require("event.id = :id", "id", id)
    return try read { db in try events(condition, db).first }
  }

  private func events(_ condition: Condition, _ db: Database) throws -> [Stored<Event>] {
    var participants = try participants(condition, db)
    var numbers = try numbers(condition, db)
    return try db.rows(
      """
        SELECT event.id, event.document, event.start, event.end, event.text, event.sentence_start,
               event.sentence_end, event.kind, event.mode, event.status, event.value, event.edtf,
               event.earliest, event.latest, event.basis, event.time_start, event.time_end,
               event.place, event.rule
          FROM event
          JOIN document ON document.id = event.document
         WHERE \(condition.sql)
         ORDER BY event.document, event.start, event.end, event.id
      """, StatementArguments(condition.arguments)
    ) { row in
      let event = try Event(
        span: row.span(2), text: row[4], sentence: row.span(5), kind: row[7], mode: row[8],
        status: row.word(9), value: row[10], edtf: row[11], days: row.days(12),
        basis: row.word(14), time: row.optionalSpan(15),
        participants: participants.removeValue(forKey: row[0]) ?? [], place: row[17],
        numbers: numbers.removeValue(forKey: row[0]) ?? [], rule: row[18])
      return try Stored(id: row[0], document: row[1], value: event)
    }
  }

  private func participants(_ condition: Condition, _ db: Database) throws -> [Int: [Participant]] {
    try db.groups(
      """
        SELECT participant.event, participant.name, participant.kind, participant.role
          FROM event
          JOIN document ON document.id = event.document
          JOIN participant ON participant.event = event.id
         WHERE \(condition.sql)
         ORDER BY participant.event, participant.ordinal
      """, StatementArguments(condition.arguments)
    ) { row in
      (
        owner: try row[0],
        value: try Participant(name: row[1], kind: row.word(2), role: row.word(3))
      )
    }
  }

  private func numbers(_ condition: Condition, _ db: Database) throws -> [Int: [Quantity]] {
    try db.groups(
      """
        SELECT event_number.event, event_number.start, event_number.end, event_number.text,
               event_number.value, event_number.step, event_number.bound, event_number.dimension,
               event_number.code, event_number.factor, event_number.counted
          FROM event
          JOIN document ON document.id = event.document
          JOIN event_number ON event_number.event = event.id
         WHERE \(condition.sql)
         ORDER BY event_number.event, event_number.ordinal
      """, StatementArguments(condition.arguments)
    ) { row in
      let counted: String = try row[10]
      let unit = try (row[7] as String?).map { dimension in
        Quantity.Unit(dimension: dimension, code: try row[8], factor: try row[9])
      }
      let number = try Quantity(
        span: row.span(1), text: row[3], value: row[4], step: row[5], bound: row.word(6),
        unit: unit, counted: counted.split(separator: " ").map(String.init))
      return (owner: try row[0], value: number)
    }
  }
}

extension RowInserter {
  static func events(_ db: Database) throws -> RowInserter {
    try RowInserter(
      db, into: "event",
      """
      id, document, start, end, text, sentence_start, sentence_end, kind, mode, status, value,
      edtf, earliest, latest, basis, time_start, time_end, place, rule
      """)
  }

  static func participants(_ db: Database, of events: RowInserter) throws -> RowInserter {
    try RowInserter(
      db, into: "participant", "event, ordinal, name, kind, role", behind: events)
  }

  static func numbers(_ db: Database, of events: RowInserter) throws -> RowInserter {
    try RowInserter(
      db, into: "event_number",
      "event, ordinal, start, end, text, value, step, bound, dimension, code, factor, counted",
      behind: events)
  }

  func add(_ event: Event, id: Int, of document: Int) throws {
    try add(
      id, document, event.span.start, event.span.end, event.text, event.sentence.start,
      event.sentence.end, event.kind, event.mode, event.status.rawValue, event.value, event.edtf,
      event.days.earliest?.dayNumber, event.days.latest?.dayNumber, event.basis.rawValue,
      event.time?.start, event.time?.end, event.place, event.rule)
  }

  func add(_ participant: Participant, ordinal: Int, of event: Int) throws {
    try add(event, ordinal, participant.name, participant.kind.rawValue, participant.role.rawValue)
  }

  func add(_ number: Quantity, ordinal: Int, of event: Int) throws {
    try add(
      event, ordinal, number.span.start, number.span.end, number.text, number.value, number.step,
      number.bound.rawValue, number.unit?.dimension, number.unit?.code ?? "",
      number.unit?.factor ?? 1, number.counted.joined(separator: " "))
  }
}
