extension EDTF {
  /// Earliest and latest day that the expression may mean; nil where it is open or has no year.
  public var days: DayInterval {
    switch self {
    case .date(let date): return date.days
    case .interval(let a, let b): return DayInterval(a.days.earliest, b.days.latest)
    case .oneOf(let members), .allOf(let members):
      let intervals = members.map(\.days)
      let starts = intervals.map(\.earliest)
      let ends = intervals.map(\.latest)
      return DayInterval(
        starts.contains(nil) ? nil : starts.compactMap { $0 }.min(),
        ends.contains(nil) ? nil : ends.compactMap { $0 }.max())
    }
  }

  /// Whether some part of it is marked uncertain or approximate.
  public var isQualified: Bool {
    description.utf8.contains { $0 == UInt8(ascii: "?") || $0 == 0x7E || $0 == 0x25 }
  }
}

extension EDTFEnd {
  var days: DayInterval {
    if case .date(let date) = self { return date.days }
    return DayInterval(nil, nil)
  }
}

extension EDTFMember {
  var days: DayInterval {
    switch self {
    case .date(let date): date.days
    case .range(let a, let b): DayInterval(a?.days.earliest, b?.days.latest)
    }
  }
}

extension EDTFDate {
  /// Earliest and latest day; both nil where no digit of the year is known.
  public var days: DayInterval {
    guard let year = components.first, !year.isUnknown, let years = Self.years(year.digits) else {
      return DayInterval(nil, nil)
    }
    guard components.count > 1 else {
      return DayInterval(
        CalendarDate(year: years.lowerBound, month: 1, day: 1),
        CalendarDate(year: years.upperBound, month: 12, day: 31))
    }
    let months = Self.values(1...41, like: components[1].digits)
    if let group = months.first, group > 12 {
      return DayInterval(
        Self.span(group, years.lowerBound)?.earliest, Self.span(group, years.upperBound)?.latest)
    }
    let pattern = components.count > 2 ? components[2].digits : "XX"
    let twelve = months.filter { $0 <= 12 }
    return DayInterval(
      Self.first(years, twelve, pattern), Self.last(years, twelve, pattern))
  }

  /// Whether some day fits the digits.
  var isPossible: Bool {
    guard components.count > 1 else { return true }
    let months = Self.values(1...41, like: components[1].digits)
    guard components.count > 2 else {
      return months.contains { $0 <= 12 || $0 >= 21 }
    }
    let years = components[0].isUnknown ? 2000...2000 : Self.years(components[0].digits)
    guard let years else { return true }
    return Self.first(years, months.filter { $0 <= 12 }, components[2].digits) != nil
  }

  private static func first(
    _ years: ClosedRange<Int>, _ months: [Int], _ pattern: String
  ) -> CalendarDate? {
    // A leap year comes at least once in eight years, so nine years decide.
    for year in years.prefix(9) {
      for month in months {
        let days = values(1...CalendarDate.days(inMonth: month, of: year), like: pattern)
        if let day = days.first { return CalendarDate(year: year, month: month, day: day) }
      }
    }
    return nil
  }

  private static func last(
    _ years: ClosedRange<Int>, _ months: [Int], _ pattern: String
  ) -> CalendarDate? {
    for year in years.suffix(9).reversed() {
      for month in months.reversed() {
        let days = values(1...CalendarDate.days(inMonth: month, of: year), like: pattern)
        if let day = days.last { return CalendarDate(year: year, month: month, day: day) }
      }
    }
    return nil
  }

  /// The years that the digits allow, from the first to the last.
  private static func years(_ digits: String) -> ClosedRange<Int>? {
    let body = digits.hasPrefix("Y") ? digits.dropFirst() : digits[...]
    let isNegative = body.hasPrefix("-")
    let plain = isNegative ? String(body.dropFirst()) : String(body)
    guard let low = Int(plain.map { $0 == "X" ? "0" : String($0) }.joined()),
      let high = Int(plain.map { $0 == "X" ? "9" : String($0) }.joined())
    else { return nil }
    return isNegative ? -high ... -low : low...high
  }

  /// The numbers of a range whose two digits fit the pattern.
  private static func values(_ range: ClosedRange<Int>, like pattern: String) -> [Int] {
    let wanted = Array(pattern.utf8)
    return range.filter { number in
      zip(wanted, CalendarDate.pad(number, 2).utf8).allSatisfy {
        $0 == UInt8(ascii: "X") || $0 == $1
      }
    }
  }

  /// Months of the sub-year groupings 21 to 41 (ISO 8601-2, table of seasons).
  private static func span(_ group: Int, _ year: Int) -> DayInterval? {
    let (start, length): (Int, Int)
    switch group {
    case 21...24: (start, length) = (3 + (group - 21) * 3, 3)
    case 25...28: (start, length) = (3 + (group - 25) * 3, 3)
    case 29...32: (start, length) = ([9, 12, 3, 6][group - 29], 3)
    case 33...36: (start, length) = (1 + (group - 33) * 3, 3)
    case 37...39: (start, length) = (1 + (group - 37) * 4, 4)
    case 40, 41: (start, length) = (1 + (group - 40) * 6, 6)
    default: return nil
    }
    let first = CalendarDate(year: year, month: start, day: 1)
    return DayInterval(first, first?.adding(months: length).adding(days: -1))
  }
}
