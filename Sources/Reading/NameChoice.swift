import Facts
import Grammar
import Tagging
import Text

/// Chooses between the names that rules found and those that the tagger found.
///
/// What the lexicon knows keeps its kind and identity, unless the tagger sees it as part of a
/// longer name. Of what no lexicon knows the tagger judges better than patterns, but a name behind
/// a title stays.
struct NameChoice {
  private let text: TokenizedText
  private let lexicon: NameLexicon
  private let blocked: BlockedTokens
  private var chosen: [NameCandidate] = []

  init(_ text: TokenizedText, _ lexicon: NameLexicon, _ blocked: BlockedTokens) {
    self.text = text
    self.lexicon = lexicon
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
      choose(trimmed(name), rivals)
    }
    for candidate in rest { keep(candidate) }
    return chosen
  }

  /// A name that only rules found.
  private mutating func keep(_ candidate: NameCandidate) {
    if candidate.evidence != .pattern { chosen.append(candidate) }
  }

  private mutating func choose(_ name: TaggedName, _ rivals: [NameCandidate]) {
    let known = rivals.filter { $0.evidence == .lexicon && !$0.isDescription }
    guard name.score >= Self.least, known.allSatisfy({ isWider(name, $0) }), !isSomethingElse(name)
    else {
      for candidate in rivals { keep(candidate) }
      return
    }
    var candidate = NameCandidate(
      tokens: name.tokens, kind: name.kind, name: text.string(text.span(words(of: name))),
      identity: nil, rule: "tagger \(name.score / 10).\(name.score % 10)", evidence: .tagger,
      score: name.score)
    if let known = entry(at: words(of: name)) {
      (candidate.kind, candidate.name, candidate.identity) = known
    }
    for rival in rivals {
      if rival.role != nil { (candidate.nation, candidate.role) = (rival.nation, rival.role) }
      guard rival.evidence == .lexicon, rival.kind == .person, name.kind == .person else {
        continue
      }
      (candidate.name, candidate.identity) = (rival.name, rival.identity)
    }
    chosen.append(candidate)
  }

  /// What the lexicon knows exactly these words as, where rules took them for part of a title.
  private func entry(at range: Range<Int>) -> (EntityKind, String, String?)? {
    let tokens = Array(text.tokens[range])
    guard let match = lexicon.phrases.longest(tokens, from: 0) else { return nil }
    guard match.end == tokens.count else {
      return body(match.values, tokens, from: match.end).map {
        (.organization, text.string(text.span(range)), $0)
      }
    }
    return match.values.lazy.compactMap { entry in
      guard case .name(let kind, let identity, let name) = entry else { return nil }
      return EntityKind(rawValue: kind).map { ($0, name, identity) }
    }.first
  }

  /// The identity of a country's body, of which the words from `start` on are one part and `first`
  /// is the other one.
  private func body(_ first: [NameEntry], _ tokens: [Token], from start: Int) -> String? {
    guard let match = lexicon.phrases.longest(tokens, from: start), match.end == tokens.count
    else { return nil }
    let entries = first + match.values
    let country = entries.lazy.compactMap { $0.country }.first
    let body = entries.lazy.compactMap { entry -> String? in
      if case .body(let identity) = entry { identity } else { nil }
    }.first
    guard let country, let body else { return nil }
    return country.lowercased() + "-" + body
  }

  /// Tenths; a name that the tagger is less sure of is none.
  private static let least = 30

  /// Whether the tagger's name is a longer one than the lexicon's.
  ///
  /// Without capitals it takes in what only follows a person or an organization: ब्रिक्स शिखर सम्मेलन,
  /// 普京互. (Of places 台北市 is the longer name.)
  private func isWider(_ name: TaggedName, _ known: NameCandidate) -> Bool {
    guard known.isPart(of: name.tokens), !isCapitalByPlace(name, known) else { return false }
    let first = text.tokens[known.tokens.lowerBound]
    let hasCapitals = first.script == .latin || first.script == .cyrillic
    return hasCapitals || known.kind != name.kind || known.kind == .place
      || known.tokens.lowerBound > name.tokens.lowerBound
  }

  /// Whether the name is the lexicon's behind one word that has its capital because a sentence
  /// begins with it: Саммит БРИКС.
  private func isCapitalByPlace(_ name: TaggedName, _ known: NameCandidate) -> Bool {
    guard known.kind == name.kind, known.identity != nil,
      known.tokens.upperBound == name.tokens.upperBound,
      known.tokens.lowerBound == name.tokens.lowerBound + 1,
      let sentence = text.sentence(at: name.tokens.lowerBound)
    else { return false }
    return text.sentences[sentence].lowerBound == name.tokens.lowerBound
      && text.tokens[name.tokens.lowerBound].isCapitalized
  }

  /// Whether it is the adjective of a country or of several (Российско-китайские), or ends inside
  /// a phrase that the lexicon knows: 中国国 of 中国国家主席.
  private func isSomethingElse(_ name: TaggedName) -> Bool {
    let last = name.tokens.upperBound - 1
    let isCompound =
      name.tokens.count == 3 && text.tokens[last - 1].key == Self.hyphen
      && text.tokens[last - 1].span.start == text.tokens[last - 2].span.end
    return isDemonym(isCompound ? last..<last + 1 : name.tokens) || cutsPhrase(name.tokens)
  }

  private func isDemonym(_ range: Range<Int>) -> Bool {
    guard let match = lexicon.phrases.longest(text.tokens, from: range.lowerBound),
      match.end == range.upperBound
    else { return false }
    return match.values.allSatisfy { if case .demonym = $0 { true } else { false } }
  }

  private func cutsPhrase(_ range: Range<Int>) -> Bool {
    guard text.tokens[range.lowerBound].script == .han else { return false }
    return range.dropFirst().contains { index in
      lexicon.phrases.longest(text.tokens, from: index).map { $0.end > range.upperBound } ?? false
    }
  }

  /// The name without marks that stand before and behind its words.
  private func words(of name: TaggedName) -> Range<Int> {
    guard let first = name.tokens.first(where: { text.tokens[$0].kind == .word }),
      let last = name.tokens.last(where: { text.tokens[$0].kind == .word })
    else { return name.tokens }
    let after = last + 1
    let isAbbreviation = after < name.tokens.upperBound && text.tokens[after].key == Self.stop
    return first..<(isAbbreviation ? after + 1 : after)
  }

  /// Without a full stop that ends the sentence rather than an abbreviation.
  private func trimmed(_ name: TaggedName) -> TaggedName {
    var name = name
    let last = name.tokens.upperBound - 1
    guard name.tokens.count > 1, text.tokens[last].key == Self.stop else { return name }
    let word = text.tokens[last - 1]
    if word.span.end < text.tokens[last].span.start || word.span.count > Self.longestAbbreviation {
      name.tokens = name.tokens.lowerBound..<last
    }
    return name
  }

  /// Bytes: Corp, Cпб.
  private static let longestAbbreviation = 6
  private static let stop = Folding.key(".")
  private static let hyphen = Folding.key("-")
}

extension NameCandidate {
  /// Whether it lies inside a longer name.
  fileprivate func isPart(of longer: Range<Int>) -> Bool {
    longer != tokens && longer.lowerBound <= tokens.lowerBound
      && tokens.upperBound <= longer.upperBound
  }
}
