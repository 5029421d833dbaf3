import GRDB

/// A hit of a full-text search.
public struct SearchHit: Sendable, Equatable {
  public let document: Int
  /// Okapi BM25 as FTS5 gives it, sign reversed: the greater the better.
  public let score: Double
}

/// Full-text search over what `searchText` makes of the documents' texts.
extension SessionStore {
  /// Documents of a scope that match, best first and then in order of their numbers.
  ///
  /// - Parameter match: an expression of FTS5.
  /// - Throws: `StoreProblem` if `match` is no such expression.
  public func search(_ match: String, in scope: Scope = Scope(), limit: Int? = nil)
    throws(StoreProblem) -> [SearchHit]
  {
    let condition = scope.condition(for: .documents)
    // `document` holds the texts: its pages are not turned where all documents are asked for.
    let documents = scope == Scope() ? "" : "JOIN document ON document.id = search.rowid"
    var arguments = StatementArguments(condition.arguments)
    arguments += ["match": match, "limit": limit ?? -1]
    return try read { db in
      do {
        return try db.rows(
          """
            SELECT search.rowid, -bm25(search) AS score
              FROM search
              \(documents)
             WHERE search MATCH :match
               AND \(condition.sql)
             ORDER BY score DESC, search.rowid
             LIMIT :limit
          """, arguments
        ) { try SearchHit(document: $0[0], score: $0[1]) }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        throw StoreProblem(
          "not a search: \(match)", hint: "quote words that are not letters or digits")
      }
    }
  }

  /// Words of the index that meet a condition, sorted; of very many the first `most`.
  public func indexedWords(most: Int, where isWanted: (String) -> Bool) throws(StoreProblem)
    -> [String]
  {
    try read { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab (main, search, row)
          """)
      var words: [String] = []
      try db.eachRow("SELECT term FROM temp.search_word ORDER BY term") { row in
        let word: String = try row[0]
        if words.count < most, isWanted(word) { words.append(word) }
      }
      return words
    }
  }

  /// Builds the full-text index anew.
  public func rebuildSearch() throws(StoreProblem) {
    try write { db in
      try db.run("INSERT INTO search (search) VALUES ('delete-all')")
      for id in try db.rows("SELECT id FROM document ORDER BY id", [], { try $0[0] as Int }) {
        guard let text = try text(id, db) else { continue }
        try index(searchText(text), of: id, db)
      }
    }
  }

  func index(_ searchText: String, of document: Int, _ db: Database) throws {
    try db.add("INSERT INTO search (rowid, text) VALUES (?, ?)", document, searchText)
  }

  /// Deletes a document's entry, for which the index wants the text that it was made of.
  func unindex(_ document: Int, _ db: Database) throws {
    guard let text = try text(document, db) else { return }
    try db.run(
      "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)",
      [document, searchText(text)])
  }
}
