import Dates

/// Days, months and weekdays without a year.
extension TimeResolver {
  /// A date no further than so many days from publication is near enough to be sure.
  ///
  /// Of TimeBank's and AQUAINT's dates the nearest 60 days away is nearly always the one meant.
  static let nearby = 60

  func yearly(_ fields: TimeFields) -> YearlyDay? {
    if let holiday = fields.code(.holiday) { return YearlyDay(holiday) }
    let month = fields.number(.month)
    if let month, let nth = fields.number(.nth), let weekday = fields.number(.weekday) {
      return .weekday(weekday, nth: nth, month: month)
    }
    let day = fields.number(.day)
    return month == nil && day == nil ? nil : .date(month: month, day: day)
  }

  func yearly(_ day: YearlyDay, _ year: Int?, _ weekday: Int?) -> ResolvedTime {
    if let year { return ResolvedTime(.date(day.date(in: year))) }
    let unknown = day.date(in: nil)
    guard unknown.isPossible else { return ResolvedTime(.date(unknown)) }
    if let told = context.told(day) {
      return ResolvedTime(.date(told), basis: .previous, reason: .story)
    }
    guard let reference = context.reference else {
      if case .date(nil, _) = day {
        return ResolvedTime(.date(unknown), reason: .noAnchor)
      }
      return inferred { .date(day.date(in: $0)) }
    }
    if case .date(nil, let day?) = day { return dayOfMonth(day, reference, weekday) }
    return nearest(day, reference, weekday)
  }

  /// A day of some month: the nearest one that is the weekday, the one cues point to, or this month's.
  private func dayOfMonth(_ day: Int, _ reference: CalendarDate, _ weekday: Int?) -> ResolvedTime {
    let candidates = [0, -1, 1].map { step -> PartialDate in
      let month = reference.adding(months: step)
      return PartialDate(year: month.year, month: month.month, day: day)
    }
    if let weekday, let fitting = candidates.first(where: { $0.calendarDate?.weekday == weekday }) {
      return ResolvedTime(.date(fitting), basis: .reference, reason: .weekdayFits)
    }
    let cued = candidates.first { candidate in
      guard let day = candidate.calendarDate else { return false }
      return context.direction == .past ? day <= reference : day >= reference
    }
    guard context.direction != nil, let cued else {
      return ResolvedTime(.date(candidates[0]), basis: .reference, reason: .near)
    }
    return ResolvedTime(.date(cued), basis: .reference, reason: .cue)
  }

  /// A value in the year that the text gives evidence of, if it does.
  func inferred(_ value: (Int?) -> TimexValue) -> ResolvedTime {
    guard let year = context.inferredYear else {
      return ResolvedTime(value(nil), reason: .noAnchor)
    }
    return ResolvedTime(value(year), basis: .inferred, reason: .inferred).uncertain
  }

  private func nearest(_ day: YearlyDay, _ reference: CalendarDate, _ weekday: Int?)
    -> ResolvedTime
  {
    // Some year within four has a 29 February.
    let candidates = (-4...4).map { day.date(in: reference.year + $0) }
      .filter { $0.isPossible }
      .sorted { abs(Self.distance($0, reference)) < abs(Self.distance($1, reference)) }
    guard let closest = candidates.first else {
      return ResolvedTime(.date(day.date(in: nil)), reason: .noSuchDay)
    }
    let fits = candidates.prefix(3).first { $0.calendarDate?.weekday == weekday }
    if weekday != nil, let fits {
      return ResolvedTime(.date(fits), basis: .reference, reason: .weekdayFits)
    }
    if abs(Self.distance(closest, reference)) <= Self.nearby {
      return ResolvedTime(.date(closest), basis: .reference, reason: .near)
    }
    let fitting = candidates.first { candidate in
      let distance = Self.distance(candidate, reference)
      return context.direction == .past ? distance <= 0 : distance >= 0
    }
    guard context.direction != nil, let fitting else {
      return ResolvedTime(.date(closest), basis: .reference, reason: .nearest)
    }
    return ResolvedTime(.date(fitting), basis: .reference, reason: .cue)
  }

  /// Days from the reference to a date, 0 if it lies in it; an impossible date is far away.
  private static func distance(_ date: PartialDate, _ reference: CalendarDate) -> Int {
    guard let first = date.days.earliest, let last = date.days.latest else { return 1 << 20 }
    if first > reference { return first.dayNumber - reference.dayNumber }
    return last < reference ? last.dayNumber - reference.dayNumber : 0
  }

  func weekday(_ weekday: Int) -> ResolvedTime {
    if let told = context.told(weekday: weekday) {
      return ResolvedTime(.date(PartialDate(told)), basis: .previous, reason: .story)
    }
    guard let reference = context.reference else {
      return ResolvedTime(.week(year: nil, week: nil, part: .weekday(weekday)), reason: .noAnchor)
    }
    let back = (reference.weekday - weekday + 7) % 7
    let isAhead = context.direction == .future && back > 0
    let day = reference.adding(days: isAhead ? 7 - back : -back)
    return ResolvedTime(
      .date(PartialDate(day)), basis: .reference, reason: isAhead ? .cue : .lastWeekday)
  }
}
