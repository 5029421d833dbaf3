import Dates

extension TimeResolver {
  /// The n-th day, week, weekend, month or weekday of a larger time: the first week of October.
  ///
  /// Weeks are counted as ISO 8601 counts them in a year: the first is that of the first Thursday.
  ///
  /// - Parameter more: holds the unit of a larger time that is last, this or the next one.
  func part(_ fields: TimeFields, of more: TimeFields) -> ResolvedTime? {
    let unit = fields.code(.unit).flatMap(TimeUnit.init)
    let isWeekday = unit == nil && fields.has(.weekday) && more.has(.unit)
    guard let nth = fields.number(.nth), unit != nil || isWeekday,
      let whole = larger(fields, more), let first = whole.days.earliest,
      let last = whole.days.latest
    else { return nil }
    let value: TimexValue?
    switch unit {
    case nil:
      let start = first.adding(days: ((fields.number(.weekday) ?? 1) - first.weekday + 7) % 7)
      value = Self.pick(nth, start, last, step: 7).map { .date(PartialDate($0)) }
    case .day: value = Self.pick(nth, first, last, step: 1).map { .date(PartialDate($0)) }
    case .week:
      let thursday = first.adding(days: (4 - first.weekday + 7) % 7)
      value = Self.pick(nth, thursday, last, step: 7).map {
        .week(year: $0.isoWeek.year, week: $0.isoWeek.week, part: .whole)
      }
    case .weekend:
      let saturday = first.adding(days: (6 - first.weekday + 7) % 7)
      value = Self.pick(nth, saturday, last, step: 7).map {
        .week(year: $0.isoWeek.year, week: $0.isoWeek.week, part: .weekend)
      }
    case .month:
      let month = nth > 0 ? first.adding(months: nth - 1) : last.adding(months: nth + 1)
      value = month < first || month > last ? nil : .date(PartialDate(month, grain: .month))
    default: value = nil
    }
    guard let value else { return nil }
    let day = ResolvedTime(value, basis: whole.basis, reason: whole.reason)
    return timeOfDay(fields).map { attach($0, to: day) } ?? day
  }

  /// The month, season or year that the part is one of.
  private func larger(_ fields: TimeFields, _ more: TimeFields) -> ResolvedTime? {
    var rest = fields
    for field in [TimeField.nth, .unit, .weekday, .part] { rest[field] = nil }
    rest[.unit] = more[.unit]
    return rest.isEmpty ? nil : date(rest)
  }

  /// The n-th day from `first` in steps, not behind `last`; -1 is the last one.
  private static func pick(
    _ nth: Int, _ first: CalendarDate, _ last: CalendarDate, step: Int
  ) -> CalendarDate? {
    let count = (last.dayNumber - first.dayNumber) / step
    let index = nth > 0 ? nth - 1 : count + 1 + nth
    guard (0...max(count, 0)).contains(index), first <= last else { return nil }
    return first.adding(days: step * index)
  }
}
