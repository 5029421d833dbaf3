import Dates

/// Dates of ISO 8601 as files write them.
enum ISODate {
  /// The day that a text begins with: `2024-10-02`, `2024-10-02T09:30:00Z`, `2024/10/02 …`.
  static func day(atStartOf text: String) -> CalendarDate? {
    let head = Array(text.utf8.drop { $0 == UInt8(ascii: " ") }.prefix(11))
    guard head.count >= 10, head.count == 10 || !isDigit(head[10]), head[4] == head[7],
      head[4] == UInt8(ascii: "-") || head[4] == UInt8(ascii: "/")
    else { return nil }
    return day(head[0..<4], head[5..<7], head[8..<10])
  }

  /// The day that digits for year, month and day mean; nil before 1800 and for what is no day.
  static func day(_ year: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>)
    -> CalendarDate?
  {
    guard let year = number(year), let month = number(month), let day = number(day), year >= 1800
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
