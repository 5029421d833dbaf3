public import Analysis
import Reading
import Store
import Text

/// A statement as a later report gives it, beside the first one.
public struct VariantRow: Sendable {
  public let first: QuoteRow
  public let other: QuoteRow
  public let relation: QuoteVariants.Relation
}

extension Session {
  /// Which quotes of different documents are one statement, in the order of the later ones.
  public func variants(of quotes: [QuoteRow]) throws -> [VariantRow] {
    let rows = Dictionary(quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let traces = try traces(of: quotes)
    let compared = quotes.compactMap { row in
      row.speaker.map {
        ComparedQuote(
          id: row.id, speaker: $0, language: row.document.language, text: row.quote.text,
          traces: (traces[row.id] ?? []).subtracting([$0]))
      }
    }
    return QuoteVariants(compared).variants.compactMap { variant in
      guard let first = rows[variant.first], let other = rows[variant.other],
        first.document.id != other.document.id
      else { return nil }
      return VariantRow(first: first, other: other, relation: variant.relation)
    }
  }

  /// The names of entities and the dates within each quote, by its number.
  private func traces(of quotes: [QuoteRow]) throws -> [Int: Set<String>] {
    let names = EntityNames(store)
    var scope = Scope()
    scope.documents = Set(quotes.map(\.document.id)).sorted()
    let mentions = Dictionary(grouping: try store.mentions(in: scope), by: \.document)
    let times = Dictionary(grouping: try store.times(in: scope), by: \.document)
    var traces: [Int: Set<String>] = [:]
    for row in quotes {
      let span = row.quote.span
      let named = inside(span, mentions[row.document.id] ?? [], \.span)
      let dated = inside(span, times[row.document.id] ?? [], \.span)
      traces[row.id] = Set(
        named.map { names.shown($0.name) } + dated.map(\.edtf).filter { !$0.isEmpty })
    }
    return traces
  }

  /// Those of a document's facts, in order of place, that lie within a span; by bisection.
  private func inside<Fact>(_ span: Span, _ facts: [Stored<Fact>], _ place: (Fact) -> Span)
    -> [Fact]
  {
    var (low, high) = (0, facts.count)
    while low < high {
      let middle = (low + high) / 2
      if place(facts[middle].value).start < span.start { low = middle + 1 } else { high = middle }
    }
    return facts[low...].prefix { place($0.value).start < span.end }.map(\.value)
      .filter { span.contains(place($0)) }
  }
}
