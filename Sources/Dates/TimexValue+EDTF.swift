extension TimexValue {
  /// The value in EDTF; nil where EDTF has no form for it (durations, references, impossible days).
  ///
  /// Weeks become intervals of days, parts of the day their day, seasons, quarters and halves the
  /// sub-year groupings 21 to 24, 33 to 36, 40 and 41; decades and centuries `199X`, `19XX`.
  public var edtf: EDTF? {
    guard isPossible else { return nil }
    switch self {
    case .date(let date), .dayPart(let date, _): return .date(EDTFDate(date))
    case .decade(..<0), .century(..<0):
      return .interval(from: days.earliest, to: days.latest)
    case .decade(let value):
      return .date(EDTFDate([EDTFComponent(CalendarDate.pad(value, 3) + "X")]))
    case .century(let value):
      return .date(EDTFDate([EDTFComponent(CalendarDate.pad(value, 2) + "XX")]))
    case .clock(let date, let clock):
      var result = EDTFDate(date)
      if date.isComplete, date.grain == .day, clock.hour < 24 {
        result.time =
          CalendarDate.pad(clock.hour, 2) + ":" + CalendarDate.pad(clock.minute ?? 0, 2)
          + ":" + CalendarDate.pad(clock.second ?? 0, 2)
      }
      return .date(result)
    case .week: return Self.interval(days)
    case .yearPart(let year, let part):
      guard let month = part.edtfMonth else {
        return year.map { .date(EDTFDate(PartialDate(year: $0))) }
      }
      let head = EDTFDate(PartialDate(year: year, grain: .year)).components
      return .date(EDTFDate(head + [EDTFComponent(String(month))]))
    case .interval(let a, let b):
      guard let first = a.edtf, let last = b.edtf else { return nil }
      return .interval(first.start, last.end)
    case .duration, .reference: return nil
    }
  }

  private static func interval(_ days: DayInterval) -> EDTF? {
    guard let first = days.earliest, let last = days.latest else { return nil }
    if first == last { return .date(EDTFDate(PartialDate(first))) }
    return .interval(.date(EDTFDate(PartialDate(first))), .date(EDTFDate(PartialDate(last))))
  }
}

extension EDTF {
  var start: EDTFEnd {
    switch self {
    case .date(let date): .date(date)
    case .interval(let a, _): a
    case .oneOf, .allOf: .unknown
    }
  }

  var end: EDTFEnd {
    switch self {
    case .date(let date): .date(date)
    case .interval(_, let b): b
    case .oneOf, .allOf: .unknown
    }
  }

  /// From one day to another, nil being open.
  public static func interval(from first: CalendarDate?, to last: CalendarDate?) -> EDTF {
    .interval(
      first.map { .date(EDTFDate(PartialDate($0))) } ?? .open,
      last.map { .date(EDTFDate(PartialDate($0))) } ?? .open)
  }
}

extension EDTFDate {
  public init(_ date: PartialDate) {
    var components = [EDTFComponent(date.year.map { CalendarDate.pad($0, 4) } ?? "XXXX")]
    if date.grain >= .month {
      components.append(EDTFComponent(date.month.map { CalendarDate.pad($0, 2) } ?? "XX"))
    }
    if date.grain >= .day {
      components.append(EDTFComponent(date.day.map { CalendarDate.pad($0, 2) } ?? "XX"))
    }
    self.init(components)
  }
}
