/// A season, quarter or half of a year, as TIMEX3 writes it.
public enum YearPart: String, Sendable, CaseIterable {
  case spring = "SP"
  case summer = "SU"
  case autumn = "FA"
  case winter = "WI"
  case firstQuarter = "Q1"
  case secondQuarter = "Q2"
  case thirdQuarter = "Q3"
  case fourthQuarter = "Q4"
  case firstHalf = "H1"
  case secondHalf = "H2"
  /// Some quarter or half that is not named.
  case someQuarter = "QX"
  case someHalf = "HX"

  /// First and last month on the northern hemisphere; winter ends in month 14, the next February.
  public var months: ClosedRange<Int>? {
    switch self {
    case .spring: 3...5
    case .summer: 6...8
    case .autumn: 9...11
    case .winter: 12...14
    case .firstQuarter: 1...3
    case .secondQuarter: 4...6
    case .thirdQuarter: 7...9
    case .fourthQuarter: 10...12
    case .firstHalf: 1...6
    case .secondHalf: 7...12
    case .someQuarter, .someHalf: nil
    }
  }

  /// The number that stands in the month's place in EDTF (ISO 8601-2, sub-year groupings).
  var edtfMonth: Int? {
    switch self {
    case .spring: 21
    case .summer: 22
    case .autumn: 23
    case .winter: 24
    case .firstQuarter: 33
    case .secondQuarter: 34
    case .thirdQuarter: 35
    case .fourthQuarter: 36
    case .firstHalf: 40
    case .secondHalf: 41
    case .someQuarter, .someHalf: nil
    }
  }

  /// Quarter 1 to 4, or half 1 to 2.
  public static func quarter(_ number: Int) -> YearPart? { YearPart(rawValue: "Q\(number)") }
  public static func half(_ number: Int) -> YearPart? { YearPart(rawValue: "H\(number)") }
}

/// A part of the day, as TIMEX3 writes it.
public enum DayPart: String, Sendable, CaseIterable {
  case morning = "MO"
  case midday = "MI"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"
  case daytime = "DT"
}

/// What of a week is meant.
public enum WeekPart: Hashable, Sendable {
  case whole
  case weekend
  /// ISO weekday, 1 is Monday.
  case weekday(Int)
}

/// A time of day as fine as it was stated.
public struct ClockTime: Hashable, Sendable {
  public var hour: Int
  public var minute: Int?
  public var second: Int?

  public init?(hour: Int, minute: Int? = nil, second: Int? = nil) {
    guard (0...24).contains(hour), (0...59).contains(minute ?? 0), (0...60).contains(second ?? 0)
    else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = minute == nil ? nil : second
  }

  /// `15`, `15:30` or `15:30:05`.
  var text: String {
    ([hour] + [minute, second].compactMap { $0 }).map { CalendarDate.pad($0, 2) }
      .joined(separator: ":")
  }
}

/// A time that is only said to be past, present or future.
public enum TimeReference: String, Sendable, CaseIterable {
  case past = "PAST_REF"
  case present = "PRESENT_REF"
  case future = "FUTURE_REF"
}

extension CalendarDate {
  /// Monday of the ISO week that the day lies in.
  public var monday: CalendarDate { adding(days: 1 - weekday) }

  /// ISO year and week number: the week belongs to the year of its Thursday.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = monday.adding(days: 3)
    guard let newYear = CalendarDate(year: thursday.year, month: 1, day: 1) else {
      return (thursday.year, 1)
    }
    return (thursday.year, (thursday.dayNumber - newYear.dayNumber) / 7 + 1)
  }

  /// Monday of ISO week `week` (1 to 53) of `year`; 4 January lies in week 1.
  public static func monday(ofWeek week: Int, year: Int) -> CalendarDate? {
    guard (1...53).contains(week) else { return nil }
    return CalendarDate(year: year, month: 1, day: 4)?.monday.adding(days: 7 * (week - 1))
  }
}
