import Facts
import Grammar
import Text

/// Which names of one document are forms of one another.
extension NameFamily {
  /// Words of a candidate as they compare: their stems, where the language has cases.
  private func words(_ candidate: NameCandidate) -> [String] {
    let name = text.string(text.span(candidate.tokens))
    if let stems = lexicon.stems { return stems.words(of: name) }
    let words = TokenizedText(name)
    return words.tokens.filter { $0.kind == .word }.map { Folding.fold(words.string($0.span)) }
  }

  /// Cases of one name take the same name: the lexicon's, else the one that is used most.
  mutating func joinCases() {
    guard lexicon.stems != nil else { return }
    var groups: [String: [Int]] = [:]
    for index in candidates.indices where !candidates[index].isDescription {
      let words = words(candidates[index])
      guard words.contains(where: { $0.unicodeScalars.count > 2 }) else { continue }
      let key = candidates[index].kind.rawValue + "\t" + words.sorted().joined(separator: " ")
      groups[key, default: []].append(index)
    }
    for key in groups.keys.sorted() { unify(groups[key] ?? []) }
  }

  private mutating func unify(_ indices: [Int]) {
    guard Set(indices.map { candidates[$0].name }).count > 1,
      Set(indices.compactMap { candidates[$0].identity }).count <= 1
    else { return }
    let chosen = indices.first { candidates[$0].identity != nil } ?? indices.min(by: isPlainer)
    guard let chosen else { return }
    for index in indices where candidates[index].name != candidates[chosen].name {
      candidates[index].rule = "another case of \(candidates[chosen].name)"
      candidates[index].name = candidates[chosen].name
      candidates[index].identity = candidates[chosen].identity
    }
  }

  /// Whether a form looks more like the dictionary's: its first word is a known given name, then
  /// it is shorter, then it comes first.
  private func isPlainer(_ a: Int, _ b: Int) -> Bool {
    let rank = { (index: Int) -> (Int, Int, Int) in
      let first = self.text.tokens[self.candidates[index].tokens.lowerBound]
      let isGiven = self.lexicon.isUsed(first, as: .given)
      return (isGiven ? 0 : 1, self.candidates[index].name.unicodeScalars.count, index)
    }
    return rank(a) < rank(b)
  }

  /// A surname alone, or with initials, takes the name of the one fuller name that fits.
  mutating func shareSurnames() {
    var fuller: [String: [Int]] = [:]
    let words = candidates.map { $0.kind == .person && !$0.isDescription ? self.words($0) : [] }
    for index in candidates.indices where isFull(words[index]) {
      for word in Set([words[index].last ?? "", words[index].first ?? ""]) {
        fuller[word, default: []].append(index)
      }
    }
    for index in candidates.indices where !words[index].isEmpty && !isFull(words[index]) {
      guard candidates[index].identity == nil,
        let surname = words[index].first(where: { $0.unicodeScalars.count > 1 })
      else { continue }
      let initials = words[index].filter { $0.unicodeScalars.count == 1 }
      let fitting = (fuller[surname] ?? []).filter { fits(initials, words[$0], surname) }
      let isLast = fitting.filter { words[$0].last == surname }
      let bearers = isLast.isEmpty ? fitting : isLast
      guard Set(bearers.map { candidates[$0].name }).count == 1, let other = bearers.min()
      else { continue }
      let kind = initials.isEmpty ? "surname" : "initials and surname"
      candidates[index].rule = "\(kind) of \(candidates[other].name)"
      candidates[index].name = candidates[other].name
      candidates[index].identity = candidates[other].identity
    }
  }

  /// A name of two words takes the name of the one longer name that begins and ends as it does, or
  /// begins with both its words: without the patronymic, or without the surname.
  mutating func shareFullNames() {
    var longer: [String: [Int]] = [:]
    let words = candidates.map { $0.kind == .person && !$0.isDescription ? self.words($0) : [] }
    for index in candidates.indices where words[index].count > 2 {
      let (first, second) = (words[index][0], words[index][1])
      for other in Set([second, words[index].last ?? second]) {
        longer[first + " " + other, default: []].append(index)
      }
    }
    for index in candidates.indices where words[index].count == 2 && isFull(words[index]) {
      let fitting = longer[words[index].joined(separator: " ")] ?? []
      guard candidates[index].identity == nil, let other = fitting.min(),
        Set(fitting.map { candidates[$0].name }).count == 1
      else { continue }
      candidates[index].rule = "short for \(candidates[other].name)"
      candidates[index].name = candidates[other].name
      candidates[index].identity = candidates[other].identity
    }
  }

  /// Two words that are no initials.
  private func isFull(_ words: [String]) -> Bool {
    words.filter { $0.unicodeScalars.count > 1 }.count >= 2
  }

  /// Whether initials are those of a full name's other words, in order.
  private func fits(_ initials: [String], _ words: [String], _ surname: String) -> Bool {
    var rest = words.filter { $0 != surname }[...]
    for initial in initials {
      guard let next = rest.firstIndex(where: { $0.hasPrefix(initial) }) else { return false }
      rest = rest[(next + 1)...]
    }
    return true
  }

  /// An acronym takes the name of the one long organization or place whose initials it is.
  mutating func expandAcronyms() {
    var long: [String: Set<Int>] = [:]
    for index in candidates.indices where candidates[index].kind != .person {
      guard let initials = initials(of: candidates[index]) else { continue }
      long[initials, default: []].insert(index)
    }
    for index in candidates.indices where candidates[index].kind != .person {
      let written = text.string(text.span(candidates[index].tokens))
      guard candidates[index].identity == nil, (2...6).contains(written.unicodeScalars.count),
        written == written.uppercased(), let fitting = long[Folding.fold(written)],
        Set(fitting.map { candidates[$0].name }).count == 1, let other = fitting.min()
      else { continue }
      candidates[index].kind = candidates[other].kind
      candidates[index].name = candidates[other].name
      candidates[index].identity = candidates[other].identity
      candidates[index].rule = "initials of \(candidates[other].name)"
    }
  }

  /// Folded first letters of the words of a name of three words or more; function words count only
  /// where they are capitalized.
  private func initials(of candidate: NameCandidate) -> String? {
    let words = candidate.tokens.map { text.tokens[$0] }.filter {
      $0.kind == .word && ($0.isCapitalized || !lexicon.isUsed($0, as: .function))
    }
    guard words.count >= 3 else { return nil }
    return words.map { Folding.fold(String(text.string($0.span).prefix(1))) }.joined()
  }
}
