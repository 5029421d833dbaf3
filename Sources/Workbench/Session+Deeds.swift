public import Reading
public import Store

/// A deed with its document.
public struct DeedRow: Sendable {
  public let document: DocumentRow
  public let deed: Deed
  /// The sentence on one line.
  public let sentence: String
}

extension Session {
  /// What those who are named did, in the documents of a scope whose language knows deeds.
  ///
  /// A name is that of an entity, under all its names, or words that stand together in a text.
  public func deeds(of names: [String], in scope: Scope) throws -> [DeedRow] {
    let names = try names.map(spoken)
    let entities = Set(names.flatMap { findEntities($0, whole: true) ?? [] }).sorted()
    let phrases = names.filter { Handle($0) == nil }.map(SpokenName.init)
    var named = scope
    named.about = entities
    let mentions =
      entities.isEmpty ? [:] : Dictionary(grouping: try store.mentions(in: named), by: \.document)
    let inScope = try documents(scope)
    let found = try documentsNaming(names, entities: Set(mentions.keys))
    return try inScope.filter { found.contains($0.id) }.sorted { $0.name < $1.name }
      .flatMap { try deeds(in: $0, mentions[$0.id]?.map(\.value.span) ?? [], phrases) }
  }

  /// The longest ending of a name that some text has: "Apple Corps" of "Beatles Apple Corps".
  private func spoken(_ name: String) throws -> String {
    var words = name.split(whereSeparator: \.isWhitespace)
    while words.count > 2, findEntities(words.joined(separator: " "), whole: true) == nil {
      let phrase = words.joined(separator: " ").filter { $0 != "\"" }
      if try !store.search(SearchText.query("\"\(phrase)\""), limit: 1).isEmpty { break }
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  private func documentsNaming(_ names: [String], entities: Set<Int>) throws -> Set<Int> {
    var found = entities
    for name in names where Handle(name) == nil {
      let query = SearchText.query("\"\(name.filter { $0 != "\"" })\"")
      if !query.isEmpty { found.formUnion(try store.search(query).map(\.document)) }
    }
    return found
  }

  private func deeds(in row: DocumentRow, _ mentions: [Span], _ phrases: [SpokenName]) throws
    -> [DeedRow]
  {
    guard let reader = try readers.reader(for: row.language), reader.knowsDeeds,
      let document = try store.document(row.id), let reading = try store.reading(of: row.id)
    else { return [] }
    let text = TokenizedText(document.text)
    let spans = Set(mentions + phrases.flatMap { $0.spans(in: text) })
    let deeds = reader.deeds(
      in: document.text, of: Array(spans), reading: reading, published: row.publication.day)
    return deeds.map {
      DeedRow(document: row, deed: $0, sentence: text.string($0.sentence).onOneLine)
    }
  }
}

/// A name as texts use it: in full, and then by its last word.
struct SpokenName {
  private let whole: [UInt64]
  /// The last word, if it can stand for the name: `Jobs`, `A380`, but not the `4` of `iPhone 4`.
  private let short: [UInt64]

  /// Digits from which on a number is as good as a name.
  private static let digitsOfName = 3

  init(_ name: String) {
    whole = Folding.keys(name)
    let words = name.split(separator: " ")
    let last = words.last ?? ""
    let isNumber = last.allSatisfy(\.isNumber)
    let stands = isNumber ? last.count >= Self.digitsOfName : last.first?.isLowercase == false
    short = words.count > 1 && stands ? Folding.keys(String(last)) : []
  }

  /// Where the name stands; its last word counts where the text has the whole name somewhere, and
  /// no capital before it makes it another's.
  func spans(in text: TokenizedText) -> [Span] {
    let full = text.spans(of: whole)
    guard !full.isEmpty, !short.isEmpty else { return full }
    let others = text.spans(of: short).filter { span in
      guard !full.contains(where: { $0.overlaps(span) }) else { return false }
      let before = text.tokens.last { $0.span.end <= span.start }
      let isTouching = before.map { $0.isCapitalized && $0.kind == .word } ?? false
      return !isTouching || text.sentenceSpans.contains { $0.start == before?.span.start }
    }
    return full + others
  }
}

extension TokenizedText {
  /// Where tokens with these keys stand one behind the other.
  func spans(of keys: [UInt64]) -> [Span] {
    guard let first = keys.first, keys.count <= tokens.count else { return [] }
    return (0...(tokens.count - keys.count)).compactMap { start in
      guard tokens[start].key == first else { return nil }
      let range = start..<(start + keys.count)
      return zip(range, keys).allSatisfy { tokens[$0].key == $1 } ? span(range) : nil
    }
  }
}
