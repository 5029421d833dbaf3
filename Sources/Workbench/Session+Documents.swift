public import Store

/// Loading, correcting, searching and describing documents.
extension Session {
  public func load(_ order: LoadOrder) throws -> LoadReport {
    let report = try loadDocuments(order)
    if report.isCancelled, report.items.isEmpty { throw Problem.interrupted }
    guard !report.items.isEmpty else {
      throw Problem(
        "nothing to read in \(order.paths.joined(separator: " "))", at: order.paths.first)
    }
    if let problem = report.problem { throw problem }
    return report
  }

  private static let leftover = "leftover"

  func leaveUnlinked() throws { try store.setSetting(Self.leftover, to: "names") }

  /// Resolves the names of documents that an interrupted load left.
  func linkLeftovers() throws {
    guard try store.setting(Self.leftover) != nil else { return }
    try store.transaction {
      try resolve()
      try store.setSetting(Self.leftover, to: nil)
    }
  }

  public func setPublished(_ document: String, to value: String) throws -> DocumentRow {
    guard CalendarDate(value) != nil else {
      throw Problem("\(value) is no day", at: value, hint: "write it as 2024-10-02", kind: .usage)
    }
    return try correct(.published, document, value)
  }

  public func setSource(_ document: String, to value: String) throws -> DocumentRow {
    try correct(.source, document, value)
  }

  public func setTitle(_ document: String, to value: String) throws -> DocumentRow {
    try correct(.title, document, value)
  }

  public func setLanguage(_ document: String, to value: String) throws -> DocumentRow {
    guard readers.languages.contains(value) else {
      throw Problem.unknown("language", value, among: readers.languages)
    }
    return try correct(.language, document, value)
  }

  private func correct(_ field: CorrectedField, _ reference: String, _ value: String) throws
    -> DocumentRow
  {
    let row = try documentRow(reference)
    try store.correct(field, of: row.id, to: value)
    if field == .published || field == .language { try readAgain([row.id]) }
    return try documentRow(row.handle.description)
  }

  /// Makes the readings of documents anew and resolves their names.
  func readAgain(_ ids: [Int]) throws {
    for id in ids {
      guard !isCancelled() else { throw Problem.interrupted }
      guard let document = try store.document(id) else { continue }
      let new = try readers.read(document)
      try store.replaceReading(of: id, with: new.reading, rules: Self.rules)
    }
    if !ids.isEmpty { try resolve() }
  }

  /// Reads what these rules have not read, on all cores; what was read is kept if it is cancelled.
  public func rereadStale() throws -> String {
    let stale = try store.documents(notReadBy: Self.rules)
    var done = 0
    while done < stale.count, !isCancelled() {
      let ids = stale[done..<min(done + 256, stale.count)]
      let documents = try ids.compactMap { id in try store.document(id).map { (id, $0) } }
      let readers = self.readers
      let read = Parallel.map(documents) { id, document in
        Result { () throws(Problem) in (id, try readers.read(document)) }
      }
      try store.transaction {
        for result in read {
          let (id, new) = try result.get()
          try store.replaceOrigin(of: id, with: new.document)
          try store.replaceNoise(of: id, with: new.document.noise)
          try store.replaceReading(of: id, with: new.reading, rules: Self.rules)
        }
      }
      done += ids.count
      progress(done, stale.count, "documents")
    }
    if done > 0 { try resolve() }
    return "\(counted(done, "document")) read anew"
  }

  /// Everything that is known of a document, as the JSON of `docs --full` has it.
  public func fullJSON(of row: DocumentRow) throws -> JSON {
    let (_, document) = try document(row.handle.description)
    let offsets = CodePoints(document.text)
    let noise = document.noise.map { noise -> JSON in
      [
        "start": .int(offsets.codePoint(atByte: noise.span.start)),
        "end": .int(offsets.codePoint(atByte: noise.span.end)), "kind": .string(noise.kind),
      ]
    }
    return [
      "id": .string(document.name), "file": .string(document.name),
      "title": .optional(document.title), "author": .optional(document.author),
      "source": .optional(document.source),
      "url": .optional(document.url), "lang": .string(document.language),
      "published": .optional(document.publication.day?.description),
      "publishedFrom": .string(document.publication.origin.rawValue),
      "publishedIn": .optional(document.publishedIn),
      "sha256": .string(document.sha256), "text": .string(document.text), "noise": .array(noise),
    ]
  }

  /// A hit of a search with the words around it.
  public struct Hit: Sendable {
    public let document: DocumentRow
    public let before: String
    public let match: String
    public let after: String
  }

  /// The search for all of the words, with the words of the index in place of patterns.
  private func query(_ words: [String]) throws -> String {
    let plain = words.filter { WordPattern($0) == nil }
    var parts = [SearchText.query(plain.joined(separator: " "))].filter { !$0.isEmpty }
    for word in words {
      guard let pattern = WordPattern(word) else { continue }
      let found = try store.indexedWords(most: Self.mostWords, where: pattern.matches)
      guard !found.isEmpty else { throw Problem("no text has a word like \(word)", at: word) }
      parts.append("(" + found.map { "\"\($0)\"" }.joined(separator: " OR ") + ")")
    }
    return parts.joined(separator: " AND ")
  }

  /// Words that a pattern may stand for.
  private static let mostWords = 500

  /// Every place where the words stand, best documents first; `summ*` and `sumit~` are patterns.
  ///
  /// - Parameter most: documents whose texts are looked at; nil: all.
  /// - Returns: the hits, and how many documents have the words.
  /// - Throws: `Problem` if there is nothing to look for.
  public func search(_ words: [String], in scope: Scope = Scope(), most: Int? = nil) throws
    -> (hits: [Hit], documents: Int)
  {
    let query = try query(words)
    guard !query.isEmpty else { throw Problem("nothing to look for", at: words.first) }
    let found = try store.search(query, in: scope)
    let best = found.prefix(most ?? found.count)
    let documents = try documents(numbered: Set(best.map(\.document)))
    let hits = try best.flatMap { hit -> [Hit] in
      guard let row = documents[hit.document], let document = try store.document(hit.document)
      else { return [] }
      return Concordance(document.text).hits(of: words).map {
        Hit(document: row, before: $0.before, match: $0.match, after: $0.after)
      }
    }
    return (hits, found.count)
  }
}
