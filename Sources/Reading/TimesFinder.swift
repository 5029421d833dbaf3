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
  /// The last date with a year that was mentioned.
  private var previous: PartialDate?
  private var sentence = 0

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
      times.append(resolve(match, at: index, of: matches))
    }
    return times
  }

  private mutating func resolve(
    _ match: TimeMatch, at index: Int, of matches: [TimeMatch]
  ) -> TimeExpression {
    let year = match.lacksYear ? neighbouringYear(index, matches) : nil
    let match = year.map { match.with(year: $0) } ?? match
    let cue = match.needsDirection ? direction(of: match) : nil
    let context = TimeContext(
      reference: reference(for: match), previous: previous, direction: cue?.direction)
    let time = match.resolved(in: context)
    remember(time)
    let span = text.span(match.tokens)
    return TimeExpression(
      span: span, text: text.string(span), type: TimeType(rawValue: time.type.rawValue) ?? .date,
      value: time.value.description, edtf: time.edtf?.description ?? "", days: time.days,
      anchor: anchor(time.basis, context), rule: match.rule,
      reason: reason(time.reason, cue?.word, sharesYear: year != nil))
  }

  /// The day that relative times are counted from.
  private func reference(for match: TimeMatch) -> CalendarDate? {
    guard mode == .narrative, let previous, let day = previous.days.earliest else {
      return published
    }
    return day
  }

  private mutating func remember(_ time: ResolvedTime) {
    guard time.type == .date || time.type == .time, let first = time.days.earliest else { return }
    switch time.value {
    case .date(let date), .dayPart(let date, _), .clock(let date, _):
      if date.year != nil { previous = date }
    case .yearPart: previous = PartialDate(first, grain: .month)
    case .week: previous = PartialDate(first)
    case .interval(.date(let date), _): if date.year != nil { previous = date }
    default: break
    }
  }

  private mutating func direction(
    of match: TimeMatch
  ) -> (direction: TimeDirection, word: String)? {
    if mode == .narrative, previous != nil { return nil }
    let at = match.tokens.lowerBound
    while sentence + 1 < text.sentences.count, text.sentences[sentence].upperBound <= at {
      sentence += 1
    }
    guard sentence < text.sentences.count, text.sentences[sentence].contains(at),
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
        gap.allSatisfy({ text.tokens[$0].kind != .newline && text.tokens[$0].kind != .number })
      else { continue }
      return year
    }
    return nil
  }

  private func anchor(_ basis: TimeBasis, _ context: TimeContext) -> Anchor {
    switch basis {
    case .none: return .none
    case .previous: return previousAnchor(context)
    case .reference:
      if mode == .narrative, context.previous?.days.earliest != nil {
        return previousAnchor(context)
      }
      return context.reference.map { .published($0) } ?? .none
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
