import Dates
import Facts

extension TimeExpression {
  /// How two dates for one thing stand to each other; nil if they cannot be compared.
  ///
  /// - Returns: `same`; `finer` where one says more of the same; `rounding` for clock times that
  ///   differ by minutes; else `conflict`.
  func relation(to other: TimeExpression) -> Verdict? {
    guard isDuration == other.isDuration, type != .set, other.type != .set else { return nil }
    if value == other.value { return .same }
    if isReference || other.isReference { return nil }
    if isDuration { return durationRelation(to: other) }
    if let clock = clockRelation(to: other) { return clock }
    if days.earliest != nil, days.latest != nil, other.days.earliest != nil,
      other.days.latest != nil
    {
      return dayRelation(to: other)
    }
    return partRelation(to: other)
  }

  private var isDuration: Bool { type == .duration }
  private var isReference: Bool { value.hasSuffix("_REF") || value.isEmpty }

  private func durationRelation(to other: TimeExpression) -> Verdict? {
    guard let here = Self.days(ofDuration: value), let there = Self.days(ofDuration: other.value)
    else { return nil }
    return abs(here - there) <= 0.02 * max(here, there) ? .unit : .conflict
  }

  /// About how many days a duration lasts; nil where it does not say.
  private static func days(ofDuration value: String) -> Double? {
    let units: [String: Double] = [
      "Y": 365, "M": 30.4, "W": 7, "D": 1, "DE": 3650, "CE": 36500, "Q": 91, "TH": 1.0 / 24,
      "TM": 1.0 / 1440, "TS": 1.0 / 86400,
    ]
    var (number, unit, prefix, days) = ("", "", "", 0.0)
    func add() -> Bool {
      guard let amount = Double(number), let length = units[prefix + unit] else { return false }
      days += amount * length
      (number, unit) = ("", "")
      return true
    }
    for character in value.dropFirst() {
      if character.isNumber || character == "." {
        if !unit.isEmpty, !add() { return nil }
        number.append(character)
      } else if character == "T", number.isEmpty {
        prefix = "T"
      } else {
        unit.append(character)
      }
    }
    return add() ? days : nil
  }

  private func dayRelation(to other: TimeExpression) -> Verdict {
    if days == other.days { return .same }
    if days.contains(other.days) || other.days.contains(days) { return .finer }
    return days.overlaps(other.days) ? .rounding : .conflict
  }

  /// Compares hours and minutes of one day, or of no known day.
  private func clockRelation(to other: TimeExpression) -> Verdict? {
    guard let here = minuteOfDay, let there = other.minuteOfDay else { return nil }
    let (day, otherDay) = (value.prefix { $0 != "T" }, other.value.prefix { $0 != "T" })
    if day != otherDay, !day.isEmpty, !otherDay.isEmpty,
      Self.compare(parts: day, otherDay) == .conflict
    {
      return .conflict
    }
    if here == there { return .finer }
    return abs(here - there) <= 20 ? .rounding : .conflict
  }

  private var minuteOfDay: Int? {
    guard let mark = value.firstIndex(of: "T") else { return nil }
    let parts = value[value.index(after: mark)...].split(separator: ":").map { Int($0) }
    guard let first = parts.first, let hour = first else { return nil }
    return hour * 60 + (parts.count > 1 ? parts[1] ?? 0 : 0)
  }

  /// Compares `XXXX-10-22` with `2024-10` part by part; an unknown part agrees with anything.
  private func partRelation(to other: TimeExpression) -> Verdict? {
    Self.compare(parts: value.prefix { $0 != "T" }, other.value.prefix { $0 != "T" })
  }

  private static func compare(parts a: Substring, _ b: Substring) -> Verdict? {
    let (left, right) = (a.split(separator: "-"), b.split(separator: "-"))
    var compared = 0
    for (x, y) in zip(left, right) {
      if x.contains("X") || y.contains("X") {
        // A week's day against a day of a month says nothing without a calendar.
        if x.hasPrefix("W") != y.hasPrefix("W") { return nil }
        continue
      }
      if x.hasPrefix("W") != y.hasPrefix("W") { return nil }
      compared += 1
      if x != y { return .conflict }
    }
    return compared > 0 ? .finer : nil
  }
}
