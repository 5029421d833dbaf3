/// A date of the Islamic calendar, by the tabular rule.
///
/// Months really begin with the sighting of the moon, so a day may be off by one or two, and is to
/// be marked as approximate. Civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of
/// 30 (Reingold and Dershowitz, Calendrical Calculations, chapter 7).
public struct IslamicDate: Sendable, Equatable {
  public var year: Int
  /// 1 to 12; 9 is Ramadan.
  public var month: Int
  public var day: Int

  /// The date, or nil if no month has such a day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...2000).contains(year), (1...12).contains(month), (1...30).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The Gregorian day.
  public var gregorian: CalendarDate { CalendarDate(dayNumber: Self.epoch + count) }

  /// Days since 1 Muharram 1.
  private var count: Int {
    (year - 1) * 354 + (3 + 11 * year) / 30 + (59 * (month - 1) + 1) / 2 + day - 1
  }

  /// 19 July 622 of the Gregorian calendar.
  private static let epoch = CalendarDate(year: 622, month: 7, day: 19)?.dayNumber ?? 0

  /// The Islamic year that a Gregorian day lies in, or one beside it.
  public static func year(near date: CalendarDate) -> Int {
    (date.dayNumber - epoch) * 10_000 / 3_543_670 + 1
  }

  /// First and last day of a month, or of a whole year.
  public static func days(year: Int, month: Int?) -> DayInterval {
    let first = IslamicDate(year: year, month: month ?? 1, day: 1)?.gregorian
    let isLast = month == nil || month == 12
    let next = IslamicDate(
      year: isLast ? year + 1 : year, month: isLast ? 1 : (month ?? 0) + 1, day: 1)
    return DayInterval(first, next?.gregorian.adding(days: -1))
  }
}
