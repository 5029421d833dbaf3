import Facts
import Text

/// Puts the mentions of one document together that mean the same.
struct NameFamily {
  private let text: TokenizedText
  private var candidates: [NameCandidate]

  init(_ text: TokenizedText, _ candidates: [NameCandidate]) {
    self.text = text
    self.candidates = candidates
  }

  /// The mentions in order; descriptions that nobody answers to are left out.
  func mentions() -> [Mention] {
    var family = self
    family.shareSurnames()
    family.resolveDescriptions()
    return family.candidates.compactMap { family.mention($0) }
  }

  private func mention(_ candidate: NameCandidate) -> Mention? {
    guard !candidate.isDescription || candidate.identity != nil || candidate.rule != "description"
    else { return nil }
    let span = text.span(candidate.tokens)
    return Mention(
      span: span, text: text.string(span), kind: candidate.kind, name: candidate.name,
      identity: candidate.identity, isDescription: candidate.isDescription, rule: candidate.rule)
  }

  /// A single word takes the name of the one fuller name that begins or ends with it.
  private mutating func shareSurnames() {
    var fuller: [UInt64: Set<Int>] = [:]
    for (index, candidate) in candidates.enumerated()
    where candidate.kind == .person && candidate.tokens.count > 1 && !candidate.isDescription {
      fuller[text.tokens[candidate.tokens.upperBound - 1].key, default: []].insert(index)
    }
    for index in candidates.indices {
      let candidate = candidates[index]
      guard candidate.kind == .person, candidate.tokens.count == 1, candidate.identity == nil
      else { continue }
      let others = fuller[text.tokens[candidate.tokens.lowerBound].key] ?? []
      let names = Set(others.map { candidates[$0].name })
      guard names.count == 1, let other = others.min() else { continue }
      candidates[index].name = candidates[other].name
      candidates[index].identity = candidates[other].identity
      candidates[index].rule = "surname of \(candidates[other].name)"
    }
  }

  /// "The Russian leader" is the one person whom the document calls a Russian head.
  private mutating func resolveDescriptions() {
    var known: [String: Set<String>] = [:]
    var first: [String: NameCandidate] = [:]
    for candidate in candidates where !candidate.isDescription {
      guard let nation = candidate.nation, let role = candidate.role else { continue }
      known[nation + "\t" + role, default: []].insert(candidate.name)
      if first[candidate.name] == nil { first[candidate.name] = candidate }
    }
    for index in candidates.indices where candidates[index].isDescription {
      let key = (candidates[index].nation ?? "") + "\t" + (candidates[index].role ?? "")
      guard let names = known[key], names.count == 1, let name = names.first else { continue }
      candidates[index].name = name
      candidates[index].identity = first[name]?.identity
      candidates[index].rule =
        "description of the only \(key.split(separator: "\t").joined(separator: " ")) here, \(name)"
    }
  }
}
