import Analysis
public import Store

extension Session {
  /// The documents of a scope in groups that report one story, largest first; each is in one.
  public func stories(_ scope: Scope = Scope(), least: Double) throws -> [[DocumentRow]] {
    let rows = try documents(scope)
    let names = EntityNames(store)
    let empty = Set(try emptyWords(Set(rows.map(\.language))).map { Folding.key($0) })
    var wanted = Scope()
    wanted.documents = rows.map(\.id)
    let mentions = Dictionary(grouping: try store.mentions(in: wanted), by: \.document)
    let sources = try rows.map { row -> (text: String, noise: [Span], names: [String]) in
      let document = try store.document(row.id)
      return (
        text: document?.text ?? "", noise: document?.noise.map(\.span) ?? [],
        names: (mentions[row.id] ?? []).map { names.shown($0.value.name) }
      )
    }
    var terms: [StoryTerms] = []
    for start in stride(from: 0, to: sources.count, by: Self.readTogether) {
      guard !isCancelled() else { throw Problem.interrupted }
      terms += Parallel.map(Array(sources[start...].prefix(Self.readTogether))) {
        StoryTerms($0.text, skipping: $0.noise, emptyWords: empty, names: $0.names)
      }
    }
    return Stories(terms, least: least).groups.map { group in group.map { rows[$0] } }
  }

  /// Documents between two looks at whether to stop.
  private static let readTogether = 128
}
