import Facts
import Text

/// Makes chains of statements that stand within one another.
///
/// Of "TASS reports that Zakharova said that …" the inner statement is kept, and TASS is its `via`.
struct QuoteChains {
  let quotes: [Quote]

  init(_ found: [FoundQuote]) {
    let outermostFirst = found.sorted {
      $0.content.count == $1.content.count
        ? $0.content.lowerBound < $1.content.lowerBound : $0.content.count > $1.content.count
    }
    var carriers: Set<Int> = []
    var quotes: [Quote] = outermostFirst.map(\.quote)
    for (inner, quote) in outermostFirst.enumerated() {
      guard let cue = quote.quote.cue else { continue }
      let outer = outermostFirst.indices.filter {
        $0 < inner && outermostFirst[$0].quote.span.contains(cue.span)
          && outermostFirst[$0].quote.kind != .direct
      }
      quotes[inner].via = Self.distinct(outer.compactMap { outermostFirst[$0].quote.speaker })
      carriers.formUnion(outer)
    }
    self.quotes = quotes.enumerated().filter { !carriers.contains($0.offset) }.map(\.element)
  }

  /// Neighbours of one name are one source that two cues announce.
  private static func distinct(_ parties: [Party]) -> [Party] {
    parties.reduce(into: []) { chain, party in
      if chain.last?.name != party.name { chain.append(party) }
    }
  }
}
