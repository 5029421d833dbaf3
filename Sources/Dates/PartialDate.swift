/// How fine a date is stated.
public enum DateGrain: Int, Sendable, Comparable {
  case year, month, day

  public static func < (a: DateGrain, b: DateGrain) -> Bool { a.rawValue < b.rawValue }
}

/// A year, month or day of which parts may be unknown: `2024-10`, `XXXX-10-02`, `XXXX-XX-05`.
///
/// The parts need not make a real day: `XXXX-02-30` is kept as it was written (`isPossible`).
public struct PartialDate: Hashable, Sendable {
  /// Astronomical year: 0 is 1 BC.
  public var year: Int?
  public var month: Int?
  public var day: Int?
  public var grain: DateGrain

  /// - Parameter grain: how fine the date is; by default as fine as its finest known part.
  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil, grain: DateGrain? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.grain = grain ?? (day != nil ? .day : month != nil ? .month : .year)
  }

  public init(_ date: CalendarDate, grain: DateGrain = .day) {
    year = date.year
    month = grain >= .month ? date.month : nil
    day = grain >= .day ? date.day : nil
    self.grain = grain
  }

  /// Whether every part down to the grain is known.
  public var isComplete: Bool {
    year != nil && (grain < .month || month != nil) && (grain < .day || day != nil)
  }

  /// Whether some year has such a day; 29 February is possible while the year is unknown.
  public var isPossible: Bool {
    if let month, !(1...12).contains(month) { return false }
    guard let day else { return true }
    guard let month else { return (1...31).contains(day) }
    return CalendarDate(year: year ?? 2000, month: month, day: day) != nil
  }

  /// The day itself, where all three parts are known and there is such a day.
  public var calendarDate: CalendarDate? {
    guard let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// First and last day it may be; both nil without a year.
  public var days: DayInterval {
    guard let year, isPossible else { return DayInterval(nil, nil) }
    if let day, let month {
      let date = CalendarDate(year: year, month: month, day: day)
      return DayInterval(date, date)
    }
    let first = CalendarDate(year: year, month: month ?? 1, day: day ?? 1)
    let last = month ?? 12
    let lastDay = day ?? CalendarDate.days(inMonth: last, of: year)
    return DayInterval(first, CalendarDate(year: year, month: last, day: lastDay))
  }
}

extension PartialDate: CustomStringConvertible {
  /// TIMEX3: unknown parts are X; a year before 1 is written `BC0480`.
  public var description: String {
    var text =
      year.map { $0 < 1 ? "BC" + CalendarDate.pad(1 - $0, 4) : CalendarDate.pad($0, 4) }
      ?? "XXXX"
    if grain >= .month { text += "-" + (month.map { CalendarDate.pad($0, 2) } ?? "XX") }
    if grain >= .day { text += "-" + (day.map { CalendarDate.pad($0, 2) } ?? "XX") }
    return text
  }

  /// Reads what `description` prints; nil for anything else.
  public init?(_ text: String) {
    var rest = text[...]
    let isBefore = rest.hasPrefix("BC")
    if isBefore { rest = rest.dropFirst(2) }
    let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
    guard parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    var numbers: [Int?] = []
    for part in parts {
      guard let number = Self.number(part) else { return nil }
      numbers.append(number)
    }
    let grain = DateGrain(rawValue: parts.count - 1)
    self.init(
      year: isBefore ? numbers[0].map { 1 - $0 } : numbers[0],
      month: parts.count > 1 ? numbers[1] : nil, day: parts.count > 2 ? numbers[2] : nil,
      grain: grain)
  }

  /// A number, `.some(nil)` for X only, nil for anything else.
  private static func number(_ part: Substring) -> Int?? {
    if part.utf8.allSatisfy({ $0 == UInt8(ascii: "X") }) { return .some(nil) }
    guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(part) else {
      return nil
    }
    return .some(value)
  }
}
