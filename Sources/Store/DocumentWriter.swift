import Dates
import Facts
import GRDB

/// Stores documents within one transaction, which is taken back as a whole if anything fails.
public final class DocumentWriter {
  private let store: SessionStore
  private let db: Database
  private let facts: FactWriter
  /// Texts for the full-text index, which writes itself out at every savepoint: it gets them last.
  private var texts: [(document: Int, text: String)] = []

  init(_ store: SessionStore, _ db: Database) throws {
    self.store = store
    self.db = db
    facts = try FactWriter(db)
  }

  /// Stores a document with what was read in it.
  ///
  /// - Returns: the number of its row.
  /// - Throws: `StoreProblem` if its name or its SHA-256 is stored already.
  public func insert(_ new: NewDocument) throws(StoreProblem) -> Int {
    do {
      let id = try insert(new.document)
      try store.insert(noise: new.document.noise, of: id, db)
      try facts.add(new.reading, of: id, rules: new.rules, keeping: KeptNumbers())
      texts.append((id, new.searchText ?? store.searchText(new.document.text)))
      return id
    } catch {
      throw StoreProblem(error)
    }
  }

  private func insert(_ document: Document) throws -> Int {
    // SQLite ends a text at a zero byte, and every span after it would be wrong.
    guard !document.text.utf8.contains(0) else {
      throw StoreProblem("\(document.name) holds a zero byte")
    }
    let publication = document.publication
    return try db.add(
      """
        INSERT INTO document (
          step, name, title, source, url, language, published, published_from, sha256, bytes, text,
          author, published_in
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      try store.currentStep(db), document.name, document.title, document.source, document.url,
      document.language, publication.day?.dayNumber,
      publication.day == nil ? "none" : publication.origin.rawValue, document.sha256,
      document.text.utf8.count, document.text, document.author, document.publishedIn)
  }

  func finish() throws {
    try facts.finish()
    for (document, text) in texts { try store.index(text, of: document, db) }
    texts = []
  }
}

extension SessionStore {
  /// Stores documents in one transaction: all that `body` hands to the writer, or none.
  ///
  /// - Throws: what `body` throws; `StoreProblem` if the documents cannot be kept.
  public func storing<Result>(_ body: (DocumentWriter) throws -> Result) throws -> Result {
    try transaction {
      try queue.unsafeReentrantWrite { db in
        let writer = try DocumentWriter(self, db)
        let result = try body(writer)
        try writer.finish()
        return result
      }
    }
  }
}
