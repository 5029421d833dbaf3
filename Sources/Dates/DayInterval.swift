/// The earliest and the latest day of a date that may be uncertain; nil is an open end.
public struct DayInterval: Hashable, Sendable, Codable {
  public var earliest: CalendarDate?
  public var latest: CalendarDate?

  public init(_ earliest: CalendarDate?, _ latest: CalendarDate?) {
    self.earliest = earliest
    self.latest = latest
  }

  public func contains(_ day: CalendarDate) -> Bool {
    (earliest.map { $0 <= day } ?? true) && (latest.map { day <= $0 } ?? true)
  }

  public func contains(_ other: DayInterval) -> Bool {
    let starts = earliest.map { e in other.earliest.map { e <= $0 } ?? false } ?? true
    let ends = latest.map { l in other.latest.map { $0 <= l } ?? false } ?? true
    return starts && ends
  }

  public func overlaps(_ other: DayInterval) -> Bool {
    let before = latest.map { l in other.earliest.map { l < $0 } ?? false } ?? false
    let after = earliest.map { e in other.latest.map { $0 < e } ?? false } ?? false
    return !before && !after
  }
}
