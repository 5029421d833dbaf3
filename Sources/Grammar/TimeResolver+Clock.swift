import Dates

/// What of a day is meant.
enum TimeOfDay {
  case part(DayPart)
  case clock(ClockTime)
}

extension TimeResolver {
  /// A stated part of the day or clock time; hours of an afternoon or evening count from noon.
  func timeOfDay(_ fields: TimeFields) -> TimeOfDay? {
    let part = fields.code(.part).flatMap { DayPart(rawValue: $0) }
    var hour = fields.number(.hour)
    var minute = fields.number(.minute)
    if let both = fields.number(.hhmm) {
      hour = both / 100
      minute = both % 100
    }
    guard var hour else { return part.map { .part($0) } }
    // A quarter to eight is 15 minutes before it.
    if let before = minute, before < 0 {
      hour -= 1
      minute = before + 60
    }
    let shifted = Self.hour(hour, part: part, meridiem: fields.code(.meridiem))
    return ClockTime(hour: shifted, minute: minute ?? 0, second: fields.number(.second)).map {
      .clock($0)
    }
      ?? part.map { .part($0) }
  }

  private static func hour(_ hour: Int, part: DayPart?, meridiem: String?) -> Int {
    if meridiem == "AM" { return hour == 12 ? 0 : hour }
    if meridiem == "PM" { return hour < 12 ? hour + 12 : hour }
    switch part {
    case .afternoon?, .evening?: return hour < 12 ? hour + 12 : hour
    case .midday?: return hour < 6 ? hour + 12 : hour
    case .night?: return hour == 12 ? 0 : (6..<12).contains(hour) ? hour + 12 : hour
    default: return hour
    }
  }

  func attach(_ time: TimeOfDay, to day: ResolvedTime) -> ResolvedTime {
    guard case .date(let date) = day.value, date.grain == .day else {
      return weekday(time, day)
    }
    let value: TimexValue =
      switch time {
      case .part(let part): .dayPart(date, part)
      case .clock(let clock): .clock(date, clock)
      }
    var result = ResolvedTime(value, type: .time, basis: day.basis, reason: day.reason)
    if day.reason == .ambiguous {
      result.edtf = day.edtf
      result.days = day.days
    }
    return result
  }

  /// A weekday of an unknown week keeps its value; only the type tells of the time.
  private func weekday(_ time: TimeOfDay, _ day: ResolvedTime) -> ResolvedTime {
    var result = day
    result.type = .time
    return result
  }
}
