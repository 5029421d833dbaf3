public import Analysis
import Reading
public import Store

/// What analyses take from a session.
extension Session {
  /// The events of a scope as timelines and comparisons take them.
  public func reports(_ scope: Scope = Scope()) throws -> [EventReport] {
    try events(scope).map(EventReport.init)
  }

  /// A span of a document in code points.
  public func codePoints(_ span: Span, in document: Int) throws -> Span {
    let offsets = CodePoints(try store.document(document)?.text ?? "")
    return Span(offsets.codePoint(atByte: span.start), offsets.codePoint(atByte: span.end))
  }

  /// The documents that a side of a comparison names: `doc:ID`, `source:NAME`, `lang:hi`,
  /// `from..to`, a set `$name`, an entity or a document.
  ///
  /// - Throws: `Problem` if it is none of these, or names no document.
  public func side(_ name: String) throws -> Side {
    let scope = try sideScope(name)
    let documents = try documents(scope)
    guard !documents.isEmpty else { throw Problem("\(name) has no documents", at: name) }
    return Side(name: name, documents: try sideDocuments(documents))
  }

  private func sideScope(_ name: String) throws -> Scope {
    if let set = try setScope(name) { return set }
    var scope = Scope()
    let value = String(name.drop { $0 != ":" }.dropFirst())
    if name.hasPrefix("doc:") {
      scope.documents = [try documentRow(value).id]
    } else if name.hasPrefix("source:") {
      scope.sources = [value]
    } else if name.hasPrefix("lang:") {
      scope.languages = [value]
    } else if name.contains("..") {
      (scope.from, scope.until) = try period(name)
    } else if let document = try? documentRow(name) {
      scope.documents = [document.id]
    } else {
      scope.about = [try entity(name).id]
    }
    return scope
  }

  private func period(_ name: String) throws -> (CalendarDate?, CalendarDate?) {
    let ends = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 3, ends[1].isEmpty else { throw noPeriod(name) }
    let from = DayBound(argument: ends[0])
    let until = DayBound(argument: ends[2])
    guard from != nil || ends[0].isEmpty, until != nil || ends[2].isEmpty else {
      throw noPeriod(name)
    }
    return (from?.first, until?.last)
  }

  private func noPeriod(_ name: String) -> Problem {
    Problem("\(name) is no period", at: name, hint: "write it as 2024-07..2024-10", kind: .usage)
  }

  private func sideDocuments(_ rows: [DocumentRow]) throws -> [SideDocument] {
    var scope = Scope()
    scope.documents = rows.map(\.id)
    let names = EntityNames(store)
    let texts = Texts(store)
    let events = Dictionary(grouping: try reports(scope), by: \.documentID)
    let times = Dictionary(grouping: try store.times(in: scope), by: \.document)
    let mentions = Dictionary(grouping: try store.mentions(in: scope), by: \.document)
    let quotes = Dictionary(grouping: try self.quotes(scope), by: \.document.id)
    return try rows.map { row in
      let sentences = try store.sentences(of: row.id)
      let states = { (fact: String, span: Span) throws -> SideDocument.Statement in
        let sentence = sentences.first { $0.overlaps(span) } ?? span
        return SideDocument.Statement(
          fact: fact, sentence: try texts.text(of: sentence, in: row.id), span: span)
      }
      let named = (mentions[row.id] ?? []).map(\.value)
      let dated = (times[row.id] ?? []).map(\.value).filter {
        $0.days.earliest != nil && !$0.edtf.isEmpty
      }
      return SideDocument(
        name: row.name, published: row.publication.day, events: events[row.id] ?? [],
        dates: try dated.map { try states($0.edtf, $0.span) },
        participants: try named.filter { $0.kind != .place }.map {
          try states(names.shown($0.name), $0.span)
        },
        places: try named.filter { $0.kind == .place }.map {
          try states(names.shown($0.name), $0.span)
        },
        quotes: try (quotes[row.id] ?? []).filter { $0.speaker != nil }.map {
          try states("\($0.speaker ?? ""): \($0.quote.text)", $0.quote.span)
        })
    }
  }

  /// Texts of documents, for words; and the function words of all languages that can be read.
  public func words(of side: Side) throws -> [String] {
    try side.documents.map { try document($0.name).1.text }
  }

  public func functionWords() throws -> Set<String> {
    try readers.languages.reduce(into: []) { words, language in
      words.formUnion(try readers.reader(for: language)?.functionWords ?? [])
    }
  }
}

extension EventReport {
  init(_ row: EventRow) {
    self.init(
      id: row.id, documentID: row.document.id, document: row.document.name,
      source: row.document.source ?? row.document.name, root: row.root,
      language: row.document.language, published: row.document.publication.day, event: row.event,
      participants: row.participants.map(\.name), place: row.place, sentence: row.sentence,
      unit: row.unit, isApart: row.isApart)
  }
}
