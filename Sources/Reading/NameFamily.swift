import Facts
import Grammar
import Text

/// Puts the mentions of one document together that mean the same.
///
/// People: cases of one full name, a full name without its middle, initials with a surname, and a
/// surname alone take the one fuller name that fits; two full names that fit leave them alone. Places and organizations: cases of one
/// name, and an acronym with the one long name whose initials it is.
struct NameFamily {
  let text: TokenizedText
  let lexicon: NameLexicon
  var candidates: [NameCandidate]

  init(_ text: TokenizedText, _ candidates: [NameCandidate], _ lexicon: NameLexicon) {
    self.text = text
    self.candidates = candidates
    self.lexicon = lexicon
  }

  /// The mentions in order; descriptions that nobody answers to are left out.
  func mentions() -> [Mention] {
    var family = self
    family.joinCases()
    family.shareFullNames()
    family.shareSurnames()
    family.expandAcronyms()
    family.resolveDescriptions()
    return family.candidates.compactMap { family.mention($0) }
  }

  private func mention(_ candidate: NameCandidate) -> Mention? {
    guard !candidate.isDescription || candidate.identity != nil || candidate.rule != "description"
    else { return nil }
    let span = text.span(candidate.tokens)
    return Mention(
      span: span, text: text.string(span), kind: candidate.kind, name: candidate.name,
      identity: candidate.identity, isDescription: candidate.isDescription,
      title: candidate.kind == .person && !candidate.isDescription ? title(of: candidate) : nil,
      rule: candidate.rule)
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

  /// The title right before or behind a name, with the adjective of a country before it.
  private func title(of candidate: NameCandidate) -> String? {
    let tokens = text.tokens
    let start = candidate.tokens.lowerBound
    for length in stride(from: min(6, start), through: 1, by: -1) {
      let first = start - length
      guard isTitle(from: first, to: start, isBefore: true) else { continue }
      let span = text.span((nationStart(before: first) ?? first)..<start)
      return text.string(span)
    }
    let end = candidate.tokens.upperBound
    guard end < tokens.count, let match = lexicon.phrases.longest(tokens, from: end),
      isTitle(from: end, to: match.end, isBefore: false)
    else { return nil }
    return text.string(text.span(end..<match.end))
  }

  private func isTitle(from first: Int, to end: Int, isBefore: Bool) -> Bool {
    guard let match = lexicon.phrases.longest(text.tokens, from: first), match.end == end else {
      return false
    }
    return match.values.contains {
      if case .title(let role, let before) = $0 {
        role != "honorific" && before == isBefore
      } else {
        false
      }
    }
  }

  /// Where the adjective of a country begins that ends right before `index`.
  private func nationStart(before index: Int) -> Int? {
    for length in [1, 2] where index >= length {
      guard let match = lexicon.phrases.longest(text.tokens, from: index - length),
        match.end == index
      else { continue }
      let isDemonym = match.values.contains { if case .demonym = $0 { true } else { false } }
      if isDemonym { return index - length }
    }
    return nil
  }
}
