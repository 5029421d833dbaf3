import Dates
import Facts
import Grammar
import Text

/// The time expressions of a text in order, each with its value and what it was resolved against.
///
/// Its matches are resolved one after the other, since some lean on those before them; without a
/// publication day no year is made up.
struct TimesFinder {
  let text: TokenizedText
  let grammar: TimeGrammar
  let published: CalendarDate?
  let mode: ReadingMode
  private let matches: [TimeMatch]
  /// The year of writing as the text shows it, where no publication day is known.
  let inferred: InferredYear?
  private var told = ToldTimes()

  init(text: TokenizedText, grammar: TimeGrammar, published: CalendarDate?, mode: ReadingMode) {
    self.text = text
    self.grammar = grammar
    self.published = published
    self.mode = mode
    matches = grammar.matches(in: text)
    inferred = published == nil ? YearEvidence(text, matches).year : nil
  }

  /// - Parameter skipping: stretches whose times do not count, such as advertisements.
  mutating func all(skipping: [Span]) -> [TimeExpression] {
    var times: [TimeExpression] = []
    for (index, match) in matches.enumerated() where match.meaning != .evidence {
      let span = text.span(match.tokens)
      if skipping.contains(where: { $0.overlaps(span) }) { continue }
      times += resolve(match, at: index, of: matches)
    }
    return times
  }

  private mutating func resolve(
    _ found: TimeMatch, at index: Int, of matches: [TimeMatch]
  ) -> [TimeExpression] {
    var match = joined(found, at: index)
    let year = match.lacksYear ? neighbouringYear(index, matches) : nil
    if let year { match = match.with(year: year) }
    let cue = match.needsDirection ? direction(of: match) : nil
    let context = TimeContext(
      reference: published, previous: told.previous, lastDay: told.lastDay,
      isNarrative: mode == .narrative,
      inferredYear: inferred?.year,
      direction: cue?.direction)
    let here = text.sentence(at: match.tokens.lowerBound)
    var time = match.resolved(in: context)
    if time.basis == .previous, mode == .narrative || !told.isNear(here) { time = time.uncertain }
    if mode == .news || time.basis != .reference { told.add(time) }
    told.sentence = here
    return parts(of: time, match).map { tokens, time in
      let span = text.span(tokens)
      return TimeExpression(
        span: span, text: text.string(span), type: TimeType(rawValue: time.type.rawValue) ?? .date,
        value: time.value.description, edtf: time.edtf?.description ?? "", days: time.days,
        anchor: anchor(time.basis, context), rule: match.rule,
        reason: reason(time.reason, cue?.word, sharesYear: year != nil))
    }
  }

  /// A narrative's ranges are given as their two ends, which it goes on from (WikiWars marks them so).
  private func parts(of time: ResolvedTime, _ match: TimeMatch) -> [(Range<Int>, ResolvedTime)] {
    guard mode == .narrative, let ends = match.ends, let times = time.ends else {
      return [(match.tokens, time)]
    }
    let isGuess = time.basis == .previous
    return [(ends.first, times.first), (ends.second, times.second)].map { tokens, end in
      (tokens, isGuess ? end.uncertain : end)
    }
  }

  private mutating func direction(
    of match: TimeMatch
  ) -> (direction: TimeDirection, word: String)? {
    if mode == .narrative, told.previous != nil { return nil }
    guard let sentence = text.sentence(at: match.tokens.lowerBound),
      let cue = grammar.cue(
        near: match.tokens, in: text, sentence: text.sentences[sentence],
        isNear: match.wantsNearCue)
    else { return nil }
    return (cue.direction, text.string(text.span(cue.tokens)))
  }

  /// A day of the month that a day before it in the list has: 12 in "on October 5 and 12".
  private func joined(_ match: TimeMatch, at index: Int) -> TimeMatch {
    guard index > 0, let sentence = text.sentence(at: match.tokens.lowerBound) else { return match }
    let before = matches[index - 1]
    let gap = before.tokens.upperBound..<max(before.tokens.upperBound, match.tokens.lowerBound)
    guard gap.count <= 2, text.sentence(at: before.tokens.lowerBound) == sentence else {
      return match
    }
    return match.with(monthOf: before)
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
      guard let year = matches[other].givesYear, !matches[other].lacksYear, isNarrow(gap),
        gap.allSatisfy({ text.tokens[$0].kind != .newline && text.tokens[$0].kind != .number }),
        text.sentence(at: here.lowerBound) == text.sentence(at: there.lowerBound)
      else { continue }
      return year
    }
    return nil
  }

  /// At most a word, or two tokens of which one is a mark.
  private func isNarrow(_ gap: Range<Int>) -> Bool {
    gap.count <= 1 || gap.count == 2 && gap.contains { text.tokens[$0].kind == .mark }
  }

  private func anchor(_ basis: TimeBasis, _ context: TimeContext) -> Anchor {
    switch basis {
    case .none: return .none
    case .previous: return previousAnchor(context)
    case .inferred: return context.inferredYear.map { .inferred($0) } ?? .none
    case .reference: return context.reference.map { .published($0) } ?? .none
    }
  }

  private func previousAnchor(_ context: TimeContext) -> Anchor {
    context.previous.map { .mention($0.description) } ?? .none
  }

  private func reason(_ reason: TimeReason, _ word: String?, sharesYear: Bool) -> String {
    if sharesYear { return "the year beside it" }
    if reason == .cue, let word { return "“\(word)”" }
    if reason == .inferred, let inferred { return inferred.reasons.joined(separator: "; ") }
    return reason.rawValue
  }
}
