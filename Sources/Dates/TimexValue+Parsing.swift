extension TimexValue {
  /// Reads a TIMEX3 value as `description` prints it; nil for anything else.
  public init?(_ text: String) {
    if let reference = TimeReference(rawValue: text) {
      self = .reference(reference)
    } else if let slash = text.firstIndex(of: "/") {
      guard let a = TimexValue(String(text[..<slash])),
        let b = TimexValue(String(text[text.index(after: slash)...]))
      else { return nil }
      self = .interval(a, b)
    } else if let duration = TimexDuration(text) {
      self = .duration(duration)
    } else if let timeMark = text.firstIndex(of: "T") {
      self.init(day: String(text[..<timeMark]), time: text[text.index(after: timeMark)...])
    } else {
      self.init(calendar: text)
    }
  }

  private init?(day: String, time: Substring) {
    guard let date = PartialDate(day) else { return nil }
    if let part = DayPart(rawValue: String(time)) {
      self = .dayPart(date, part)
      return
    }
    let numbers = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(numbers.count), numbers.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(numbers[0])
    else { return nil }
    let rest = numbers.dropFirst().compactMap { Int($0) }
    guard rest.count == numbers.count - 1,
      let clock = ClockTime(
        hour: hour, minute: rest.first, second: rest.count > 1 ? rest[1] : nil)
    else { return nil }
    self = .clock(date, clock)
  }

  private init?(calendar text: String) {
    if let date = PartialDate(text) {
      self = .date(date)
      return
    }
    let isBefore = text.hasPrefix("BC")
    let digits = isBefore ? text.dropFirst(2) : text[...]
    if digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) {
      switch digits.utf8.count {
      case 2: self = .century(isBefore ? -1 - number : number)
      case 3: self = .decade(isBefore ? -1 - number : number)
      default: return nil
      }
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), let year = PartialDate(parts[0]), year.grain == .year
    else { return nil }
    if let part = YearPart(rawValue: parts[1]), parts.count == 2 {
      self = .yearPart(year: year.year, part)
    } else {
      self.init(year: year.year, week: parts[1], part: parts.count > 2 ? parts[2] : nil)
    }
  }

  private init?(year: Int?, week: String, part: String?) {
    guard week.hasPrefix("W"), week.utf8.count == 3 else { return nil }
    let number = Int(week.dropFirst())
    guard number != nil || week == "WXX" else { return nil }
    switch part {
    case nil: self = .week(year: year, week: number, part: .whole)
    case "WE"?: self = .week(year: year, week: number, part: .weekend)
    case let text?:
      guard let day = Int(text), (1...7).contains(day) else { return nil }
      self = .week(year: year, week: number, part: .weekday(day))
    }
  }
}
