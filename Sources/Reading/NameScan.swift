import Facts
import Grammar
import Text

/// Goes through a text once and collects names as the lexicon, titles and capitals show them.
struct NameScan {
  private let text: TokenizedText
  private let tokens: [Token]
  private let lexicon: NameLexicon
  private let blocked: BlockedTokens
  private var found: [NameCandidate] = []
  /// The adjective of a country that stands right before, and where it ends.
  private var nation: (identity: String, start: Int, end: Int)?
  /// The title that stands right before.
  private var title: (role: String, end: Int)?

  /// Longest name, in tokens.
  private static let longest = 6

  init(_ text: TokenizedText, _ lexicon: NameLexicon, _ blocked: BlockedTokens) {
    self.text = text
    tokens = text.tokens
    self.lexicon = lexicon
    self.blocked = blocked
  }

  mutating func candidates() -> [NameCandidate] {
    var index = 0
    while index < tokens.count { index = step(at: index) }
    return found
  }

  private mutating func step(at index: Int) -> Int {
    guard !blocked[index], tokens[index].kind == .word else { return index + 1 }
    if let match = lexicon.phrases.longest(tokens, from: index),
      let end = take(match.values, index..<match.end)
    {
      return end
    }
    return unknown(at: index) ?? index + 1
  }

  // MARK: what the lexicon knows

  /// Uses the entries of a phrase; nil if none fits here.
  private mutating func take(_ entries: [NameEntry], _ range: Range<Int>) -> Int? {
    for entry in entries {
      switch entry {
      case .name(let kind, let identity, let canonical):
        guard isWritten(range), let kind = EntityKind(rawValue: kind) else { continue }
        return takeName(range, kind, identity, canonical)
      case .body(let identity):
        guard isWritten(range) else { continue }
        return takeBody(range, identity)
      case .demonym(let identity):
        nation = (identity, range.lowerBound, range.upperBound)
        return range.upperBound
      case .noName:
        forget()
        return range.upperBound
      case .title(let role, let isBefore):
        if let end = takeTitle(role, isBefore, range) { return end }
      }
    }
    return nil
  }

  /// Whether a name is written as one: with a capital, where the script has them.
  private func isWritten(_ range: Range<Int>) -> Bool {
    let first = tokens[range.lowerBound]
    return first.isCapitalized || (first.script != .latin && first.script != .cyrillic)
  }

  private mutating func takeName(
    _ range: Range<Int>, _ kind: EntityKind, _ identity: String, _ canonical: String
  ) -> Int {
    let (nation, role) = announcement(before: range.lowerBound)
    found.append(
      NameCandidate(
        tokens: range, kind: kind, name: canonical, identity: identity,
        rule: "lexicon \(identity)", evidence: .lexicon, nation: nation,
        role: role))
    forget()
    return range.upperBound
  }

  /// A ministry belongs to the country whose adjective or name stands before it, or whose name
  /// stands behind it.
  private mutating func takeBody(_ range: Range<Int>, _ identity: String) -> Int {
    guard let (country, whole) = country(of: range) else {
      add(range, .organization, "organization word")
      return range.upperBound
    }
    if let last = found.last, last.tokens.lowerBound == whole.lowerBound { found.removeLast() }
    found.append(
      NameCandidate(
        tokens: whole, kind: .organization, name: text.string(text.span(whole)),
        identity: country.lowercased() + "-" + identity,
        rule: "organization of \(country)", evidence: .lexicon))
    forget()
    return whole.upperBound
  }

  /// Whose body a range is, and where both stand.
  private func country(of body: Range<Int>) -> (identity: String, whole: Range<Int>)? {
    if let nation, nation.end == body.lowerBound {
      return (nation.identity, nation.start..<body.upperBound)
    }
    if let last = found.last, last.tokens.upperBound == body.lowerBound,
      last.kind == .place, let country = last.identity.flatMap(NameEntry.countryCode)
    {
      return (country, last.tokens.lowerBound..<body.upperBound)
    }
    // Without blanks the next word may begin another part of the sentence.
    guard tokens[body.lowerBound].script != .han, body.upperBound < tokens.count,
      let match = lexicon.phrases.longest(tokens, from: body.upperBound)
    else { return nil }
    let next = body.upperBound..<match.end
    guard isWritten(next), next.allSatisfy({ !blocked[$0] }),
      let country = match.values.lazy.compactMap({ entry in
        if case .name = entry { entry.country } else { nil }
      }).first
    else { return nil }
    return (country, body.lowerBound..<match.end)
  }

  private mutating func takeTitle(_ role: String, _ isBefore: Bool, _ range: Range<Int>) -> Int? {
    if !isBefore {
      guard let last = found.indices.last, found[last].tokens.upperBound == range.lowerBound
      else { return titleBehindUnknown(role, range) }
      if found[last].kind == .person { found[last].role = role }
      return range.upperBound
    }
    if let nation, nation.end != range.lowerBound { self.nation = nil }
    describe(role, range)
    title = (role, range.upperBound)
    return range.upperBound
  }

  /// A Han name of two or three characters before a title: 毛宁发言人.
  private mutating func titleBehindUnknown(_ role: String, _ range: Range<Int>) -> Int? {
    for length in [3, 2] where range.lowerBound >= length {
      let name = (range.lowerBound - length)..<range.lowerBound
      guard tokens[name.lowerBound].script == .han, isFree(name),
        lexicon.isUsed(tokens[name.lowerBound], as: .surname)
      else { continue }
      add(name, .person, "surname and title", evidence: .title, role: role)
      return range.upperBound
    }
    return nil
  }

  /// Notes "the Russian leader" as somebody, if no name follows.
  private mutating func describe(_ role: String, _ range: Range<Int>) {
    guard let nation, nation.end == range.lowerBound, role != "honorific" else { return }
    let whole = nation.start..<range.upperBound
    found.append(
      NameCandidate(
        tokens: whole, kind: .person, name: text.string(text.span(whole)), identity: nil,
        rule: "description", evidence: .title, nation: nation.identity, role: role,
        isDescription: true))
  }

  /// The nation and role that stand right before `index`; a description that they were is none.
  private mutating func announcement(before index: Int) -> (nation: String?, role: String?) {
    guard let title, title.end == index else { return (nil, nil) }
    guard let last = found.last, last.isDescription, last.tokens.upperBound == index else {
      return (nil, title.role)
    }
    found.removeLast()
    return (last.nation, title.role)
  }

  private mutating func forget() {
    nation = nil
    title = nil
  }

  private mutating func add(
    _ range: Range<Int>, _ kind: EntityKind, _ rule: String,
    evidence: NameEvidence = .pattern, nation: String? = nil, role: String? = nil
  ) {
    found.append(
      NameCandidate(
        tokens: range, kind: kind, name: text.string(text.span(range)), identity: nil, rule: rule,
        evidence: evidence, nation: nation, role: role))
    forget()
  }

  private func isFree(_ range: Range<Int>) -> Bool {
    let isTaken = found.last.map { $0.tokens.upperBound > range.lowerBound } ?? false
    return !isTaken && range.allSatisfy { !blocked[$0] && tokens[$0].kind == .word }
  }
}

// MARK: names that no lexicon knows

extension NameScan {
  /// A name that begins at `index` by its title, given name or capitals; the index behind it.
  fileprivate mutating func unknown(at index: Int) -> Int? {
    switch tokens[index].script {
    case .latin, .cyrillic: return tokens[index].isCapitalized ? capitals(at: index) : nil
    case .han: return hanName(at: index)
    case .devanagari, .arabic, .other: return caselessName(at: index)
    case .none: return nil
    }
  }

  /// Tokens from `index` that `belongs` accepts, hyphens between them included.
  private func run(from index: Int, _ belongs: (Int) -> Bool) -> Range<Int> {
    var end = index
    while end < tokens.count, end - index < Self.longest, !blocked[end], tokens[end].kind == .word,
      belongs(end)
    {
      end += 1
      if end + 1 < tokens.count, tokens[end].key == hyphen, tokens[end + 1].kind == .word,
        tokens[end].span.start == tokens[end - 1].span.end, belongs(end + 1)
      {
        end += 1
      }
    }
    return index..<end
  }

  private mutating func capitals(at index: Int) -> Int {
    let isGiven = lexicon.isUsed(tokens[index], as: .given)
    let range = run(from: index) { position in
      tokens[position].isCapitalized && !lexicon.isUsed(tokens[position], as: .function)
        && (position == index || isGiven || !beginsName(position))
    }
    guard !range.isEmpty else { return index + 1 }
    let isAnnounced = title?.end == index
    if isAnnounced {
      let (nation, role) = announcement(before: index)
      add(range, .person, "title and capitals", evidence: .title, nation: nation, role: role)
    } else if range.contains(where: { lexicon.isUsed(tokens[$0], as: .organization) }) {
      if range.count > 1 { add(range, .organization, "organization word") }
    } else if isPersonal(range) {
      add(range, .person, "given name or surname")
    } else if isAcronym(range) {
      add(range, .organization, "acronym")
    } else if index > 0, lexicon.isUsed(tokens[index - 1], as: .locative), range.count <= 2 {
      add(range, .place, "locative and capitals")
    }
    return range.upperBound
  }

  /// Whether the lexicon has a name that begins here.
  private func beginsName(_ index: Int) -> Bool {
    guard let match = lexicon.phrases.longest(tokens, from: index) else { return false }
    return match.values.contains {
      switch $0 {
      case .name, .body: true
      case .demonym, .title, .noName: false
      }
    }
  }

  private func isPersonal(_ range: Range<Int>) -> Bool {
    guard range.count >= 2, range.count <= 4 else { return false }
    return lexicon.isUsed(tokens[range.lowerBound], as: .given)
      || lexicon.isUsed(tokens[range.lowerBound], as: .surname)
      || lexicon.isUsed(tokens[range.upperBound - 1], as: .surname)
  }

  /// One word of two to six capitals: NATO, МИД.
  private func isAcronym(_ range: Range<Int>) -> Bool {
    guard range.count == 1 else { return false }
    let word = text.string(tokens[range.lowerBound].span)
    return (2...6).contains(word.unicodeScalars.count) && word == word.uppercased()
      && word != word.lowercased()
  }

  /// In scripts without capitals only a title or a given name announces a name.
  private mutating func caselessName(at index: Int) -> Int? {
    let isAnnounced = title?.end == index
    let isGiven = lexicon.isUsed(tokens[index], as: .given)
    guard isAnnounced && title?.role != "official" || isGiven,
      !lexicon.isUsed(tokens[index], as: .function)
    else { return nil }
    let limit = isGiven ? 3 : 2
    let range = run(from: index) { position in
      position - index < limit && !lexicon.isUsed(tokens[position], as: .function)
        && (position == index || lexicon.phrases.longest(tokens, from: position) == nil)
    }
    guard !range.isEmpty, isAnnounced || range.count > 1 else { return nil }
    let (nation, role) = announcement(before: index)
    add(range, .person, isAnnounced ? "title" : "given name", nation: nation, role: role)
    return range.upperBound
  }

  /// A surname and one or two characters behind a title: 发言人毛宁.
  private mutating func hanName(at index: Int) -> Int? {
    guard title?.end == index, lexicon.isUsed(tokens[index], as: .surname) else { return nil }
    var end = index + 1
    while end < tokens.count, end - index < 3, tokens[end].script == .han,
      !lexicon.isUsed(tokens[end], as: .function), !blocked[end]
    { end += 1 }
    guard end - index >= 2 else { return nil }
    let (nation, role) = announcement(before: index)
    add(index..<end, .person, "title and surname", evidence: .title, nation: nation, role: role)
    return end
  }
}

private let hyphen = Folding.key("-")
