import Dates
import Facts
import Grammar
import Text

/// The time expressions of a text in order, each with its value and what it was resolved against.
///
/// - Parameters:
///   - published: the day of publication; without one no year is made up.
///   - skipping: stretches whose times do not count, such as advertisements.
func findTimes(
  in text: TokenizedText, grammar: TimeGrammar, published: CalendarDate?, mode: ReadingMode,
  skipping: [Span]
) -> [TimeExpression] {
  var finder = TimesFinder(text: text, grammar: grammar, published: published, mode: mode)
  return finder.all(skipping: skipping)
}

/// Resolves the matches of a text one after the other, since some lean on those before them.
struct TimesFinder {
  let text: TokenizedText
  let grammar: TimeGrammar
  let published: CalendarDate?
  let mode: ReadingMode
  /// The last date with a year that was mentioned, and the last day.
  private var previous: PartialDate?
  private var lastDay: PartialDate?
  /// The sentence that `previous` stands in.
  private var sentence: Int?

  init(text: TokenizedText, grammar: TimeGrammar, published: CalendarDate?, mode: ReadingMode) {
    self.text = text
    self.grammar = grammar
    self.published = published
    self.mode = mode
  }

  mutating func all(skipping: [Span]) -> [TimeExpression] {
    let matches = grammar.matches(in: text)
    var times: [TimeExpression] = []
    for (index, match) in matches.enumerated() {
      let span = text.span(match.tokens)
      if skipping.contains(where: { $0.overlaps(span) }) { continue }
      times += resolve(match, at: index, of: matches)
    }
    return times
  }

  private mutating func resolve(
    _ match: TimeMatch, at index: Int, of matches: [TimeMatch]
  ) -> [TimeExpression] {
    let year = match.lacksYear ? neighbouringYear(index, matches) : nil
    let match = year.map { match.with(year: $0) } ?? match
    let cue = match.needsDirection ? direction(of: match) : nil
    let context = TimeContext(
      reference: published, previous: previous, lastDay: lastDay, isNarrative: mode == .narrative,
      direction: cue?.direction)
    let here = text.sentence(at: match.tokens.lowerBound)
    var time = match.resolved(in: context)
    if time.basis == .previous, mode == .narrative || !isNear(here) { time = time.uncertain }
    remember(time)
    sentence = here
    return parts(of: time, match).map { tokens, time in
      let span = text.span(tokens)
      return TimeExpression(
        span: span, text: text.string(span), type: TimeType(rawValue: time.type.rawValue) ?? .date,
        value: time.value.description, edtf: time.edtf?.description ?? "", days: time.days,
        anchor: anchor(time.basis, context), rule: match.rule,
        reason: reason(time.reason, cue?.word, sharesYear: year != nil))
    }
  }

  /// Whether the time mentioned before stands in the same sentence or the one before it.
  private func isNear(_ here: Int?) -> Bool {
    guard let sentence, let here else { return false }
    return here - sentence <= 1
  }

  /// A narrative's ranges are given as their two ends, which it goes on from (WikiWars marks them so).
  private func parts(of time: ResolvedTime, _ match: TimeMatch) -> [(Range<Int>, ResolvedTime)] {
    guard mode == .narrative, let ends = match.ends, let times = time.ends else {
      return [(match.tokens, time)]
    }
    return [(ends.first, times.first), (ends.second, times.second)]
  }

  private mutating func remember(_ time: ResolvedTime) {
    guard time.type == .date || time.type == .time, time.basis != .reference || mode == .news,
      let first = time.days.earliest
    else { return }
    switch time.value {
    case .date(let date), .dayPart(let date, _), .clock(let date, _): remember(date)
    case .yearPart: previous = PartialDate(first, grain: .month)
    case .week: remember(PartialDate(first))
    case .interval(.date(let date), _): remember(date)
    default: break
    }
  }

  private mutating func remember(_ date: PartialDate) {
    guard date.year != nil else { return }
    previous = date
    if date.grain == .day, date.isComplete { lastDay = date }
  }

  private mutating func direction(
    of match: TimeMatch
  ) -> (direction: TimeDirection, word: String)? {
    if mode == .narrative, previous != nil { return nil }
    guard let sentence = text.sentence(at: match.tokens.lowerBound),
      let cue = grammar.cue(near: match.tokens, in: text, sentence: text.sentences[sentence])
    else { return nil }
    return (cue.direction, text.string(text.span(cue.tokens)))
  }

  /// A year stated within three words of the same line: "In 2023, on 5 October".
  private func neighbouringYear(_ index: Int, _ matches: [TimeMatch]) -> Int? {
    let here = matches[index].tokens
    for other in [index - 1, index + 1] where matches.indices.contains(other) {
      let there = matches[other].tokens
      let gap =
        other < index
        ? there.upperBound..<max(there.upperBound, here.lowerBound)
        : here.upperBound..<max(here.upperBound, there.lowerBound)
      guard let year = matches[other].givesYear, !matches[other].lacksYear, gap.count <= 2,
        gap.allSatisfy({ text.tokens[$0].kind != .newline && text.tokens[$0].kind != .number }),
        text.sentence(at: here.lowerBound) == text.sentence(at: there.lowerBound)
      else { continue }
      return year
    }
    return nil
  }

  private func anchor(_ basis: TimeBasis, _ context: TimeContext) -> Anchor {
    switch basis {
    case .none: return .none
    case .previous: return previousAnchor(context)
    case .reference: return context.reference.map { .published($0) } ?? .none
    }
  }

  private func previousAnchor(_ context: TimeContext) -> Anchor {
    context.previous.map { .mention($0.description) } ?? .none
  }

  private func reason(_ reason: TimeReason, _ word: String?, sharesYear: Bool) -> String {
    if sharesYear { return "the year beside it" }
    if reason == .cue, let word { return "“\(word)”" }
    return reason.rawValue
  }
}
