/// The value of a TIMEX3 annotation (ISO-TimeML 1.2.1): what a temporal expression denotes.
public indirect enum TimexValue: Hashable, Sendable {
  /// `2024-10-02`, `2024-10`, `XXXX-10-02`.
  case date(PartialDate)
  /// A decade by its first three digits: `199`; -49 is `BC048`, the years 489 to 480 BC.
  case decade(Int)
  /// A century by its first two digits: `19` is 1900 to 1999; -4 is `BC03`, the years 400 to 301 BC.
  case century(Int)
  /// An ISO week, weekend, or weekday of a week: `2024-W40`, `2024-W40-WE`, `XXXX-WXX-1`.
  case week(year: Int?, week: Int?, part: WeekPart)
  /// A season, quarter or half: `2024-SU`, `XXXX-Q3`.
  case yearPart(year: Int?, YearPart)
  /// `2024-10-02TMO`.
  case dayPart(PartialDate, DayPart)
  /// `2024-10-02T15:30`.
  case clock(PartialDate, ClockTime)
  /// `P3D`.
  case duration(TimexDuration)
  /// From the first to the second, both included: `2024-10-22/2024-10-24`.
  case interval(TimexValue, TimexValue)
  case reference(TimeReference)

  /// First and last day; both nil where the value names no days.
  public var days: DayInterval {
    switch self {
    case .date(let date), .dayPart(let date, _), .clock(let date, _): return date.days
    case .decade(let value): return Self.days(value < 0 ? value * 10 + 2 : value * 10, years: 10)
    case .century(let value):
      return Self.days(value < 0 ? value * 100 + 1 : value * 100, years: 100)
    case .week(let year, let week, let part): return Self.days(year, week, part)
    case .yearPart(let year, let part):
      guard let year, let months = part.months else { return DayInterval(nil, nil) }
      let first = CalendarDate(year: year, month: months.lowerBound, day: 1)
      return DayInterval(first, first?.adding(months: months.count).adding(days: -1))
    case .interval(let a, let b): return DayInterval(a.days.earliest, b.days.latest)
    case .duration, .reference: return DayInterval(nil, nil)
    }
  }

  private static func days(_ first: Int, years: Int) -> DayInterval {
    DayInterval(
      CalendarDate(year: first, month: 1, day: 1),
      CalendarDate(year: first + years - 1, month: 12, day: 31))
  }

  /// The decade that an astronomical year lies in.
  public static func decade(ofYear year: Int) -> TimexValue {
    .decade(year > 0 ? year / 10 : -1 - (1 - year) / 10)
  }

  /// The century that an astronomical year lies in.
  public static func century(ofYear year: Int) -> TimexValue {
    .century(year > 0 ? year / 100 : (year - 100) / 100)
  }

  private static func days(_ year: Int?, _ week: Int?, _ part: WeekPart) -> DayInterval {
    guard let year, let week, let monday = CalendarDate.monday(ofWeek: week, year: year) else {
      return DayInterval(nil, nil)
    }
    switch part {
    case .whole: return DayInterval(monday, monday.adding(days: 6))
    case .weekend: return DayInterval(monday.adding(days: 5), monday.adding(days: 6))
    case .weekday(let day):
      return DayInterval(monday.adding(days: day - 1), monday.adding(days: day - 1))
    }
  }

  /// Whether it names a year that is not to be guessed any more.
  public var hasYear: Bool { days.earliest != nil }

  /// Whether there can be such a day: false for `XXXX-02-30`.
  public var isPossible: Bool {
    switch self {
    case .date(let date), .dayPart(let date, _), .clock(let date, _): date.isPossible
    case .interval(let a, let b): a.isPossible && b.isPossible
    default: true
    }
  }
}

extension TimexValue: CustomStringConvertible {
  /// The value as TIMEX3 writes it.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .decade(let value): Self.text(value, 3)
    case .century(let value): Self.text(value, 2)
    case .week(let year, let week, let part): Self.text(year, week, part)
    case .yearPart(let year, let part): Self.text(year) + "-" + part.rawValue
    case .dayPart(let date, let part): date.description + "T" + part.rawValue
    case .clock(let date, let time): date.description + "T" + time.text
    case .duration(let duration): duration.description
    case .interval(let a, let b): "\(a)/\(b)"
    case .reference(let reference): reference.rawValue
    }
  }

  /// Digits that years share, counted from -1 before our era.
  private static func text(_ digits: Int, _ width: Int) -> String {
    digits < 0 ? "BC" + CalendarDate.pad(-1 - digits, width) : CalendarDate.pad(digits, width)
  }

  private static func text(_ year: Int?) -> String {
    PartialDate(year: year, grain: .year).description
  }

  private static func text(_ year: Int?, _ week: Int?, _ part: WeekPart) -> String {
    let head = text(year) + "-W" + (week.map { CalendarDate.pad($0, 2) } ?? "XX")
    switch part {
    case .whole: return head
    case .weekend: return head + "-WE"
    case .weekday(let day): return head + "-\(day)"
    }
  }
}
