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

extension TimeMatch {
  /// The expression's value; without a reference day no year and no day are made up.
  public func resolved(in context: TimeContext) -> ResolvedTime {
    var time = value(by: TimeResolver(context: context))
    // Two digits of a year do not say which century.
    if first.has(.yy), !first.has(.year), context.reference == nil { time = time.uncertain }
    return first.code(.mod).flatMap { TimeModifier(rawValue: $0) }.map(time.modified) ?? time
  }

  private func value(by resolver: TimeResolver) -> ResolvedTime {
    switch meaning {
    case .date: return resolver.part(first, of: second) ?? resolver.date(first)
    case .shift: return resolver.shift(first, second)
    case .duration: return resolver.duration(first, second)
    case .span: return resolver.span(first, second)
    case .window: return resolver.window(first, second)
    case .set: return resolver.set(first)
    case .reference: return resolver.reference(first)
    case .range: return resolver.range(first, second)
    case .none, .evidence: return ResolvedTime(.reference(.present), reason: .noAnchor)
    }
  }

  /// Whether the direction of time in its sentence may change the value.
  public var needsDirection: Bool {
    let isLoose = !first.has(.year) && !second.has(.year) && !first.has(.yy)
    return (meaning == .date || meaning == .range) && isLoose
  }

  /// The year that this tells of, where it is evidence rather than a time.
  public var evidence: Int? {
    guard meaning == .evidence, let base = first.number(.base), let n = first.number(.n),
      (1...200).contains(n)
    else { return nil }
    return base + n
  }

  /// Weekday, month and day, where they stand together without a year.
  public var weekdayDate: (weekday: Int, month: Int, day: Int)? {
    guard lacksYear, let weekday = first.number(.weekday), let month = first.number(.month),
      let day = first.number(.day)
    else { return nil }
    return (weekday, month, day)
  }

  /// A year that neighbours may share: 2024 in "in 2024, on 5 October".
  public var givesYear: Int? {
    guard meaning == .date, !first.has(.era) else { return nil }
    return first.number(.year)
  }

  /// The same with a month that stands before it, where it is a day and nothing more.
  public func with(monthOf other: TimeMatch) -> TimeMatch {
    guard meaning == .date, first.has(.day), let month = other.lastMonth else { return self }
    let others: [TimeField] = [
      .month, .year, .weekday, .relation, .anaphor, .deictic, .holiday, .unit, .islamic,
    ]
    guard !others.contains(where: first.has) else { return self }
    var copy = self
    copy.first[.month] = month.month
    copy.first[.year] = month.year
    return copy
  }

  /// Month and year of a day, or of a range's end.
  private var lastMonth: (month: TimeFieldValue, year: TimeFieldValue?)? {
    guard meaning == .date || meaning == .range, first.has(.day), !first.has(.islamic) else {
      return nil
    }
    let year = second[.year] ?? first[.year]
    return (second[.month] ?? first[.month]).map { ($0, year) }
  }

  /// Whether only cues of its own clause count: other clauses tell of other quarters.
  public var wantsNearCue: Bool { first.has(.quarter) || first.has(.half) || first.has(.season) }

  /// The same with a year that stands beside it, where it has a month and no year of its own.
  public func with(year: Int) -> TimeMatch {
    guard lacksYear else { return self }
    var copy = self
    copy.first[.year] = TimeFieldValue(.whole(year))
    return copy
  }

  /// Whether it is a month, or a day of a month, without a year.
  public var lacksYear: Bool {
    meaning == .date && first.has(.month) && needsDirection && !first.has(.relation)
      && !first.has(.deictic) && !first.has(.anaphor)
  }
}
