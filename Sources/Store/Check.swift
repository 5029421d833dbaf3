import Glibc
import GRDB

/// Whether a session is whole, how much is in it, and copies of it.
extension SessionStore {
  /// How many rows there are of each kind, in the order in which they are shown.
  public func counts() throws(StoreProblem) -> [(name: String, count: Int)] {
    let tables = [
      ("documents", "document"), ("mentions", "mention"), ("entities", "entity"),
      ("times", "time"), ("events", "event"), ("quotes", "quote"), ("decisions", "decision"),
      ("notes", "note"), ("commands", "journal"),
    ]
    return try read { db in
      try tables.map { name, table in
        (name, try db.row("SELECT count(*) FROM \(table)", []) { try $0[0] } ?? 0)
      }
    }
  }

  /// Looks at every page, reference, index entry and span.
  ///
  /// - Returns: what is wrong, one line a fault; empty if the session is whole.
  public func check() throws(StoreProblem) -> [String] {
    try write { db in
      var faults: [String] = try db.rows("PRAGMA integrity_check") { try $0[0] }.filter {
        $0 != "ok"
      }
      faults += try db.rows("PRAGMA foreign_key_check") { row in
        let (table, target): (String, String) = (try row[0], try row[2])
        return "a row of \(table) refers to a \(target) that is not there"
      }
      faults += try searchFaults(db)
      faults += try dayFaults(db)
      for id in try db.rows("SELECT id FROM document ORDER BY id", [], { try $0[0] as Int }) {
        faults += try spanFaults(id, db)
      }
      return faults
    }
  }

  private func searchFaults(_ db: Database) throws -> [String] {
    do {
      try db.run("INSERT INTO search (search) VALUES ('integrity-check')")
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return ["the full-text index is damaged"]
    }
    return try db.rows(
      """
        SELECT id
          FROM document
         WHERE id NOT IN (SELECT id FROM search_docsize)
         ORDER BY id
      """
    ) { "document \(try $0[0] as Int) is not in the full-text index" }
  }

  /// Facts of a document whose text is not what stands at their span.
  private func spanFaults(_ document: Int, _ db: Database) throws -> [String] {
    guard let text = try text(document, db) else { return [] }
    let bytes = Array(text.utf8)
    return try db.rows(
      """
          SELECT 'mention' AS fact, start, end, text FROM mention WHERE document = :document
           UNION ALL
          SELECT 'time', start, end, text FROM time WHERE document = :document
           UNION ALL
          SELECT 'quote', start, end, text FROM quote WHERE document = :document
           UNION ALL
          SELECT party.role, party.start, party.end, party.text
            FROM quote
            JOIN party ON party.quote = quote.id
           WHERE quote.document = :document
           UNION ALL
          SELECT 'event', start, end, text FROM event WHERE document = :document
           UNION ALL
          SELECT 'number', event_number.start, event_number.end, event_number.text
            FROM event
            JOIN event_number ON event_number.event = event.id
           WHERE event.document = :document
           ORDER BY fact, start
      """, ["document": document]
    ) { row in
      let (fact, span, expected): (String, [Int], String) = try (row[0], [row[1], row[2]], row[3])
      let isThere = 0 <= span[0] && span[0] <= span[1] && span[1] <= bytes.count
      guard isThere, bytes[span[0]..<span[1]].elementsEqual(expected.utf8) else {
        return "document \(document): a \(fact) at \(span[0]) is not what stands there"
      }
      return nil
    }.compactMap { $0 }
  }

  /// Writes a copy of the session to a new file that only its owner can read.
  ///
  /// - Throws: `StoreProblem` if there is a file at `path`.
  public func snapshot(to path: String) throws(StoreProblem) {
    try SessionFile.create(path)
    do { try queue.vacuum(into: path) } catch {
      unlink(path)
      throw StoreProblem(error)
    }
  }
}
