public import Dates

extension Timeline.Grain {
  /// The first day of the day, week (from Monday), month or year that `day` lies in.
  public func start(of day: CalendarDate) -> CalendarDate {
    switch self {
    case .day: day
    case .week: day.adding(days: 1 - day.weekday)
    case .month: day.adding(days: 1 - day.day)
    case .year: CalendarDate(year: day.year, month: 1, day: 1) ?? day
    }
  }

  /// The last day of the period that begins with `start`.
  public func end(of start: CalendarDate) -> CalendarDate {
    switch self {
    case .day: start
    case .week: start.adding(days: 6)
    case .month: start.adding(months: 1).adding(days: -1)
    case .year: start.adding(months: 12).adding(days: -1)
    }
  }

  /// The period that begins with `start` as it is written: `2024-10-02`, `2024-10`, `2024`.
  ///
  /// A week is written as the interval from its Monday to its Sunday.
  public func label(of start: CalendarDate) -> String {
    let day = start.description
    return switch self {
    case .day: day
    case .week: "\(day)/\(end(of: start))"
    case .month: String(day.dropLast(3))
    case .year: String(day.dropLast(6))
    }
  }
}
