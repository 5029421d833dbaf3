/// What narrows or loosens a time (TIMEX3's `mod`): early 2004, about noon, less than a week.
public enum TimeModifier: String, Sendable, CaseIterable {
  case start = "START"
  case mid = "MID"
  case end = "END"
  case approximate = "APPROX"
  case before = "BEFORE"
  case after = "AFTER"
  case lessThan = "LESS"
  case moreThan = "MORE"

  /// The days that remain of an interval: its first, middle or last third, or what lies outside.
  public func days(of days: DayInterval) -> DayInterval {
    switch self {
    case .before: return DayInterval(nil, days.earliest?.adding(days: -1))
    case .after: return DayInterval(days.latest?.adding(days: 1), nil)
    case .approximate, .lessThan, .moreThan: return days
    case .start, .mid, .end: return third(of: days)
    }
  }

  private func third(of days: DayInterval) -> DayInterval {
    guard let first = days.earliest, let last = days.latest else { return days }
    let length = last.dayNumber - first.dayNumber + 1
    guard length >= 3 else { return days }
    let (a, b) = (first.adding(days: length / 3), first.adding(days: length - length / 3))
    switch self {
    case .start: return DayInterval(first, a.adding(days: -1))
    case .mid: return DayInterval(a, b.adding(days: -1))
    default: return DayInterval(b, last)
    }
  }

  /// The EDTF expression of what remains: parts of an interval are approximate.
  public func edtf(of edtf: EDTF, days: DayInterval) -> EDTF {
    switch self {
    case .lessThan, .moreThan: return edtf
    case .approximate: return edtf.qualified(.approximate)
    case .before, .after, .start, .mid, .end:
      let rest = self.days(of: days)
      guard rest != days else { return edtf.qualified(.approximate) }
      let interval = EDTF.interval(from: rest.earliest, to: rest.latest)
      return self == .before || self == .after ? interval : interval.qualified(.approximate)
    }
  }
}
