import Dates
public import Facts
import GRDB
import Text

/// The documents of a session, each with its noise.
extension SessionStore {
  /// Stores a document with what was read in it.
  ///
  /// - Returns: the number of its row.
  /// - Throws: `StoreProblem` if its name or its SHA-256 is stored already.
  @discardableResult
  public func insert(_ new: NewDocument) throws(StoreProblem) -> Int {
    try insert([new])[0]
  }

  /// Stores documents in order, all or none; batches of some hundreds are fastest.
  ///
  /// - Returns: the numbers of their rows.
  @discardableResult
  public func insert(_ batch: [NewDocument]) throws(StoreProblem) -> [Int] {
    try write { db in
      let writer = try DocumentWriter(self, db)
      let numbers = try batch.map { try writer.insert($0) }
      try writer.finish()
      return numbers
    }
  }

  /// The documents of a scope in order of their numbers.
  ///
  /// - Parameter count: no more than so many; nil: all.
  public func documents(in scope: Scope = Scope(), first count: Int? = nil) throws(StoreProblem)
    -> [DocumentRecord]
  {
    let condition = scope.condition(for: .documents)
    var arguments = StatementArguments(condition.arguments)
    arguments += ["count": max(0, count ?? .max)]
    return try read { db in
      try db.rows(
        """
          SELECT \(Self.recordColumns)
            FROM document
           WHERE \(condition.sql)
           ORDER BY document.id
           LIMIT :count
        """, arguments, Self.record)
    }
  }

  /// How many documents are in a scope.
  public func documentCount(in scope: Scope) throws(StoreProblem) -> Int {
    let condition = scope.condition(for: .documents)
    return try read { db in
      try db.row(
        "SELECT count(*) FROM document WHERE \(condition.sql)",
        StatementArguments(condition.arguments)
      ) { try $0[0] } ?? 0
    }
  }

  /// A document without its text; nil if there is none of that number.
  public func record(_ id: Int) throws(StoreProblem) -> DocumentRecord? {
    try read { db in
      try db.row("SELECT \(Self.recordColumns) FROM document WHERE id = ?", [id], Self.record)
    }
  }

  /// A document with text and noise; nil if there is none of that number.
  public func document(_ id: Int) throws(StoreProblem) -> Document? {
    try read { db in
      guard let record = try record(id), let text = try text(id, db) else { return nil }
      var document = Document(
        name: record.name, title: record.title, source: record.source, url: record.url,
        language: record.language, publication: record.publication, sha256: record.sha256,
        text: text, noise: try noise(id, db))
      document.author = record.author
      document.publishedIn = record.publishedIn
      return document
    }
  }

  public func documentID(named name: String) throws(StoreProblem) -> Int? {
    try read { db in try db.row("SELECT id FROM document WHERE name = ?", [name]) { try $0[0] } }
  }

  public func documentID(sha256: String) throws(StoreProblem) -> Int? {
    try read { db in try db.row("SELECT id FROM document WHERE sha256 = ?", [sha256]) { try $0[0] }
    }
  }

  /// The first eight bytes of every document's SHA-256, for telling fast what is not here.
  public func documentHashes() throws(StoreProblem) -> Set<UInt64> {
    try read { db in
      let cursor = try String.fetchCursor(
        db, sql: "SELECT substr(sha256, 1, 16) FROM document ORDER BY id")
      var hashes: Set<UInt64> = []
      while let hash = try cursor.next() { hashes.insert(Self.shortHash(hash)) }
      return hashes
    }
  }

  /// The first eight bytes of a SHA-256 in hexadecimal.
  public static func shortHash(_ sha256: String) -> UInt64 {
    UInt64(sha256.prefix(16), radix: 16) ?? 0
  }

  /// Removes a document with all that was read in it; notes and tags on these go too.
  public func remove(document id: Int) throws(StoreProblem) {
    try write { db in try remove(id, db) }
  }
}

extension SessionStore {
  static let recordColumns =
    """
    id, name, title, source, url, language, published, published_from, sha256, bytes, author,
    published_in
    """

  static func record(_ row: Fields) throws -> DocumentRecord {
    try DocumentRecord(
      id: row[0], name: row[1], title: row[2], source: row[3], url: row[4], language: row[5],
      publication: Publication(day: row.day(6), origin: row.word(7)), sha256: row[8],
      byteCount: row[9], author: row[10], publishedIn: row[11])
  }

  func text(_ id: Int, _ db: Database) throws -> String? {
    try db.row("SELECT text FROM document WHERE id = ?", [id]) { try $0[0] }
  }

  func noise(_ id: Int, _ db: Database) throws -> [Noise] {
    try db.rows(
      """
        SELECT start, end, kind
          FROM noise
         WHERE document = ?
         ORDER BY start, end, kind
      """, [id]
    ) { try Noise(span: $0.span(0), kind: $0[2]) }
  }

  func insert(noise: [Noise], of id: Int, _ db: Database) throws {
    for noise in noise where !noise.span.isEmpty {
      try db.run(
        "INSERT OR IGNORE INTO noise (document, start, end, kind) VALUES (?, ?, ?, ?)",
        [id, noise.span.start, noise.span.end, noise.kind])
    }
  }

  func remove(_ id: Int, _ db: Database) throws {
    try unindex(id, db)
    try removeRemarks(onDocument: id, db)
    try db.run("DELETE FROM document WHERE id = ?", [id])
  }
}
