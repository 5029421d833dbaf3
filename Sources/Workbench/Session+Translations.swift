import Analysis
public import Store

/// Two documents in different languages that seem to be one text.
public struct TranslationRow: Sendable {
  public let a: DocumentRow
  public let b: DocumentRow
  /// From 0 to 1.
  public let score: Double
}

extension Session {
  /// For each document of a scope its likeliest translation in each other language, best first.
  public func translations(_ scope: Scope = Scope(), least: Double) throws -> [TranslationRow] {
    let rows = try documents(scope)
    let names = EntityNames(store)
    var wanted = Scope()
    wanted.documents = rows.map(\.id)
    let times = Dictionary(grouping: try store.times(in: wanted), by: \.document)
    let mentions = Dictionary(grouping: try store.mentions(in: wanted), by: \.document)
    let sources = try rows.map { row in
      (
        text: try store.document(row.id)?.text ?? "", language: row.language,
        dates: (times[row.id] ?? []).map(\.value.value),
        names: (mentions[row.id] ?? []).map { names.shown($0.value.name) }
      )
    }
    let traces = Parallel.map(sources) {
      TranslationTraces($0.text, language: $0.language, dates: $0.dates, names: $0.names)
    }
    return Translations(traces, least: least).pairs.map {
      TranslationRow(a: rows[$0.a], b: rows[$0.b], score: $0.score)
    }
  }
}
