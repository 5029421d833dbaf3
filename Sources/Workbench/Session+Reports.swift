public import Analysis
import Reading
public import Store

/// What analyses take from a session.
extension Session {
  /// Converts spans to code points for many rows; each document is counted through once.
  public final class Offsets {
    private let session: Session
    private var known: [Int: CodePoints] = [:]

    fileprivate init(_ session: Session) { self.session = session }

    public func codePoints(_ span: Span, in document: Int) throws -> Span {
      let offsets =
        try known[document] ?? CodePoints(session.store.document(document)?.text ?? "")
      if known.count > 256 { known = [:] }
      known[document] = offsets
      return Span(offsets.codePoint(atByte: span.start), offsets.codePoint(atByte: span.end))
    }
  }

  public func offsets() -> Offsets { Offsets(self) }

  /// The events of a scope as timelines and comparisons take them.
  public func reports(_ scope: Scope = Scope(), sentences: Bool = true) throws -> [EventReport] {
    let events = try events(scope, sentences: sentences)
    var wanted = Scope()
    wanted.documents = Set(events.map(\.document.id)).sorted()
    let stories = scope.stretches.isEmpty ? try storyNumbers(wanted) : [:]
    return try events.map { row in
      let kind = try readers.reader(for: row.document.language)?.happening(of: row.event.text)
      return EventReport(
        row, story: stories[row.document.id],
        happening: Happening.name(of: row.event.text, kind: kind))
    }
  }

  /// The story of each document of a scope; of few enough documents, as it takes their texts.
  private func storyNumbers(_ scope: Scope) throws -> [Int: Int] {
    guard let count = scope.documents?.count, count <= Self.mostInStories else { return [:] }
    let stories = try stories(scope, least: Stories.standard)
    return Dictionary(
      uniqueKeysWithValues: stories.enumerated().flatMap { number, story in
        story.map { ($0.id, number) }
      })
  }

  /// Of more documents events are told apart without their stories.
  private static let mostInStories = 1000

  /// A span of a document in code points.
  public func codePoints(_ span: Span, in document: Int) throws -> Span {
    let offsets = CodePoints(try store.document(document)?.text ?? "")
    return Span(offsets.codePoint(atByte: span.start), offsets.codePoint(atByte: span.end))
  }

  /// The text of a span, on one line.
  public func text(of span: Span, in document: DocumentRow) throws -> String {
    try Texts(store).text(of: span, in: document.id)
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

  /// The documents of a side, without what they say.
  public func sideRows(_ name: String) throws -> [DocumentRow] {
    let rows = try documents(try sideScope(name))
    guard !rows.isEmpty else { throw Problem("\(name) has no documents", at: name) }
    return rows
  }

  /// Sides of more documents are not compared number by number.
  private static let mostTexts = 300

  private func sideScope(_ name: String) throws -> Scope {
    if let set = try setScope(name) { return set }
    var scope = Scope()
    let value = String(name.drop { $0 != ":" }.dropFirst())
    if name.hasPrefix("doc:") {
      scope.documents = [try (documentRow(named: value) ?? documentRow(value)).id]
    } else if name.hasPrefix("source:") {
      scope.sources = [value]
    } else if name.hasPrefix("lang:") {
      scope.languages = [value]
    } else if name.contains("..") {
      (scope.from, scope.until) = try period(name)
    } else if let document = try? documentRow(name) {
      scope.documents = [document.id]
    } else if name.contains(",") {
      scope.documents = try name.split(separator: ",").map { try documentRow(String($0)).id }
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
    let isFew = rows.count <= Self.mostTexts
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
        },
        text: isFew
          ? try statedText(
            row, sentences: sentences, times: (times[row.id] ?? []).map(\.value),
            mentions: named.map { ($0, names.shown($0.name)) })
          : nil)
    }
  }

  private func statedText(
    _ row: DocumentRow, sentences: [Span], times: [TimeExpression],
    mentions: [(mention: Mention, shown: String)]
  ) throws -> StatedText {
    let document = try store.document(row.id)
    let text = document?.text ?? ""
    let noise = document?.noise.map(\.span) ?? []
    let reader = try readers.reader(for: row.language)
    let quantities = reader?.quantities(in: text, taken: times.map(\.span) + noise) ?? []
    return StatedText(
      text, language: row.language, published: row.publication.day, sentences: sentences,
      times: times, quantities: quantities,
      names: mentions.map {
        StatedText.Name(span: $0.mention.span, shown: $0.shown, kind: $0.mention.kind)
      },
      negators: reader?.negators ?? [],
      functionWords: Set((reader?.functionWords ?? []).map { Folding.key($0) }))
  }

  /// Articles for counting words, without what a web page left around them.
  public func articles(_ rows: [DocumentRow]) throws -> [KeynessArticle] {
    try rows.map { row in
      let document = try store.document(row.id)
      return KeynessArticle(
        text: document?.text ?? "", noise: document?.noise.map(\.span) ?? [],
        source: row.source ?? row.name)
    }
  }

  /// The function words of all languages that can be read.
  public func functionWords() throws -> Set<String> {
    try readers.languages.reduce(into: []) { words, language in
      words.formUnion(try readers.functionWords(of: language))
    }
  }

  /// Words that tell nothing about a topic or a writer, of all languages of the documents.
  public func emptyWords(_ languages: Set<String>) throws -> Set<String> {
    try languages.sorted().reduce(into: []) { words, language in
      guard let reader = try readers.reader(for: language) else { return }
      words.formUnion(reader.functionWords.subtracting(reader.styleWords))
    }
  }
}

extension EventReport {
  init(_ row: EventRow, story: Int?, happening: String?) {
    self.init(
      id: row.id, documentID: row.document.id, document: row.document.name,
      source: row.document.source ?? row.document.name, root: row.root,
      language: row.document.language, published: row.document.publication.day, event: row.event,
      participants: row.participants.map(\.name), place: row.place, sentence: row.sentence,
      story: story, happening: happening, unit: row.unit, isApart: row.isApart)
  }
}
