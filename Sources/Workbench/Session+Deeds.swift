public import Reading
public import Store

/// A deed with its document.
public struct DeedRow: Sendable {
  public let document: DocumentRow
  public let deed: Deed
  /// The sentence on one line.
  public let sentence: String
}

extension DeedRow {
  /// The deed with the day that another text gives it.
  func dated(as other: Deed) -> DeedRow {
    let dated = Deed(
      span: deed.span, text: deed.text, sentence: deed.sentence, date: other.date,
      days: other.days, basis: deed.basis, time: deed.time)
    return DeedRow(document: document, deed: dated, sentence: sentence)
  }
}

extension Session {
  /// Whether the pack of a language says what deeds are.
  func knowsDeeds(_ language: String) throws -> Bool {
    try readers.reader(for: language)?.knowsDeeds ?? false
  }

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
    let kinds = mentions.values.joined().map(\.value.kind)
    let isPerson = kinds.isEmpty ? nil : kinds.count { $0 == .person } * 2 > kinds.count
    let inScope = try documents(scope)
    let found = try documentsNaming(names, entities: Set(mentions.keys))
    return try inScope.filter { found.contains($0.id) }.sorted { $0.name < $1.name }
      .flatMap { try deeds(in: $0, mentions[$0.id]?.map(\.value.span) ?? [], phrases, isPerson) }
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

  private func deeds(
    in row: DocumentRow, _ mentions: [Span], _ phrases: [SpokenName], _ isPerson: Bool?
  ) throws -> [DeedRow] {
    guard let reader = try readers.reader(for: row.language), reader.knowsDeeds,
      let document = try store.document(row.id), let reading = try store.reading(of: row.id)
    else { return [] }
    let text = TokenizedText(document.text)
    let spans = Set(mentions + phrases.flatMap { $0.spans(in: text) })
    let deeds = reader.deeds(
      in: document.text, of: Array(spans), isPerson: isPerson, reading: reading,
      published: row.publication.day)
    return deeds.map {
      DeedRow(document: row, deed: $0, sentence: text.string($0.sentence).onOneLine)
    }
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
