import Dates
public import Facts
import GRDB
public import Text

/// Time expressions.
extension SessionStore {
  /// Time expressions in the documents of a scope, by document and place in the text.
  public func times(in scope: Scope = Scope()) throws(StoreProblem) -> [Stored<TimeExpression>] {
    try read { db in try times(scope.condition(for: .times), db) }
  }

  /// One time expression; nil if there is none of that number.
  public func time(_ id: Int) throws(StoreProblem) -> Stored<TimeExpression>? {
    var condition = Condition()
    condition.require("time.id = :id", "id", id)
    return try read { db in try times(condition, db).first }
  }

  /// The time expression at a place of a document; nil if there is none.
  public func time(at span: Span, in document: Int) throws(StoreProblem) -> Stored<TimeExpression>?
  {
    var condition = Condition()
    condition.require("time.document = :document", "document", document)
    condition.require("time.start = :start", "start", span.start)
    condition.require("time.end = :end", "end", span.end)
    return try read { db in try times(condition, db).first }
  }

  private func times(_ condition: Condition, _ db: Database) throws -> [Stored<TimeExpression>] {
    try db.rows(
      """
        SELECT time.id, time.document, time.start, time.end, time.text, time.type, time.value,
               time.edtf, time.earliest, time.latest, time.anchor, time.rule, time.reason
          FROM time
          JOIN document ON document.id = time.document
         WHERE \(condition.sql)
         ORDER BY time.document, time.start, time.end, time.id
      """, StatementArguments(condition.arguments)
    ) { row in
      let time = try TimeExpression(
        span: row.span(2), text: row[4], type: row.word(5), value: row[6], edtf: row[7],
        days: row.days(8), anchor: Anchor(row[10]) ?? .none, rule: row[11], reason: row[12])
      return try Stored(id: row[0], document: row[1], value: time)
    }
  }
}

extension RowInserter {
  static func times(_ db: Database) throws -> RowInserter {
    try RowInserter(
      db, into: "time",
      """
      id, document, start, end, text, type, value, edtf, earliest, latest, anchor, rule, reason
      """)
  }

  func add(_ time: TimeExpression, id: Int?, of document: Int) throws {
    try add(
      id, document, time.span.start, time.span.end, time.text, time.type.rawValue, time.value,
      time.edtf, time.days.earliest?.dayNumber, time.days.latest?.dayNumber,
      time.anchor.description, time.rule, time.reason)
  }
}
