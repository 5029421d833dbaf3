import Dates
public import Facts

/// When a document was published, as far as its text or address tells.
public enum PublicationDate {
  /// Lines at the top of a text in which its date is looked for.
  private static let lines = 10

  /// The day in a line of its own at the top of the text, else the one in the address.
  ///
  /// Such a line is `2024-10-02` or `Date: 2024-10-02`, with a time behind it or not.
  public static func find(url: String?, text: String) -> Publication {
    for line in text.utf8.prefix(2000).split(separator: UInt8(ascii: "\n")).prefix(lines) {
      if let day = day(inLine: line) { return Publication(day: day, origin: .text) }
    }
    if let day = url.flatMap(day(inAddress:)) { return Publication(day: day, origin: .url) }
    return .unknown
  }

  private static func day(inLine line: Substring.UTF8View) -> CalendarDate? {
    guard line.count <= 60 else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    if let day = ISODate.day(atStartOf: text) { return day }
    guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains("//") else { return nil }
    return ISODate.day(atStartOf: String(text[text.index(after: colon)...]))
  }

  /// The day in `/2024/10/02/`, `/2024-10-02-`, `-20241002.` or `/2024/1002/`.
  static func day(inAddress url: String) -> CalendarDate? {
    let bytes = Array(url.utf8.prefix(2000))
    let runs = digitRuns(bytes)
    for (index, run) in runs.enumerated() {
      if run.count == 8 {
        let digits = bytes[run]
        let day = ISODate.day(digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2))
        if let day, isNewsYear(day) { return day }
      }
      if let day = day(from: runs[index...], bytes), isNewsYear(day) { return day }
    }
    return nil
  }

  /// The day in runs of digits with one separator between them: year, month, day.
  private static func day(from runs: ArraySlice<Range<Int>>, _ bytes: [UInt8]) -> CalendarDate? {
    let parts = Array(runs.prefix(3))
    guard parts.count >= 2, parts[0].count == 4, areJoined(parts[0], parts[1], bytes) else {
      return nil
    }
    if parts[1].count == 4 {
      return ISODate.day(
        bytes[parts[0]], bytes[parts[1]].prefix(2), bytes[parts[1]].suffix(2))
    }
    guard parts.count == 3, parts[1].count <= 2, parts[2].count <= 2,
      areJoined(parts[1], parts[2], bytes)
    else { return nil }
    return ISODate.day(bytes[parts[0]], bytes[parts[1]], bytes[parts[2]])
  }

  private static func areJoined(_ a: Range<Int>, _ b: Range<Int>, _ bytes: [UInt8]) -> Bool {
    b.lowerBound == a.upperBound + 1 && "/-_.".utf8.contains(bytes[a.upperBound])
  }

  private static func digitRuns(_ bytes: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, ISODate.isDigit(bytes[end]) { end += 1 }
      if end > start { runs.append(start..<end) }
      start = end + 1
    }
    return runs
  }

  /// Numbers in addresses are dates only in the years of the web.
  private static func isNewsYear(_ day: CalendarDate) -> Bool { (1990...2100).contains(day.year) }
}
