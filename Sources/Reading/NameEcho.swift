import Facts
import Grammar
import Text

/// Lets the mentions of one document speak for each other: what is a name in one sentence is the
/// same name in the next, of the kind that most evidence gives it.
struct NameEcho {
  private let text: TokenizedText
  private let blocked: BlockedTokens

  init(_ text: TokenizedText, _ blocked: BlockedTokens) {
    self.text = text
    self.blocked = blocked
  }

  /// The candidates with the tagger's kinds made one, and the repetitions that it missed.
  func names(_ candidates: [NameCandidate]) -> [NameCandidate] {
    var votes: [[UInt64]: [EntityKind: Int]] = [:]
    for candidate in candidates where !candidate.isDescription {
      votes[keys(candidate.tokens), default: [:]][candidate.kind, default: 0] += weight(candidate)
    }
    var names = candidates
    for index in names.indices where names[index].evidence == .tagger {
      guard let kinds = votes[keys(names[index].tokens)], kinds.count > 1,
        let best = kinds.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
      else { continue }
      names[index].kind = best.key
    }
    return (names + repetitions(of: names)).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Where a name that the tagger is sure of stands once more.
  private func repetitions(of names: [NameCandidate]) -> [NameCandidate] {
    var known = PhraseTrie<NameCandidate>()
    for name in names where name.evidence == .tagger && name.score >= Self.sure {
      known.insert(keys(name.tokens), name)
      guard name.kind == .person, name.tokens.count > 1 else { continue }
      known.insert([text.tokens[name.tokens.upperBound - 1].key], name)
    }
    var found: [NameCandidate] = []
    var next = names[...]
    var index = 0
    while index < text.tokens.count {
      while let first = next.first, first.tokens.upperBound <= index { next.removeFirst() }
      let limit = next.first?.tokens.lowerBound ?? text.tokens.count
      guard index < limit, !blocked[index], mayBegin(index),
        let match = known.longest(text.tokens, from: index), match.end <= limit,
        let name = match.values.first
      else {
        index = max(index + 1, index < limit ? 0 : next.first?.tokens.upperBound ?? 0)
        continue
      }
      var again = name
      again.tokens = index..<match.end
      again.name = text.string(text.span(again.tokens))
      again.rule = "as elsewhere here: \(name.name)"
      found.append(again)
      index = match.end
    }
    return found
  }

  /// Only where the script shows names by capitals does a word say enough.
  private func mayBegin(_ index: Int) -> Bool {
    text.tokens[index].kind == .word && text.tokens[index].isCapitalized
  }

  /// Tenths; a repetition is only believed of a name that was found with so much certainty.
  private static let sure = 20

  private func weight(_ candidate: NameCandidate) -> Int {
    candidate.evidence == .lexicon ? 1000 : max(candidate.score, 1)
  }

  private func keys(_ range: Range<Int>) -> [UInt64] { text.tokens[range].map(\.key) }
}
