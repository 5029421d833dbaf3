import Dates
public import Facts
import GRDB
public import Text

/// Readings: all that one version of the rules found in a document, replaced whole.
extension SessionStore {
  /// Replaces what was read in a document; a fact with the same span and kind keeps its number.
  ///
  /// - Throws: `StoreProblem` if there is no such document.
  public func replaceReading(of document: Int, with reading: Reading, rules: String)
    throws(StoreProblem)
  {
    try write { db in
      let kept = try KeptNumbers(of: document, db)
      for table in ["reading", "mention", "time", "quote", "event"] {
        try db.run("DELETE FROM \(table) WHERE document = ?", [document])
      }
      let facts = try FactWriter(db)
      try facts.add(reading, of: document, rules: rules, keeping: kept)
      try facts.finish()
    }
  }

  /// Replaces the noise of a document, as a reading in another language finds it.
  public func replaceNoise(of document: Int, with noise: [Noise]) throws(StoreProblem) {
    try write { db in
      try db.run("DELETE FROM noise WHERE document = ?", [document])
      try insert(noise: noise, of: document, db)
    }
  }

  /// Replaces what a reading may find of a document's origin: outlet, address and day.
  public func replaceOrigin(of id: Int, with document: Document) throws(StoreProblem) {
    let publication = document.publication
    try write { db in
      try db.run(
        """
          UPDATE document
             SET source = ?, url = ?, published = ?, published_from = ?
           WHERE id = ?
        """,
        [
          document.source, document.url, publication.day?.dayNumber,
          publication.day == nil ? "none" : publication.origin.rawValue, id,
        ])
    }
  }

  /// What was read in a document; nil if there is no such document.
  public func reading(of document: Int) throws(StoreProblem) -> Reading? {
    var scope = Scope()
    scope.documents = [document]
    guard try record(document) != nil else { return nil }
    return Reading(
      sentences: try sentences(of: document),
      mentions: try mentions(in: scope).map(\.value),
      times: try times(in: scope).map(\.value),
      quotes: try quotes(in: scope).map(\.value),
      events: try events(in: scope).map(\.value))
  }

  /// Sentences of a document, in order.
  public func sentences(of document: Int) throws(StoreProblem) -> [Span] {
    try read { db in
      try db.row("SELECT sentences FROM reading WHERE document = ?", [document]) {
        SpanList.decode(try $0[0])
      } ?? []
    }
  }

  /// Sentences of a document and the days that they name, both in order.
  public func datedSentences(of document: Int) throws(StoreProblem) -> (
    sentences: [Span], days: [SentenceDays]
  ) {
    try read { db in
      try db.row("SELECT sentences, days FROM reading WHERE document = ?", [document]) {
        (SpanList.decode(try $0[0]), SentenceDays.decode(try $0[1]))
      } ?? ([], [])
    }
  }

  /// Documents whose reading was not made by `rules`, in order of their numbers.
  public func documents(notReadBy rules: String) throws(StoreProblem) -> [Int] {
    try read { db in
      try db.rows(
        """
          SELECT document.id
            FROM document
            LEFT JOIN reading ON reading.document = document.id
           WHERE reading.rules IS NOT ?
           ORDER BY document.id
        """, [rules]
      ) { try $0[0] }
    }
  }
}

extension RowInserter {
  static func readings(_ db: Database) throws -> RowInserter {
    try RowInserter(db, into: "reading", "document, rules, sentences, days")
  }

  func add(_ reading: Reading, of document: Int, rules: String) throws {
    let days = SentenceDays.list(sentences: reading.sentences, times: reading.times)
    try add(document, rules, SpanList.encode(reading.sentences), SentenceDays.encode(days))
  }
}
