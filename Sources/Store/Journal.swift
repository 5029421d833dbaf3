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
  /// What seals the entry and all before it; nil for one of an earlier version.
  public let hash: String?

  /// What is hashed, behind the hash of the entry before.
  var sealed: String { "\(number)\n\(at)\n\(milliseconds)\n\(status)\n\(line)" }
}

/// The journal: every command that was run, in order.
extension SessionStore {
  /// Adds an entry.
  ///
  /// - Parameters:
  ///   - at: seconds since 1970.
  ///   - status: `done`, or the problem's summary.
  ///   - hash: makes the digest that seals the entry; without it the entry is not sealed.
  /// - Returns: the entry's number.
  @discardableResult
  public func journal(
    _ line: String, at: Double, status: String, milliseconds: Int,
    hash: ((String) -> String)? = nil
  ) throws(StoreProblem) -> Int {
    try write { db in
      let before: String? =
        try db.row(
          "SELECT hash FROM journal ORDER BY number DESC LIMIT 1", []
        ) { try $0[0] as String? } ?? nil
      let number = try db.insert(
        "INSERT INTO journal (line, at, status, milliseconds) VALUES (?, ?, ?, ?)",
        [line, at, status, milliseconds])
      guard let hash else { return number }
      let entry = JournalEntry(
        number: number, line: line, at: at, status: status, milliseconds: milliseconds, hash: nil)
      try db.run(
        "UPDATE journal SET hash = ? WHERE number = ?",
        [hash((before ?? "") + "\n" + entry.sealed), number])
      return number
    }
  }

  /// Numbers of the entries whose seal does not fit them and the one before.
  ///
  /// Entries at the beginning that were never sealed are passed over; what was cut off at the end
  /// shows only against a hash that was noted elsewhere.
  public func brokenSeals(_ hash: (String) -> String) throws(StoreProblem) -> [Int] {
    var before: String?
    return try journal().compactMap { entry -> Int? in
      defer { before = entry.hash }
      if entry.hash == nil, before == nil { return nil }
      return entry.hash == hash((before ?? "") + "\n" + entry.sealed) ? nil : entry.number
    }
  }

  /// Entries in order; the last `limit` of them if given.
  public func journal(last limit: Int? = nil) throws(StoreProblem) -> [JournalEntry] {
    let entries = try read { db in
      try db.rows(
        """
          SELECT number, line, at, status, milliseconds, hash
            FROM journal
           ORDER BY number DESC
           LIMIT ?
        """, [limit ?? -1]
      ) { row in
        try JournalEntry(
          number: row[0], line: row[1], at: row[2], status: row[3], milliseconds: row[4],
          hash: row[5])
      }
    }
    return entries.reversed()
  }
}
