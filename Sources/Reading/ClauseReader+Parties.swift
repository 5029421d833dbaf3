import Facts
import Grammar
import Text

/// Where an event of a clause takes place, and who takes part in it in which role.
extension ClauseReader {
  /// How near to a summit's name the organization must stand whose summit it is.
  private static let hostReach = 2
  /// How far before who acts for a country its adjective may stand.
  private static let bodyReach = 3
  /// Tokens at the head of what is told in which a pronoun stands for the teller.
  private static let headOfStatement = 3

  /// The goal of a visit, else a place with its preposition or postposition; the one nearest to
  /// the trigger.
  func place(in named: [Mention], _ told: Told) -> Mention? {
    let places = named.filter { $0.kind == .place }
    if told.trigger.mode == "visit", let goal = places.first(where: { isBeside($0, told.range, 0) })
    {
      return goal
    }
    let span = text.span(told.range)
    return places.filter { isLocated($0, told) }.min {
      distance($0.span, span) < distance($1.span, span)
    }
  }

  /// People of the clause, or without any the countries and organizations that are no places here.
  ///
  /// Whoever acts for a country stands for it; who hosts a gathering takes part in nothing else.
  func participants(in all: [Mention], _ told: Told, place: Mention?) -> [Participant] {
    let hosts = all.filter { mention in
      mention.kind == .organization
        && told.gatherings.contains { isBeside(mention, $0, Self.hostReach) }
    }
    let isGathering = told.trigger.kind == Self.gathering
    let named = isGathering && !hosts.isEmpty ? hosts : all.filter { !hosts.contains($0) }
    let people = named.filter { $0.kind == .person }
    if people.isEmpty, !isGathering, told.cues.contains(where: { $0.value.contains(.pair) }),
      !told.context.pair.isEmpty
    {
      return told.context.pair
    }
    let bodies = named.filter {
      $0.kind != .person && !isLocated($0, told) && $0.name != place?.name
    }
    let tellers = isGathering ? [] : [teller(in: told), speaker(in: told)].compactMap { $0 }
    let isPersonal = !people.isEmpty || tellers.contains { $0.kind == .person }
    let nations = isGathering ? [] : told.nations.filter { !isPersonal || !$0.isOffice }
    let parties =
      (isPersonal ? people : bodies).map {
        Party(name: $0.name, kind: $0.kind, range: text.tokens.indices(of: $0.span))
      } + nations + tellers
    return participants(parties.sorted { $0.range.lowerBound < $1.range.lowerBound }, told)
  }

  /// A name at its place in a clause.
  struct Party {
    let name: String
    let kind: EntityKind
    let range: Range<Int>
    /// A country by somebody who holds an office of it.
    var isOffice = false
  }

  private func participants(_ parties: [Party], _ told: Told) -> [Participant] {
    let isPassive = parties.contains { stands(.byBefore, before: $0.range, told) }
    var seen: Set<String> = []
    return parties.filter { seen.insert($0.name).inserted }.map { party in
      let role = role(of: party, told, isPassive: isPassive)
      return Participant(name: party.name, kind: party.kind, role: role)
    }
  }

  /// By the word beside the name; in a passive by that alone, else whoever stands behind a verb,
  /// where the language marks roles before names and not behind them.
  private func role(of party: Party, _ told: Told, isPassive: Bool) -> Role {
    if stands(.byBefore, before: party.range, told) { return .actor }
    let isMarked =
      stands(.withAfter, behind: party.range, told) || stands(.onAfter, behind: party.range, told)
      || stands(.withBefore, before: party.range, told)
    if isMarked || isPassive { return .target }
    let isObject = !told.trigger.isNoun && party.range.lowerBound >= told.range.upperBound
    return isObject && !lexicon.marksBehind ? .target : .actor
  }

  // MARK: parties without a name of their own

  /// Who speaks, where the trigger itself is what attributes: "Iran rejected", "Japan pledged".
  func speaker(in told: Told) -> Party? {
    for index in told.range {
      guard let mention = speakers[text.tokens[index].span.start] else { continue }
      return Party(
        name: mention.name, kind: mention.kind, range: text.tokens.indices(of: mention.span))
    }
    return nil
  }

  /// Who tells the clause, if a pronoun at the head of what is told stands for them.
  private func teller(in told: Told) -> Party? {
    guard told.cues.contains(where: { $0.value.contains(.teller) }),
      let statement = statement(around: text.span(told.range)),
      let mention = statement.speaker.flatMap({ named[$0.name] })
    else { return nil }
    let head = text.tokens.indices(of: statement.span).prefix(Self.headOfStatement)
    let pronoun = told.cues.first {
      $0.value.contains(.teller) && head.contains($0.range.lowerBound)
    }
    return pronoun.map { Party(name: mention.name, kind: mention.kind, range: $0.range) }
  }

  /// Of the last few statements that begin before a span the one that holds it, by bisection.
  private func statement(around span: Span) -> Quote? {
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    return statements[..<low].suffix(Self.depth).last { $0.span.contains(span) }
  }

  /// How many statements may stand within one another.
  private static let depth = 4

  /// Countries for which troops, a government or a president without a name acts.
  func nations(
    in clause: Range<Int>, _ cues: [Found<[EventLexicon.Cue]>], _ named: [Mention]
  ) -> [Party] {
    var found: [Party] = []
    for cue in cues where !isNamed(behind: cue.range) {
      guard cue.value.contains(.body) || cue.value.contains(.role) else { continue }
      let low = max(clause.lowerBound, cue.range.lowerBound - Self.bodyReach)
      for index in low..<cue.range.lowerBound {
        guard let (identity, end) = demonym(at: index), end <= cue.range.lowerBound,
          let name = names.usualNames[identity],
          !named.contains(where: { $0.span.contains(text.tokens[index].span) })
        else { continue }
        let isOffice = !cue.value.contains(.body)
        found.append(
          Party(
            name: name, kind: .place, range: index..<cue.range.upperBound, isOffice: isOffice))
        break
      }
    }
    return found
  }

  /// Whether a name stands right behind a range, whose title that is then.
  private func isNamed(behind range: Range<Int>) -> Bool {
    guard range.upperBound < text.tokens.count else { return false }
    return starts.contains(text.tokens[range.upperBound].span.start)
  }

  func demonym(at index: Int) -> (identity: String, end: Int)? {
    let token = text.tokens[index]
    guard token.isCapitalized || token.script != .latin,
      let match = names.phrases.longest(text.tokens, from: index)
    else { return nil }
    for case .demonym(let identity) in match.values { return (identity, match.end) }
    return nil
  }

  // MARK: beside what

  private func isLocated(_ mention: Mention, _ told: Told) -> Bool {
    let range = text.tokens.indices(of: mention.span)
    if stands(.onAfter, behind: range, told) { return !Self.aimed.contains(told.trigger.kind) }
    return stands(.inAfter, behind: range, told) || stands(.inBefore, before: range, told)
  }

  /// Classes of what is done to somebody.
  private static let aimed: Set<String> = [
    "accuse", "assault", "coerce", "reject", "sanction", "threaten",
  ]

  private func stands(_ cue: EventLexicon.Cue, behind range: Range<Int>, _ told: Told) -> Bool {
    told.cues.contains { $0.value.contains(cue) && $0.range.lowerBound == range.upperBound }
  }

  private func stands(_ cue: EventLexicon.Cue, before range: Range<Int>, _ told: Told) -> Bool {
    told.cues.contains { $0.value.contains(cue) && $0.range.upperBound == range.lowerBound }
  }

  /// Whether at most so many tokens stand between a name and a phrase.
  private func isBeside(_ mention: Mention, _ range: Range<Int>, _ reach: Int) -> Bool {
    let tokens = text.tokens.indices(of: mention.span)
    return max(tokens.lowerBound - range.upperBound, range.lowerBound - tokens.upperBound) <= reach
  }

  func distance(_ a: Span, _ b: Span) -> Int { max(a.start - b.end, b.start - a.end, 0) }
}
