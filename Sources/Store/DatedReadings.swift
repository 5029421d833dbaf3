public import Dates
import Facts
import FoundationEssentials
import GRDB
public import Text

/// What a timeline counts in a document without reading its text.
public struct DatedReading: Sendable {
  public let document: Int
  public let sentences: [Span]
  public let days: [SentenceDays]
}

/// The days that sentences name, kept with every reading, so that the dates of large scopes can be
/// counted.
extension SessionStore {
  /// Documents of a scope with the days that their sentences name, in order of their numbers.
  public func datedReadings(in scope: Scope) throws(StoreProblem) -> [DatedReading] {
    var others = scope
    others.about = []
    guard others == Scope() else {
      let condition = scope.condition(for: .documents)
      return try datedReadings(
        """
          SELECT reading.document, reading.sentences, reading.days
            FROM document
            JOIN reading ON reading.document = document.id
           WHERE \(condition.sql)
           ORDER BY reading.document
        """, StatementArguments(condition.arguments))
    }
    // `document` holds the texts: its pages are not turned where only entities are asked for.
    return try datedReadings(
      """
        SELECT document, sentences, days
          FROM reading
         WHERE ?1 = '[]'
            OR document IN (
                 SELECT document
                   FROM entity_use
                  WHERE entity IN (SELECT value FROM json_each(?1)))
         ORDER BY document
      """, [Self.list(scope.about)])
  }

  private func datedReadings(_ sql: String, _ arguments: StatementArguments) throws(StoreProblem)
    -> [DatedReading]
  {
    try read { db in
      try db.rows(sql, arguments) { row in
        try DatedReading(
          document: row[0], sentences: SpanList.decode(row[1]), days: SentenceDays.decode(row[2]))
      }
    }
  }

  /// Where documents name any of the entities: the bytes at which mentions begin, by document.
  public func mentionStarts(of entities: [Int]) throws(StoreProblem) -> [Int: [Int]] {
    let rows = try read { db in
      try db.rows(
        """
          SELECT mention.document, mention.start
            FROM entity_name
            JOIN mention ON mention.name = entity_name.name AND mention.kind = entity_name.kind
           WHERE entity_name.entity IN (SELECT value FROM json_each(?))
           ORDER BY mention.name, mention.kind, mention.document, mention.start
        """, [Self.list(entities)]
      ) { (document: try $0[0] as Int, start: try $0[1] as Int) }
    }
    var starts: [Int: [Int]] = [:]
    for row in rows { starts[row.document, default: []].append(row.start) }
    return starts.mapValues { $0.sorted() }
  }

  /// Documents that mention any of the entities, ascending.
  public func documents(about entities: [Int]) throws(StoreProblem) -> [Int] {
    try read { db in
      try db.rows(
        """
          SELECT DISTINCT document
            FROM entity_use
           WHERE entity IN (SELECT value FROM json_each(?))
           ORDER BY document
        """, [Self.list(entities)]
      ) { try $0[0] as Int }
    }
  }

  /// How many documents have been read.
  public func countReadings() throws(StoreProblem) -> Int {
    try read { db in
      try db.row("SELECT count(*) FROM reading", []) { try $0[0] as Int } ?? 0
    }
  }

  /// Documents that were published on one of the days, ascending.
  public func documents(publishedOn days: [CalendarDate]) throws(StoreProblem) -> [Int] {
    try read { db in
      try db.rows(
        """
          SELECT id
            FROM document
           WHERE published IN (SELECT value FROM json_each(?))
           ORDER BY id
        """, [Self.list(days.map(\.dayNumber))]
      ) { try $0[0] as Int }
    }
  }

  /// The first day on which a document of a scope was published; nil if none is known.
  public func firstPublication(in scope: Scope) throws(StoreProblem) -> CalendarDate? {
    let condition = scope.condition(for: .documents)
    return try read { db in
      try db.row(
        "SELECT min(document.published) FROM document WHERE \(condition.sql)",
        StatementArguments(condition.arguments)
      ) { try $0.day(0) }.flatMap { $0 }
    }
  }

  /// Adds to sessions of earlier versions the days of sentences and the indexes that go with them.
  static func addSentenceDays(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE reading ADD COLUMN days BLOB NOT NULL DEFAULT x'';
        DROP INDEX mention_name;
        CREATE INDEX mention_name ON mention (name, kind, document, start);
        CREATE INDEX event_days ON event (earliest, latest);
        CREATE INDEX document_published ON document (published);
        """)
    let documents = try db.rows("SELECT document FROM reading ORDER BY document") {
      try $0[0] as Int
    }
    for document in documents {
      let sentences =
        try db.row("SELECT sentences FROM reading WHERE document = ?", [document]) {
          SpanList.decode(try $0[0])
        } ?? []
      let times = try db.rows(
        """
          SELECT start, end, type, value, edtf, earliest, latest
            FROM time
           WHERE document = ?
           ORDER BY start, end, id
        """, [document]
      ) { row in
        try TimeExpression(
          span: row.span(0), text: "", type: row.word(2), value: row[3], edtf: row[4],
          days: row.days(5), anchor: .none, rule: "")
      }
      let days = SentenceDays.list(sentences: sentences, times: times)
      try db.run(
        "UPDATE reading SET days = ? WHERE document = ?", [SentenceDays.encode(days), document])
    }
  }
}
