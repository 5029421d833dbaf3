import Dates
import Facts
import Grammar
import Text

/// Reads the events of one clause: who, with whom, where, when, and whether it happened.
struct ClauseReader {
  let text: TokenizedText
  let lexicon: EventLexicon
  let quotes: QuoteLexicon
  let mentions: [Mention]
  let times: [TimeExpression]
  let published: CalendarDate?

  /// How near to its trigger a negation must stand, in tokens.
  private static let negationReach = 4

  /// How near to a summit's name the organization must stand whose summit it is.
  private static let hostReach = 2
  /// The class of events that gather many; who hosts them takes part, and in nothing else there.
  private static let gathering = "hold"

  /// A phrase that says something of the clause.
  struct Found<Value> {
    let value: Value
    let range: Range<Int>
  }

  /// Parts of a sentence: "that" parts what is said from who said it and when.
  func clauses(of sentence: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    var index = start
    while index < sentence.upperBound {
      guard let match = quotes.phrases.longest(text.tokens, from: index) else {
        if text.tokens[index].key == Self.semicolon {
          clauses.append(start..<index)
          start = index + 1
        }
        index += 1
        continue
      }
      if match.values.contains(.that) {
        clauses.append(start..<index)
        start = match.end
      }
      index = match.end
    }
    clauses.append(start..<sentence.upperBound)
    return clauses.filter { !$0.isEmpty }
  }

  private static let semicolon = Folding.key(";")

  func events(in clause: Range<Int>, sentence: Span) -> [Event] {
    let triggers = phrases(in: clause, lexicon.triggers)
    let cues = phrases(in: clause, lexicon.cues)
    var events: [Event] = []
    var seen: Set<String> = []
    let gatherings = triggers.filter { $0.value.first?.kind == Self.gathering }.map(\.range)
    for trigger in triggers {
      guard let value = trigger.value.first,
        let event = event(trigger.range, value, clause, cues, gatherings, sentence),
        seen.insert(event.kind).inserted
      else { continue }
      events.append(event)
    }
    return events
  }

  /// The phrases of a trie in a range, longest first at each place, none within another.
  private func phrases<Value>(in range: Range<Int>, _ trie: PhraseTrie<Value>) -> [Found<[Value]>] {
    var found: [Found<[Value]>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = trie.longest(text.tokens, from: index), match.end <= range.upperBound {
        found.append(Found(value: match.values, range: index..<match.end))
        index = match.end
      } else {
        index += 1
      }
    }
    return found
  }

  private func event(
    _ range: Range<Int>, _ trigger: EventLexicon.Trigger, _ clause: Range<Int>,
    _ cues: [Found<[EventLexicon.Cue]>], _ gatherings: [Range<Int>], _ sentence: Span
  ) -> Event? {
    let span = text.span(range)
    let clauseSpan = text.span(clause)
    let all = mentions.filter { clauseSpan.contains($0.span) && !$0.span.overlaps(span) }
    let hosts = all.filter { mention in
      mention.kind == .organization && gatherings.contains { isBeside(mention, $0) }
    }
    let destination =
      trigger.mode == "visit" ? all.first { $0.kind == .place && isRightBeside($0, range) } : nil
    let place = destination ?? place(in: all, cues, near: range)
    let isGathering = trigger.kind == Self.gathering
    let named = isGathering && !hosts.isEmpty ? hosts : all.filter { !hosts.contains($0) }
    let participants = participants(in: named, cues, place: place)
    let time = time(in: clauseSpan, near: span)
    guard isEnough(participants, place, time) else { return nil }
    let status = status(range, cues, time)
    let (value, edtf, days, basis) = date(time, status)
    return Event(
      span: span, text: text.string(span), sentence: sentence, kind: trigger.kind,
      mode: trigger.mode, status: status, value: value, edtf: edtf, days: days, basis: basis,
      time: time?.span, participants: participants, place: place?.name,
      rule: "trigger \(trigger.kind)\(trigger.mode.map { " " + $0 } ?? "")")
  }

  /// Somebody or a place, and a date; without a date two people or countries that deal.
  private func isEnough(_ participants: [Participant], _ place: Mention?, _ time: TimeExpression?)
    -> Bool
  {
    if time != nil { return !participants.isEmpty || place != nil }
    return participants.count { $0.kind != .organization } >= 2
  }

  // MARK: where and who

  /// A place with its preposition or postposition; the one nearest to the trigger.
  private func place(
    in named: [Mention], _ cues: [Found<[EventLexicon.Cue]>], near range: Range<Int>
  )
    -> Mention?
  {
    named.filter { $0.kind == .place && isLocated($0, cues) }.min {
      distance($0.span, text.span(range)) < distance($1.span, text.span(range))
    }
  }

  private func isLocated(_ mention: Mention, _ cues: [Found<[EventLexicon.Cue]>]) -> Bool {
    stands(.inAfter, behind: mention, cues) || stands(.inBefore, before: mention, cues)
  }

  private func stands(
    _ cue: EventLexicon.Cue, behind mention: Mention, _ cues: [Found<[EventLexicon.Cue]>]
  ) -> Bool {
    let end = text.tokens.indices(of: mention.span).upperBound
    return cues.contains { $0.value.contains(cue) && $0.range.lowerBound == end }
  }

  private func stands(
    _ cue: EventLexicon.Cue, before mention: Mention, _ cues: [Found<[EventLexicon.Cue]>]
  ) -> Bool {
    let start = text.tokens.indices(of: mention.span).lowerBound
    return cues.contains { $0.value.contains(cue) && $0.range.upperBound == start }
  }

  /// People of the clause; without any, the countries and organizations that are no places here.
  private func participants(
    in named: [Mention], _ cues: [Found<[EventLexicon.Cue]>], place: Mention?
  ) -> [Participant] {
    let people = named.filter { $0.kind == .person }
    let bodies = named.filter {
      $0.kind != .person && !isLocated($0, cues) && $0.name != place?.name
    }
    var seen: Set<String> = []
    return (people.isEmpty ? bodies : people).filter { seen.insert($0.name).inserted }.map {
      mention in
      let isTarget =
        stands(.withAfter, behind: mention, cues) || stands(.withBefore, before: mention, cues)
      return Participant(name: mention.name, kind: mention.kind, role: isTarget ? .target : .actor)
    }
  }

  /// Whether a name stands right before or behind a phrase: whose summit it is.
  private func isBeside(_ mention: Mention, _ range: Range<Int>) -> Bool {
    let tokens = text.tokens.indices(of: mention.span)
    let gap = max(tokens.lowerBound - range.upperBound, range.lowerBound - tokens.upperBound)
    return gap <= Self.hostReach
  }

  /// Whether nothing stands between a name and a phrase: "visit Kazan", "喀山访问".
  private func isRightBeside(_ mention: Mention, _ range: Range<Int>) -> Bool {
    let tokens = text.tokens.indices(of: mention.span)
    return tokens.lowerBound == range.upperBound || tokens.upperBound == range.lowerBound
  }

  private func distance(_ a: Span, _ b: Span) -> Int { max(a.start - b.end, b.start - a.end, 0) }

  // MARK: when and whether

  /// The nearest date of the clause; one that stands beside a verb of saying dates the saying.
  private func time(in clause: Span, near trigger: Span) -> TimeExpression? {
    times.filter { time in
      clause.contains(time.span) && time.type == .date && !time.edtf.isEmpty
        && !time.value.hasSuffix("_REF")
        && !datesSaying(time.span)
    }.min { distance($0.span, trigger) < distance($1.span, trigger) }
  }

  private func datesSaying(_ span: Span) -> Bool {
    let range = text.tokens.indices(of: span)
    for index in max(0, range.lowerBound - 3)..<range.lowerBound {
      if let match = quotes.phrases.longest(text.tokens, from: index), match.values.contains(.says),
        range.lowerBound - match.end <= 1
      {
        return true
      }
    }
    return false
  }

  private func status(
    _ range: Range<Int>, _ cues: [Found<[EventLexicon.Cue]>], _ time: TimeExpression?
  ) -> EventStatus {
    let isDenied = cues.contains { cue in
      cue.value.contains(.negation)
        && abs(cue.range.lowerBound - range.upperBound) <= Self.negationReach
    }
    if isDenied { return .denied }
    if cues.contains(where: { $0.value.contains(.future) }) { return .planned }
    if let published, let earliest = time?.days.earliest, earliest > published { return .planned }
    return .happened
  }

  /// What is planned has no date but its own; what happened was published at the latest then.
  private func date(_ time: TimeExpression?, _ status: EventStatus)
    -> (value: String, edtf: String, days: DayInterval, basis: DateBasis)
  {
    if let time { return (time.value, time.edtf, time.days, .clause) }
    guard status == .happened, let published else { return ("", "", DayInterval(nil, nil), .none) }
    let day = published.description
    return (day, day, DayInterval(published, published), .published)
  }
}
