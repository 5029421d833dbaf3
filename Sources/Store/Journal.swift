import GRDB

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

/// The journal: every command that was run, in order.
extension SessionStore {
  /// Adds an entry.
  ///
  /// - Parameters:
  ///   - at: seconds since 1970.
  ///   - status: `done`, or the problem's summary.
  /// - Returns: the entry's number.
  @discardableResult
  public func journal(_ line: String, at: Double, status: String, milliseconds: Int)
    throws(StoreProblem) -> Int
  {
    try write { db in
      try db.insert(
        "INSERT INTO journal (line, at, status, milliseconds) VALUES (?, ?, ?, ?)",
        [line, at, status, milliseconds])
    }
  }

  /// Entries in order; the last `limit` of them if given.
  public func journal(last limit: Int? = nil) throws(StoreProblem) -> [JournalEntry] {
    let entries = try read { db in
      try db.rows(
        """
          SELECT number, line, at, status, milliseconds
            FROM journal
           ORDER BY number DESC
           LIMIT ?
        """, [limit ?? -1]
      ) { row in
        try JournalEntry(
          number: row[0], line: row[1], at: row[2], status: row[3], milliseconds: row[4])
      }
    }
    return entries.reversed()
  }
}
