import Dates
import GRDB
import Testing
import Text

@testable import Store

/// A session as the version before left it.
@Suite("Sessions of earlier versions")
struct MigrationTests {
  /// One document with a sentence, a day, a mention, and a meeting of two.
  private static let facts = """
    INSERT INTO document (id, name, language, published_from, sha256, bytes, text)
    VALUES (1, 'a', 'en', 'none', printf('%064d', 1), 20, 'Putin met Xi today.');
    INSERT INTO mention (document, ordinal, start, end, text, kind, name, is_description, rule)
    VALUES (1, 0, 0, 5, 'Putin', 'person', 'Putin', 0, 'lexicon');
    INSERT INTO time (
      document, start, end, text, type, value, edtf, earliest, latest, anchor, rule, reason
    ) VALUES (
      1, 13, 18, 'today', 'DATE', '2024-10-02', '2024-10-02', 19998, 19998, 'none', 'today', '');
    INSERT INTO event (
      id, document, start, end, text, sentence_start, sentence_end, kind, status, value, edtf,
      earliest, latest, basis, rule
    ) VALUES (
      7, 1, 6, 9, 'met', 0, 19, 'consult', 'happened', '2024-10-02', '2024-10-02', 19998, 19998,
      'clause', 'met');
    INSERT INTO participant (event, ordinal, name, kind, role)
    VALUES (7, 0, 'Putin', 'person', 'actor'), (7, 1, 'Xi', 'person', 'target');
    """

  private func migrated() throws -> DatabaseQueue {
    let queue = try DatabaseQueue(configuration: Schema.configuration)
    try Schema.migrator.migrate(queue, upTo: "journal chain")
    try queue.write { db in
      try db.execute(sql: Self.facts)
      try db.execute(
        sql: "INSERT INTO reading (document, rules, sentences) VALUES (1, 'old', ?)",
        arguments: [SpanList.encode([Span(0, 19)])])
    }
    try Schema.migrator.migrate(queue)
    return queue
  }

  @Test("Keep their events with number and participants")
  func events() throws {
    try migrated().read { db in
      #expect(try Int.fetchAll(db, sql: "SELECT id FROM event ORDER BY id") == [7])
      let names = try String.fetchAll(
        db, sql: "SELECT name FROM participant WHERE event = 7 ORDER BY ordinal")
      #expect(names == ["Putin", "Xi"])
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
    }
  }

  @Test("Number a new event behind the ones that were")
  func numbers() throws {
    let queue = try migrated()
    let next = try queue.write { db -> Int64 in
      try db.execute(
        sql: """
          INSERT INTO event (
            document, start, end, text, sentence_start, sentence_end, kind, status, value, edtf,
            basis, rule
          ) VALUES (1, 6, 9, 'met', 0, 19, 'consult', 'conditional', '', '', 'none', 'met')
          """)
      return db.lastInsertedRowID
    }
    #expect(next == 8)
  }

  @Test("Get the days of their sentences, and the indexes that go with them")
  func days() throws {
    try migrated().read { db in
      let days = try #require(try Row.fetchOne(db, sql: "SELECT days FROM reading"))
      let list = SentenceDays.decode(days[0])
      #expect(list.map(\.sentence) == [0])
      #expect(list.map(\.first.dayNumber) == [19998])
      let counted = try Row.fetchAll(db, sql: "SELECT entity, first FROM entity_day ORDER BY id")
      #expect(counted == [["entity": nil, "first": 19998]])
      let indexes = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name")
      for name in [
        "document_label", "document_published", "event_days", "event_document", "event_place",
      ] {
        #expect(indexes.contains(name))
      }
    }
  }

  @Test("Have the tables of a new session")
  func tables() throws {
    let tables = { (db: Database) in
      try Row.fetchAll(
        db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    }
    let new = try Samples.store()
    let identifiers = "SELECT identifier FROM grdb_migrations ORDER BY rowid"
    #expect(try migrated().read(tables) == new.read(tables))
    #expect(
      try migrated().read { try String.fetchAll($0, sql: identifiers) }
        == new.read { try String.fetchAll($0, sql: identifiers) })
    #expect(try new.read { try Bool.fetchOne($0, sql: "PRAGMA foreign_keys") } == true)
  }
}
