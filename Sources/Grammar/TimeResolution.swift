public import Dates

/// The TIMEX3 type of an expression.
public enum TimexType: String, Sendable {
  case date = "DATE"
  case time = "TIME"
  case duration = "DURATION"
  case set = "SET"
}

/// What is known where an expression stands.
public struct TimeContext: Sendable {
  /// The day that relative expressions are counted from, if there is one.
  public var reference: CalendarDate?
  /// The time mentioned before, for "the next day".
  public var previous: PartialDate?
  /// The last day that was mentioned, for when only its month or year was since.
  public var lastDay: PartialDate?
  /// Whether times without a year go on from the time mentioned before.
  public var isNarrative: Bool
  /// The year that the text itself gives evidence of, where no publication day is known.
  public var inferredYear: Int?
  public var direction: TimeDirection?

  public init(
    reference: CalendarDate? = nil, previous: PartialDate? = nil, lastDay: PartialDate? = nil,
    isNarrative: Bool = false, inferredYear: Int? = nil, direction: TimeDirection? = nil
  ) {
    self.reference = reference
    self.previous = previous
    self.lastDay = lastDay
    self.isNarrative = isNarrative
    self.inferredYear = inferredYear
    self.direction = direction
  }
}

/// What an expression was resolved against.
public enum TimeBasis: Sendable {
  case none, reference, previous, inferred
}

/// Why a value is what it is.
public enum TimeReason: String, Sendable {
  case stated = ""
  case noAnchor = "no anchor"
  case noSuchDay = "no such day"
  case cue = "cue"
  case near = "near the anchor"
  case nearest = "nearest to the anchor, no cue"
  case lastWeekday = "the same day or the last one"
  case ambiguous = "past or future, no cue"
  case weekdayFits = "the weekday fits that year"
  case inferred = "the year that the text gives evidence of"
  case story = "goes on from the time mentioned before"
}

/// The value of an expression in its context.
public struct ResolvedTime: Sendable {
  public var type: TimexType
  public var value: TimexValue
  public var edtf: EDTF?
  public var days: DayInterval
  public var basis: TimeBasis
  public var reason: TimeReason

  init(
    _ value: TimexValue, type: TimexType = .date, basis: TimeBasis = .none,
    reason: TimeReason = .stated
  ) {
    self.type = type
    self.value = value
    self.basis = basis
    self.reason = value.isPossible ? reason : .noSuchDay
    edtf = value.edtf
    days = value.isPossible ? value.days : DayInterval(nil, nil)
    if reason == .nearest { edtf = edtf?.qualified(.uncertain) }
  }
}

extension ResolvedTime {
  /// The two ends of an interval, each a time of its own.
  public var ends: (first: ResolvedTime, second: ResolvedTime)? {
    guard case .interval(let a, let b) = value else { return nil }
    return (
      ResolvedTime(a, type: type, basis: basis, reason: reason),
      ResolvedTime(b, type: type, basis: basis, reason: reason)
    )
  }

  /// The same, marked as a guess: what a text told before is not surely what it goes on with.
  public var uncertain: ResolvedTime {
    var result = self
    result.edtf = edtf?.qualified(.uncertain)
    return result
  }

  /// The same as a modifier narrows it; the TIMEX3 value stays.
  func modified(by modifier: TimeModifier) -> ResolvedTime {
    guard let edtf, type == .date || type == .time else { return self }
    var result = self
    result.days = modifier.days(of: days)
    result.edtf = modifier.edtf(of: edtf, days: days)
    return result
  }
}
