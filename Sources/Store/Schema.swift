import GRDB

/// The tables of a session and how a connection to them is set up.
enum Schema {
  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.journalMode = .wal
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA synchronous = NORMAL;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA cache_size = -65536;
          """)
    }
    return configuration
  }

  private typealias Migration = (name: String, body: @Sendable (Database) throws -> Void)

  /// Steps that were released are never edited; what changes is a new step at the end.
  private static let migrations: [Migration] = [
    (
      "1",
      { db in
        for tables in [decisions, documents, facts, entities, search] {
          try db.execute(sql: tables)
        }
      }
    ),
    ("event rulings", { db in try db.execute(sql: eventRulings) }),
    ("links", { db in try db.execute(sql: links) }),
    ("timeline rulings", { db in try db.execute(sql: SessionStore.rulings) }),
    (
      "author and place of the date",
      { db in
        try db.execute(
          sql: """
            ALTER TABLE document ADD COLUMN author TEXT;
            ALTER TABLE document ADD COLUMN published_in TEXT;
            """)
      }
    ),
    ("journal chain", { db in try db.execute(sql: "ALTER TABLE journal ADD COLUMN hash TEXT") }),
    ("days of sentences", SessionStore.addSentenceDays),
    ("event numbers", { db in try db.execute(sql: eventNumbers) }),
    ("days of entities", SessionStore.addEntityDays),
    (
      "all of a name in its index",
      { db in
        try db.execute(
          sql: """
            DROP INDEX IF EXISTS mention_name;
            CREATE INDEX mention_name
                ON mention (name, kind, document, start, identity, is_description);
            """)
      }
    ),
  ]

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in migrations { migrator.registerMigration(step.name, migrate: step.body) }
    return migrator
  }

  /// Makes the tables of a new session: all steps in one transaction, which is faster.
  private static func create(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      // As the migrator does: a table that is made anew is not to take rows of others along.
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.inTransaction(.immediate) {
        // Another annals may have made them meanwhile.
        guard try isWithoutTables(db) else { return .commit }
        try db.execute(
          sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        for step in migrations {
          try step.body(db)
          try db.execute(
            sql: "INSERT INTO grdb_migrations (identifier) VALUES (?)", arguments: [step.name])
        }
        return .commit
      }
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
  }

  /// Makes or brings up to date the tables, after making sure that the file is a session of ours.
  static func open(_ queue: DatabaseQueue, isNew: Bool) throws {
    guard try isNew || queue.read(isBare) else {
      try queue.read(refuseForeign)
      try migrator.migrate(queue)
      return try completeIndexes(queue)
    }
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(SessionStore.applicationID)")
    }
    try create(queue)
  }

  /// Makes the indexes that a large load did without, where it was cut off before it made them.
  private static func completeIndexes(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      guard try isWithoutIndex(db) else { return }
      try db.inTransaction {
        try SessionStore.makeLateIndexes(db)
        return .commit
      }
    }
  }

  /// Whether the file is a database without anything in it, as is left if its maker is killed
  /// before the first table.
  private static func isBare(_ db: Database) throws -> Bool {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    return try isWithoutTables(db)
      && (application == 0 || application == SessionStore.applicationID)
      && Int.fetchOne(db, sql: "PRAGMA user_version") == 0
  }

  private static func isWithoutTables(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
  }

  /// Whether a large load was cut off before it made the indexes anew.
  private static func isWithoutIndex(_ db: Database) throws -> Bool {
    let names = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name")
    return !Set(SessionStore.lateIndexes.map(\.name)).isSubset(of: names)
  }

  static func refuseForeign(_ db: Database) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == SessionStore.applicationID else {
      throw StoreProblem(
        "the file is a database but not a session", hint: "name another file for a new session",
        kind: .unreadable)
    }
    guard try !migrator.hasBeenSuperseded(db) else {
      throw StoreProblem(
        "the session was made by a later version", hint: "use that version", kind: .unreadable)
    }
    // A session has neither triggers nor views; those of a stranger's file could act on our writes.
    let foreign = try String.fetchAll(
      db,
      sql: """
          SELECT name
            FROM sqlite_schema
           WHERE type IN ('trigger', 'view')
           ORDER BY name
        """)
    guard foreign.isEmpty else {
      throw StoreProblem(
        "the session has a part that annals did not make: \(foreign[0])", kind: .unreadable)
    }
  }
}
