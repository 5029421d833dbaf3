public import Dates
import Facts
import FoundationEssentials
import GRDB
import Text

/// Which documents tell of a date, for timelines of very many.
extension SessionStore {
  /// Of documents those that came out with a date first, then the others, each by day and name.
  public func documents(
    _ documents: [Int], publishedFirst days: DayInterval, most: Int
  ) throws(StoreProblem) -> [Int] {
    try read { db in
      try db.rows(
        """
          SELECT id
            FROM document INDEXED BY document_label
           WHERE id IN (SELECT value FROM json_each(?1))
           ORDER BY published BETWEEN ?2 AND ?3 DESC, published IS NULL, published, name
           LIMIT ?4
        """,
        [Self.list(documents), days.earliest?.dayNumber, days.latest?.dayNumber, most]
      ) { try $0[0] as Int }
    }
  }

  /// The outlets of documents, or the names of those without one, in order.
  public func outlets(of documents: [Int]) throws(StoreProblem) -> [String] {
    try read { db in
      try db.rows(
        """
          SELECT DISTINCT coalesce(source, name)
            FROM document INDEXED BY document_label
           WHERE id IN (SELECT value FROM json_each(?))
           ORDER BY 1
        """, [Self.list(documents)]
      ) { try $0[0] as String }
    }
  }

  /// Numbers of the documents of a scope, ascending.
  public func documentNumbers(in scope: Scope) throws(StoreProblem) -> [Int] {
    let condition = scope.condition(for: .documents)
    return try read { db in
      try db.rows(
        "SELECT id FROM document WHERE \(condition.sql) ORDER BY id",
        StatementArguments(condition.arguments)
      ) { try $0[0] as Int }
    }
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

  public func countDocuments() throws(StoreProblem) -> Int {
    try read { db in
      try db.row("SELECT count(*) FROM document", []) { try $0[0] as Int } ?? 0
    }
  }

  /// Whether more documents than that have been read.
  public func hasReadings(moreThan count: Int) throws(StoreProblem) -> Bool {
    try read { db in
      try db.row("SELECT 1 FROM reading LIMIT 1 OFFSET ?", [count]) { _ in true } ?? false
    }
  }

  /// Documents that were published on a day, by name, as far as they are meant.
  public func documents(
    publishedOn day: CalendarDate, most: Int, where isMeant: (Int) -> Bool
  ) throws(StoreProblem) -> [Int] {
    try read { db in
      let ids = try Int.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT id
              FROM document INDEXED BY document_published
             WHERE published = ?
             ORDER BY name
            """), arguments: [day.dayNumber])
      var found: [Int] = []
      while found.count < most, let id = try ids.next() {
        if isMeant(id) { found.append(id) }
      }
      return found
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
