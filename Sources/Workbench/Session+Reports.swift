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
