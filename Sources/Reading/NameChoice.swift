import Facts
import Foundation
import Tagging
import Text

/// Chooses between the names that rules found and those that the tagger found.
///
/// What the lexicon knows keeps its kind and identity, unless the tagger sees it as part of a
/// longer name; of what no lexicon knows the tagger judges better than titles and capitals.
struct NameChoice {
  private let text: TokenizedText
  private let blocked: BlockedTokens
  private var chosen: [NameCandidate] = []

  init(_ text: TokenizedText, _ blocked: BlockedTokens) {
    self.text = text
    self.blocked = blocked
  }

  /// Both in order, none overlapping.
  mutating func names(_ ruled: [NameCandidate], _ tagged: [TaggedName]) -> [NameCandidate] {
    var rest = ruled[...]
    for name in tagged where name.tokens.allSatisfy({ !blocked[$0] }) {
      while let first = rest.first, first.tokens.upperBound <= name.tokens.lowerBound {
        keep(first)
        rest.removeFirst()
      }
      var rivals: [NameCandidate] = []
      while let first = rest.first, first.tokens.lowerBound < name.tokens.upperBound {
        rivals.append(first)
        rest.removeFirst()
      }
      choose(name, rivals)
    }
    for candidate in rest { keep(candidate) }
    return chosen
  }

  static let off = Set((ProcessInfo.processInfo.environment["OFF"] ?? "").split(separator: ",").map(String.init))

  /// A name that only rules found.
  private mutating func keep(_ candidate: NameCandidate) {
    if Self.off.contains(String(candidate.rule.split(separator: " ")[0])) { return }
    chosen.append(candidate)
  }

  private mutating func choose(_ name: TaggedName, _ rivals: [NameCandidate]) {
    let known = rivals.filter { $0.isKnown && !$0.isDescription }
    if known.contains(where: { $0.tokens == name.tokens || !isInside($0, name) }) && !Self.off.contains("X") {
      for candidate in rivals { keep(candidate) }
      return
    }
    var candidate = NameCandidate(
      tokens: name.tokens, kind: name.kind, name: text.string(text.span(name.tokens)),
      identity: nil, rule: "tagger \(name.score / 10).\(name.score % 10)")
    for rival in rivals {
      if rival.role != nil { (candidate.nation, candidate.role) = (rival.nation, rival.role) }
      guard rival.isKnown, rival.kind == name.kind, name.kind == .person else { continue }
      (candidate.name, candidate.identity) = (rival.name, rival.identity)
    }
    chosen.append(candidate)
  }

  private func isInside(_ candidate: NameCandidate, _ name: TaggedName) -> Bool {
    name.tokens.lowerBound <= candidate.tokens.lowerBound
      && candidate.tokens.upperBound <= name.tokens.upperBound
  }
}
