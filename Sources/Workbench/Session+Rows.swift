public import Store

/// What commands and plugins read from a session.
extension Session {
  /// The scope that the options of a command describe.
  ///
  /// - Throws: `Problem` for a document that there is not.
  public func scope(_ options: ScopeOptions) throws -> Scope {
    var scope = Scope()
    scope.languages = options.languages
    scope.sources = options.sources
    scope.from = options.from?.first
    scope.until = options.until?.last
    scope.tags = options.tags
    if !options.documents.isEmpty {
      scope.documents = try options.documents.map { try documentRow($0).id }
    }
    if !options.about.isEmpty { try narrow(&scope, to: options.about) }
    return scope
  }

  /// Keeps what is about any of the entities, or the documents that hold any of the words.
  private func narrow(_ scope: inout Scope, to names: [String]) throws {
    let words = names.flatMap {
      findEntities($0) == nil ? $0.split(separator: " ").map(String.init) : [$0]
    }
    let found = words.compactMap { findEntities($0) }.flatMap { $0 }
    if !found.isEmpty {
      scope.about = Array(Set(found)).sorted()
      return
    }
    let match = words.map(SearchText.query).filter { !$0.isEmpty }.joined(separator: " OR ")
    guard !match.isEmpty else { throw Problem("nothing to look for", at: names.first) }
    let hits = Set(try store.search(match).map(\.document))
    scope.documents = (scope.documents.map { Set($0).intersection(hits) } ?? hits).sorted()
  }

  /// - Parameter count: no more than so many; nil: all.
  public func documents(_ scope: Scope = Scope(), first count: Int? = nil) throws -> [DocumentRow] {
    try store.documents(in: scope, first: count).map(DocumentRow.init)
  }

  public func documentCount(_ scope: Scope) throws -> Int {
    try store.documentCount(in: scope)
  }

  /// What `transform` makes of many items, but for nil; Ctrl-C cuts it off on the way.
  public func patiently<Item, Result>(_ items: [Item], _ transform: (Item) throws -> Result?) throws
    -> [Result]
  {
    var results: [Result] = []
    results.reserveCapacity(items.count)
    do {
      for (index, item) in items.enumerated() {
        if index % 512 == 0 { try store.refuseIfStopped() }
        if let result = try transform(item) { results.append(result) }
      }
      return results
    } catch {
      Leftovers.free((items, results))
      throw error
    }
  }

  /// Many items in order; Ctrl-C cuts the sorting off.
  func patiently<Item>(sorting items: [Item], by isBefore: (Item, Item) -> Bool) throws -> [Item] {
    var compared = 0
    do {
      return try items.sorted { a, b in
        compared += 1
        if compared % 4096 == 0 { try store.refuseIfStopped() }
        return isBefore(a, b)
      }
    } catch {
      Leftovers.free(items)
      throw error
    }
  }

  /// The document that `d1` or a name stands for.
  ///
  /// - Throws: `Problem` with the closest name.
  public func documentRow(_ reference: String) throws -> DocumentRow {
    let handle = Handle(reference)
    if handle?.kind == .document, let record = try handle.flatMap({ try store.record($0.number) }) {
      return DocumentRow(record)
    }
    if let row = try documentRow(named: reference) { return row }
    throw Problem.unknown(
      "document", reference, among: try documents().flatMap { [$0.handle.description, $0.name] })
  }

  /// The document of that name, even if it looks like a handle.
  func documentRow(named name: String) throws -> DocumentRow? {
    try store.documentID(named: name).flatMap { try store.record($0) }.map(DocumentRow.init)
  }

  /// A document with its text.
  public func document(_ reference: String) throws -> (DocumentRow, Document) {
    let row = try documentRow(reference)
    guard let document = try store.document(row.id) else {
      throw Problem("no document \(reference)", at: reference)
    }
    return (row, document)
  }

  /// Rows of kind and text of what reading left out.
  public func noise(of document: Document) -> [[Output.Cell]] {
    let bytes = Array(document.text.utf8)
    return document.noise.map { noise in
      let text = String(decoding: bytes[noise.span.start..<noise.span.end], as: UTF8.self)
      return [.text(noise.kind), .text(text)]
    }
  }

  /// The events of a scope by date, undated ones last.
  ///
  /// - Parameter hasSentences: whether their sentences are read too; else they are empty.
  public func events(_ scope: Scope = Scope(), sentences hasSentences: Bool = true) throws
    -> [EventRow]
  {
    let found = try store.events(in: scope)
    let ids = Set(found.map(\.document))
    let documents = try documents(numbered: ids)
    let names = EntityNames(store)
    let texts = Texts(store)
    let roots = try Roots(store, ids, names)
    let rulings = try EventRulings(store)
    let rows = try patiently(found) { stored -> EventRow? in
      guard let document = documents[stored.document] else { return nil }
      return EventRow(
        stored, rulings, document: document, names: names,
        sentence: hasSentences
          ? try texts.text(of: stored.value.sentence, in: stored.document) : "",
        root: roots.root(of: stored.value.span, in: stored.document) ?? document.source
          ?? document.name)
    }
    return try patiently(sorting: rows, by: EventRow.isEarlier)
  }

  /// The quotes of a scope, by document and place.
  public func quotes(_ scope: Scope = Scope()) throws -> [QuoteRow] {
    let found = try store.quotes(in: scope)
    let documents = try documents(numbered: Set(found.map(\.document)))
    let names = EntityNames(store)
    return try patiently(found) { stored -> QuoteRow? in
      documents[stored.document].map { QuoteRow(stored, document: $0, names: names) }
    }
  }

  /// The time expressions of a scope, by document and place.
  public func times(_ scope: Scope = Scope()) throws -> [TimeRow] {
    let found = try store.times(in: scope)
    let documents = try documents(numbered: Set(found.map(\.document)))
    return try patiently(found) { stored -> TimeRow? in
      documents[stored.document].map { TimeRow(id: stored.id, document: $0, time: stored.value) }
    }
  }
}

extension DocumentRow {
  init(_ record: DocumentRecord) {
    self.init(
      id: record.id, name: record.name, title: record.title, source: record.source,
      url: record.url, language: record.language, publication: record.publication,
      byteCount: record.byteCount)
  }
}

extension EventRow {
  init(
    _ stored: Stored<Event>, _ rulings: EventRulings, document: DocumentRow, names: EntityNames,
    sentence: String, root: String
  ) {
    let event = rulings.corrected(stored)
    let place = event.place.flatMap { names.entity($0, .place) }
    self.init(
      id: stored.id, document: document, event: event,
      participants: event.participants.map { names.participant($0) },
      place: place?.name ?? event.place, placeEntity: place?.id, sentence: sentence, root: root,
      unit: rulings.unit(of: stored), isApart: rulings.isApart(stored))
  }

  /// By earliest day, undated ones last; then by document and place in it.
  static func isEarlier(_ a: EventRow, _ b: EventRow) -> Bool {
    let undated = Int.max
    return (
      a.event.days.earliest?.dayNumber ?? undated, a.event.edtf, a.document.id, a.event.span.start
    )
      < (
        b.event.days.earliest?.dayNumber ?? undated, b.event.edtf, b.document.id, b.event.span.start
      )
  }
}

extension QuoteRow {
  init(_ stored: Stored<Quote>, document: DocumentRow, names: EntityNames) {
    let quote = stored.value
    let speaker = quote.speaker.map { names.shown($0.name) }
    self.init(
      id: stored.id, document: document, quote: quote, speaker: speaker,
      speakerEntity: quote.speaker.flatMap { names.entity($0.name)?.id },
      chain: [document.source].compactMap { $0 } + quote.via.map { names.shown($0.name) }
        + [speaker ?? "?"])
  }
}
