import GRDB

/// Writing many documents at once: what only costs time meanwhile is done at the end.
extension SessionStore {
  /// Indexes over names, days and places, whose entries come in no order: while they are kept, a
  /// large load turns pages all over the file for each of its rows.
  ///
  /// A session that was cut off without them gets them when it is opened.
  static let lateIndexes: [(name: String, columns: String)] = [
    ("document_published", "document (published, name)"),
    ("mention_name", "mention (name, kind, document, start, identity, is_description)"),
    ("party_name", "party (name)"),
    ("participant_name", "participant (name, kind)"),
    ("event_place", "event (place)"),
    ("event_days", "event (earliest, latest)"),
  ]

  /// Bytes of new text from which on indexes are made anew rather than kept up.
  private static let many = 2 << 20

  /// Runs `body`, which stores documents and removes nothing.
  ///
  /// - Parameter bytes: how much text comes, as far as is known.
  public func bulk<Result>(bytes: Int, _ body: () throws -> Result) throws -> Result {
    let isLarge = try bytes >= Self.many && bytes >= size() / 8
    try trust(true)
    if isLarge { try prepare() }
    let result = Swift.Result { try body() }
    do {
      if isLarge { try write(Self.makeLateIndexes) }
      try trust(false)
    } catch {
      // What went wrong first says more, as on a disk that is full.
      _ = try result.get()
      throw error
    }
    return try result.get()
  }

  /// Leaves out what proves each row right: what is stored comes from types that hold no other
  /// words and refers to rows that were stored with it; `session check` looks at both.
  func trust(_ isTrusting: Bool) throws(StoreProblem) {
    do {
      try queue.unsafeReentrantWrite { db in
        try db.execute(
          sql: """
            PRAGMA ignore_check_constraints = \(isTrusting ? "ON" : "OFF");
            PRAGMA foreign_keys = \(isTrusting ? "OFF" : "ON");
            """)
      }
    } catch {
      throw StoreProblem(error)
    }
  }

  /// Bytes of words that the full-text index gathers before it writes them out.
  private static let gathered = 16 << 20

  private func prepare() throws(StoreProblem) {
    try write { db in
      for index in Self.lateIndexes { try db.execute(sql: "DROP INDEX IF EXISTS \(index.name)") }
      try db.run("INSERT INTO search (search, rank) VALUES ('hashsize', ?)", [Self.gathered])
    }
  }

  static func makeLateIndexes(_ db: Database) throws {
    for index in lateIndexes {
      try db.execute(sql: "CREATE INDEX IF NOT EXISTS \(index.name) ON \(index.columns)")
    }
  }

  /// Bytes of the session's file.
  private func size() throws(StoreProblem) -> Int {
    try read { db in
      let pages = try db.row("PRAGMA page_count", []) { try $0[0] as Int } ?? 0
      let bytes = try db.row("PRAGMA page_size", []) { try $0[0] as Int } ?? 0
      return pages * bytes
    }
  }
}
