import Dates

/// A day or month that every year has, such as 2 October, the first Monday of May, or Easter.
enum YearlyDay: Sendable, Equatable {
  case date(month: Int?, day: Int?)
  /// The `nth` weekday of a month, -1 being the last.
  case weekday(Int, nth: Int, month: Int)
  /// So many days from Easter Sunday of the western or the eastern churches.
  case easter(offset: Int, isEastern: Bool)

  /// Reads a lexicon's code: `10-02`, `11-W4-4`, `E-2`, `O+0`.
  init?(_ code: String) {
    if code.hasPrefix("E") || code.hasPrefix("O") {
      guard let offset = Int(code.dropFirst()) else { return nil }
      self = .easter(offset: offset, isEastern: code.hasPrefix("O"))
      return
    }
    let parts = code.split(separator: "-", maxSplits: 2).map(String.init)
    guard parts.count >= 2, let month = Int(parts[0]), (1...12).contains(month) else { return nil }
    if parts.count == 2 {
      guard let day = Int(parts[1]), (1...31).contains(day) else { return nil }
      self = .date(month: month, day: day)
    } else {
      guard parts[1].hasPrefix("W"), let weekday = Int(parts[1].dropFirst()),
        let nth = Int(parts[2]),
        (1...7).contains(weekday), nth == -1 || (1...5).contains(nth)
      else { return nil }
      self = .weekday(weekday, nth: nth, month: month)
    }
  }

  /// The day in a year; without one, what can be said of it in any year.
  func date(in year: Int?) -> PartialDate {
    switch self {
    case .date(let month, let day): return PartialDate(year: year, month: month, day: day)
    case .weekday(let weekday, let nth, let month):
      guard let year, let day = Self.day(weekday, nth, month, year) else {
        return PartialDate(year: year, month: month)
      }
      return PartialDate(day)
    case .easter(let offset, let isEastern):
      guard let year, (1583...4099).contains(year) else { return PartialDate(year: year) }
      let sunday = isEastern ? Self.easternEaster(year) : Self.westernEaster(year)
      return sunday.map { PartialDate($0.adding(days: offset)) } ?? PartialDate(year: year)
    }
  }

  private static func day(_ weekday: Int, _ nth: Int, _ month: Int, _ year: Int) -> CalendarDate? {
    guard nth < 0 else {
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      let day = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
      return day.month == month ? day : nil
    }
    let length = CalendarDate.days(inMonth: month, of: year)
    guard let last = CalendarDate(year: year, month: month, day: length) else { return nil }
    return last.adding(days: -((last.weekday - weekday + 7) % 7))
  }

  /// Easter of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
  private static func westernEaster(_ year: Int) -> CalendarDate? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
    return CalendarDate(year: year, month: n / 31, day: n % 31 + 1)
  }

  /// Easter of the Julian calendar, as a Gregorian day (Meeus, chapter 8).
  private static func easternEaster(_ year: Int) -> CalendarDate? {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let n = d + e + 114
    return CalendarDate(year: year, month: n / 31, day: n % 31 + 1)?
      .adding(days: year / 100 - year / 400 - 2)
  }
}
