import Dates
import Facts
import Grammar
import Text

/// Reads the events of one clause: who, with whom, where, when, and whether it happened.
struct ClauseReader {
  let text: TokenizedText
  let lexicon: EventLexicon
  let names: NameLexicon
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
    return clauses.filter { !$0.isEmpty }.flatMap(Self.bounded)
  }

  /// Longest clause, in tokens; every step within one is bounded by it.
  private static let longest = 120

  /// Pieces of a clause that is longer than any language makes them.
  private static func bounded(_ clause: Range<Int>) -> [Range<Int>] {
    stride(from: clause.lowerBound, to: clause.upperBound, by: longest).map {
      $0..<min($0 + longest, clause.upperBound)
    }
  }

  private static let semicolon = Folding.key(";")

  func events(in clause: Range<Int>, sentence: Span) -> [Event] {
    let triggers = triggers(in: clause)
    guard !triggers.isEmpty else { return [] }
    let cues = phrases(in: clause, lexicon.cues)
    var events: [Event] = []
    var seen: Set<String> = []
    let gatherings = triggers.filter { $0.value.kind == Self.gathering }.map(\.range)
    for trigger in triggers {
      guard
        let event = event(trigger.range, trigger.value, clause, cues, gatherings, sentence),
        seen.insert(event.kind).inserted
      else { continue }
      events.append(event)
    }
    return events
  }

  /// How far behind a trigger its object may stand, in tokens.
  private static let objectReach = 7

  /// The triggers of a clause in order; nouns only where no verb is one.
  private func triggers(in clause: Range<Int>) -> [Found<EventLexicon.Trigger>] {
    var found: [Found<EventLexicon.Trigger>] = []
    var index = clause.lowerBound
    while index < clause.upperBound {
      if let pair = pair(at: index, in: clause) {
        found.append(pair)
        index = pair.range.upperBound
      } else if let match = lexicon.triggers.longest(text.tokens, from: index),
        match.end <= clause.upperBound, let value = match.values.first, !isName(index)
      {
        found.append(Found(value: value, range: index..<match.end))
        index = match.end
      } else {
        index += 1
      }
    }
    let hasVerb = found.contains { !$0.value.isNoun && $0.value.kind != Self.gathering }
    return hasVerb ? found.filter { !$0.value.isNoun } : found
  }

  /// A trigger that needs an object, with the object behind it.
  private func pair(at index: Int, in clause: Range<Int>) -> Found<EventLexicon.Trigger>? {
    guard let head = lexicon.heads.longest(text.tokens, from: index), head.end < clause.upperBound,
      let number = head.values.first, !isName(index)
    else { return nil }
    let tails = lexicon.tails[number]
    for place in head.end..<min(clause.upperBound, head.end + Self.objectReach) {
      if let match = tails.longest(text.tokens, from: place), let value = match.values.first {
        return Found(value: value, range: index..<head.end)
      }
    }
    return nil
  }

  /// Whether a capital within the sentence makes a word a part of a name.
  private func isName(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isCapitalized, index > 0 else { return false }
    return text.tokens[index - 1].kind == .word
      && text.tokens[index - 1].span.end < token.span.start
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
    let all = inside(clauseSpan, mentions, \.span).filter { !$0.span.overlaps(span) }
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
    let isFull = isEnough(participants, place, time)
    guard isFull ? isNamed(trigger, participants, time) : isTold(trigger, all, clause) else {
      return nil
    }
    let status = status(range, cues, time)
    let (value, edtf, days, basis) = date(time, status, isFull: isFull)
    let announced = status == .planned ? EventLexicon.announced[trigger.kind] : nil
    return Event(
      span: span, text: text.string(span), sentence: sentence, kind: announced ?? trigger.kind,
      mode: announced == nil ? trigger.mode : trigger.kind, status: status, value: value,
      edtf: edtf, days: days, basis: basis, time: time?.span, participants: participants,
      place: place?.name, rule: rule(trigger, announced))
  }

  private func rule(_ trigger: EventLexicon.Trigger, _ announced: String?) -> String {
    let words = [trigger.kind, trigger.mode ?? "", trigger.object.map { "with \($0)" } ?? ""]
    let rule = "trigger " + words.filter { !$0.isEmpty }.joined(separator: " ")
    return announced.map { rule + ", announced: \($0)" } ?? rule
  }

  /// A noun such as "accord" names an event if it is dated, or if people meet.
  private func isNamed(
    _ trigger: EventLexicon.Trigger, _ participants: [Participant], _ time: TimeExpression?
  ) -> Bool {
    !trigger.isNoun || time != nil || trigger.kind == "consult" && participants.count > 1
  }

  /// A verb with somebody, a country's adjective or a number in its clause: it is told, but a date
  /// of its own it needs to be dated.
  private func isTold(_ trigger: EventLexicon.Trigger, _ named: [Mention], _ clause: Range<Int>)
    -> Bool
  {
    guard !trigger.isNoun, trigger.kind != Self.gathering else { return false }
    return !named.isEmpty || clause.contains { isDemonym($0) }
  }

  private func isDemonym(_ index: Int) -> Bool {
    guard text.tokens[index].isCapitalized,
      let match = names.phrases.longest(text.tokens, from: index)
    else { return false }
    return match.values.contains { if case .demonym = $0 { true } else { false } }
  }

  /// The elements of a sorted array whose spans lie in `span`, by bisection.
  private func inside<Element>(_ span: Span, _ all: [Element], _ path: (Element) -> Span)
    -> [Element]
  {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if path(all[middle]).start < span.start { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix { path($0).start < span.end }.filter { span.contains(path($0)) }
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
    inside(clause, times, \.span).filter { time in
      time.type == .date && !time.edtf.isEmpty
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
  private func date(_ time: TimeExpression?, _ status: EventStatus, isFull: Bool)
    -> (value: String, edtf: String, days: DayInterval, basis: DateBasis)
  {
    if let time { return (time.value, time.edtf, time.days, .clause) }
    guard status == .happened, isFull, let published else {
      return ("", "", DayInterval(nil, nil), .none)
    }
    let day = published.description
    return (day, day, DayInterval(published, published), .published)
  }
}
