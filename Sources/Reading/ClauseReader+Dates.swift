import Dates
import Facts
import Grammar
import Text

/// When an event of a clause takes place, and whether it does.
extension ClauseReader {
  /// How near to its trigger a word must stand that denies or doubts it, in tokens.
  private static let cueReach = 3

  /// The nearest date of the clause; one that stands beside a verb of saying dates the saying.
  func time(in clause: Span, near trigger: Span) -> TimeExpression? {
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

  /// Whether an anniversary beside a trigger makes it history: "75 years since ties were restored".
  func isRemembered(_ told: Told) -> Bool {
    ["agree", "support"].contains(told.trigger.kind) && isNear(.anniversary, told)
  }

  private func isNear(_ cue: EventLexicon.Cue, _ told: Told) -> Bool {
    told.cues.contains { found in
      let gap = max(
        found.range.lowerBound - told.range.upperBound,
        told.range.lowerBound - found.range.upperBound)
      return found.value.contains(cue) && gap <= Self.cueReach
    }
  }

  func status(_ told: Told, _ time: TimeExpression?) -> EventStatus {
    let has = { (cue: EventLexicon.Cue) in told.cues.contains { $0.value.contains(cue) } }
    // A trigger may say so of something else: "cancelled the talks" is a sanction that happened.
    let isCancelled = told.cues.contains {
      $0.value.contains(.cancelled) && !$0.range.overlaps(told.range)
    }
    if isNear(.negation, told) || isCancelled { return .denied }
    if has(.condition) || isNear(.possible, told) { return .conditional }
    if has(.future) { return .planned }
    if let published, let earliest = time?.days.earliest, earliest > published { return .planned }
    return .happened
  }

  /// What is ahead has no date but its own; what happened is of the day that the text goes on
  /// about, else was published at the latest then.
  func date(_ time: TimeExpression?, _ status: EventStatus, _ isDatable: Bool, _ day: NarrativeDay?)
    -> NarrativeDay
  {
    if let time { return NarrativeDay(time, .clause) }
    guard status == .happened, isDatable else { return .unknown }
    return day ?? published.map { NarrativeDay($0) } ?? .unknown
  }
}

extension EventStatus {
  /// Whether it has not taken place yet.
  var isAhead: Bool { self == .planned || self == .conditional }
}
