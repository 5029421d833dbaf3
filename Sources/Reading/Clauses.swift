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
  /// Names of those who may take part, in order.
  let mentions: [Mention]
  /// The first mention of each name, and where mentions begin, those who only tell among them.
  let named: [String: Mention]
  let starts: Set<Int>
  let times: [TimeExpression]
  let published: CalendarDate?
  let quantities: QuantityFinder
  /// Statements of the text, in order, whose speakers may take part in what they tell.
  let statements: [Quote]
  /// Their speakers by where the cue begins.
  let speakers: [Int: Mention]

  init(
    _ ground: EventGround, lexicon: EventLexicon, names: NameLexicon, quotes: QuoteLexicon,
    grammar: TimeGrammar, claims: ClaimLexicon
  ) {
    text = ground.text
    self.lexicon = lexicon
    self.names = names
    self.quotes = quotes
    mentions = Self.parties(ground)
    named = Dictionary(
      ground.mentions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    starts = Set(ground.mentions.map(\.span.start))
    times = ground.times
    published = ground.published
    quantities = QuantityFinder(
      text: text, grammar: grammar, lexicon: claims,
      taken: (ground.times.map(\.span) + ground.skipped).sorted())
    statements = ground.statements.quotes
    var speakers: [Int: Mention] = [:]
    for statement in statements {
      guard let cue = statement.cue, let name = statement.speaker?.name else { continue }
      speakers[cue.span.start] = named[name]
    }
    self.speakers = speakers
  }

  /// Longest description of a teller that may hold a name, in tokens: the Kremlin's press secretary X.
  private static let longestOffice = 3

  /// The mentions but those who only tell, and whose office they hold.
  private static func parties(_ ground: EventGround) -> [Mention] {
    let text = ground.text
    var tellerStart: Int?
    var parties: [Mention] = []
    for mention in ground.mentions.sorted(by: { $1.span < $0.span }) {
      if ground.statements.tellers.contains(mention.span) {
        tellerStart = text.tokens.indices(of: mention.span).lowerBound
        continue
      }
      let end = text.tokens.indices(of: mention.span).upperBound
      let isOffice = tellerStart.map { start in
        end < start && start - end <= longestOffice
          && text.tokens[end..<start].allSatisfy { $0.kind == .word }
      }
      if isOffice ?? false { continue }
      parties.append(mention)
    }
    return parties.reversed()
  }

  /// The class of events that gather many; who hosts them takes part, and in nothing else there.
  static let gathering = "hold"

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

  func events(in clause: Range<Int>, sentence: Span, _ context: Context) -> [Event] {
    let triggers = triggers(in: clause)
    guard !triggers.isEmpty else { return [] }
    let cues = phrases(in: clause, lexicon.cues)
    var events: [Event] = []
    var seen: Set<String> = []
    let gatherings = triggers.filter { $0.value.kind == Self.gathering }.map(\.range)
    let nations = nations(in: clause, cues, inside(text.span(clause), mentions, \.span))
    for trigger in triggers {
      let told = Told(
        trigger: trigger.value, range: trigger.range, clause: clause, sentence: sentence,
        cues: cues, gatherings: gatherings, nations: nations, context: context)
      guard let event = event(told), seen.insert(event.kind).inserted else { continue }
      events.append(event)
    }
    return numbered(events, clause)
  }

  /// A trigger with what stands around it.
  struct Told {
    let trigger: EventLexicon.Trigger
    let range: Range<Int>
    let clause: Range<Int>
    let sentence: Span
    let cues: [Found<[EventLexicon.Cue]>]
    /// The names of gatherings in the clause.
    let gatherings: [Range<Int>]
    /// Countries for which somebody acts.
    let nations: [Party]
    let context: Context
  }

  /// What the sentences before leave behind.
  struct Context {
    /// When a clause without a date of its own happened.
    var day: NarrativeDay?
    /// The two people who dealt with each other last.
    var pair: [Participant] = []
  }

  /// The events with the numbers of their clause, each at the trigger nearest to it.
  private func numbered(_ events: [Event], _ clause: Range<Int>) -> [Event] {
    guard !events.isEmpty else { return [] }
    var events = events
    for number in quantities.all(in: clause) where counts(number) {
      let near = events.indices.min {
        distance(events[$0].span, number.span) < distance(events[$1].span, number.span)
      }
      if let near { events[near].numbers.append(number) }
    }
    return events
  }

  /// Whether a number measures or counts something; "both" and "two sides" only point back.
  private func counts(_ number: Quantity) -> Bool {
    number.unit != nil || !number.counted.isEmpty && number.value >= Self.leastCount
  }

  private static let leastCount = 3.0

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

  private func event(_ told: Told) -> Event? {
    let (trigger, range) = (told.trigger, told.range)
    guard !isRemembered(told) else { return nil }
    let span = text.span(range)
    let all = inside(text.span(told.clause), mentions, \.span).filter { !$0.span.overlaps(span) }
    let place = place(in: all, told)
    let participants = participants(in: all, told, place: place)
    let time = time(in: text.span(told.clause), near: span)
    let isFull = isEnough(participants, place, time)
    guard
      isFull
        ? isNamed(trigger, participants, time)
        : isTold(told, !all.isEmpty || speaker(in: told) != nil)
    else {
      return nil
    }
    let status = status(told, time)
    let date = date(time, status, isFull && !isBare(trigger), told.context.day)
    let announced = status.isAhead ? EventLexicon.announced[trigger.kind] : nil
    return Event(
      span: span, text: text.string(span), sentence: told.sentence,
      kind: announced ?? trigger.kind, mode: announced == nil ? trigger.mode : trigger.kind,
      status: status, value: date.value, edtf: date.edtf, days: date.days, basis: date.basis,
      time: date.time, participants: participants, place: place?.name,
      rule: [rule(trigger, announced), date.rule].compactMap { $0 }.joined(separator: ", "))
  }

  private func rule(_ trigger: EventLexicon.Trigger, _ announced: String?) -> String {
    let words = [trigger.kind, trigger.mode ?? "", trigger.object.map { "with \($0)" } ?? ""]
    let rule = "trigger " + words.filter { !$0.isEmpty }.joined(separator: " ")
    return announced.map { rule + ", announced: \($0)" } ?? rule
  }

  /// A noun such as "accord" names an event if it is dated, or if it is between two.
  private func isNamed(
    _ trigger: EventLexicon.Trigger, _ participants: [Participant], _ time: TimeExpression?
  ) -> Bool {
    !trigger.isNoun || time != nil || participants.count > 1
  }

  /// A noun that is no dealing of its parties tells of no day: "the sanctions against A and B".
  private func isBare(_ trigger: EventLexicon.Trigger) -> Bool {
    trigger.isNoun && trigger.kind != "consult"
  }

  /// A verb with somebody, a country's adjective or a number in its clause: it is told, but a date
  /// of its own it needs to be dated.
  private func isTold(_ told: Told, _ isNamed: Bool) -> Bool {
    guard !told.trigger.isNoun, told.trigger.kind != Self.gathering else { return false }
    return isNamed || !told.nations.isEmpty
      || told.clause.contains { text.tokens[$0].isCapitalized && demonym(at: $0) != nil }
  }

  /// The elements of a sorted array whose spans lie in `span`, by bisection.
  func inside<Element>(_ span: Span, _ all: [Element], _ path: (Element) -> Span)
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
}
