import Facts
import Grammar
import Text

/// Makes chains of statements that stand within one another.
///
/// Of "TASS reports that Zakharova said that …" the inner statement is kept, and TASS is its `via`;
/// an outer statement that says more than the inner one is kept beside it.
struct QuoteChains {
  private(set) var quotes: [Quote]

  init(_ text: TokenizedText, _ drafts: [QuoteDraft], _ found: [Quote]) {
    quotes = found
    let outermostFirst = drafts.indices.sorted {
      let (a, b) = (drafts[$0].content, drafts[$1].content)
      return a.lowerBound == b.lowerBound ? a.count > b.count : a.lowerBound < b.lowerBound
    }
    var open: [Int] = []
    var dropped: Set<Int> = []
    for inner in outermostFirst {
      let draft = drafts[inner]
      while let last = open.last, drafts[last].content.upperBound <= draft.content.lowerBound {
        open.removeLast()
      }
      let outer = open.suffix(Self.deepest).filter {
        Self.carries(drafts[$0], draft) && quotes[$0].kind != .direct
      }
      if let last = outer.last, Self.isSameSpeaker(drafts[last], draft) {
        dropped.insert(inner)
        continue
      }
      if draft.cue != nil {
        let parties = outer.compactMap { quotes[$0].speaker } + quotes[inner].via
        quotes[inner].via = Self.distinct(parties, before: draft.speaker)
        dropped.formUnion(outer.filter { Self.addsNothing(drafts[$0], to: draft) })
      }
      open.append(inner)
    }
    quotes = quotes.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  /// Longest chain that is told; deeper ones are no language but an attack.
  private static let deepest = 8

  private static func carries(_ outer: QuoteDraft, _ inner: QuoteDraft) -> Bool {
    guard let cue = inner.cue else { return false }
    return outer.content.lowerBound <= cue.lowerBound
      && cue.upperBound <= outer.content.upperBound
  }

  /// "X said that he believes …": one statement of X.
  private static func isSameSpeaker(_ outer: QuoteDraft, _ inner: QuoteDraft) -> Bool {
    guard let a = outer.speaker, let b = inner.speaker else { return false }
    return a.name == b.name && inner.content.upperBound <= outer.content.upperBound
  }

  /// Whether an outer statement is little more than the inner one with its speaker and cue.
  private static func addsNothing(_ outer: QuoteDraft, to inner: QuoteDraft) -> Bool {
    guard let cue = inner.cue, inner.use != .wants, inner.use != .judges, inner.use != .judging
    else { return false }
    let start = min(cue.lowerBound, inner.content.lowerBound)
    let end = max(cue.upperBound, inner.content.upperBound)
    return (end - start) * 2 > outer.content.count
  }

  /// Neighbours of one name are one source that two cues announce.
  private static func distinct(_ parties: [Party], before speaker: Party?) -> [Party] {
    var chain: [Party] = []
    for party in parties where chain.last?.name != party.name { chain.append(party) }
    if let speaker, chain.last?.name == speaker.name { chain.removeLast() }
    return chain
  }
}
