import Dates

/// Dates as files and protocols write them, whatever the language of the text.
enum WrittenDate {
  /// The day of `2024-10-02…`, `20241002T…`, `Wed, 02 Oct 2024 08:00:00 +0200` (RFC 5322),
  /// `October 2, 2024` and Unix time in seconds or milliseconds.
  static func day(_ text: String) -> CalendarDate? {
    ISODate.day(atStartOf: text) ?? compact(text) ?? named(text) ?? unix(text)
  }

  private static func compact(_ text: String) -> CalendarDate? {
    let digits = Array(text.utf8.drop { $0 == UInt8(ascii: " ") }.prefix { ISODate.isDigit($0) })
    guard digits.count == 8 || digits.count == 14 else { return nil }
    return ISODate.day(digits[0..<4], digits[4..<6], digits[6..<8])
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The months' names are those of RFC 5322, which mail and feeds use in any language.
  private static func named(_ text: String) -> CalendarDate? {
    let words = text.prefix(60).split { $0 == " " || $0 == "," || $0 == "-" }.prefix(6)
    guard let place = words.firstIndex(where: { month($0) != nil }),
      let month = month(words[place])
    else { return nil }
    let around = [place - 1, place + 1, place + 2].filter(words.indices.contains).map { words[$0] }
    let numbers = around.compactMap { Int($0) }
    guard let day = numbers.first(where: { (1...31).contains($0) }),
      let year = numbers.first(where: { (1800...2200).contains($0) })
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func month(_ word: Substring) -> Int? {
    guard word.utf8.count >= 3, let index = months.firstIndex(of: word.prefix(3).lowercased())
    else { return nil }
    return index + 1
  }

  /// Seconds since 1970 from 2001 on, which nine digits or fewer are not.
  private static func unix(_ text: String) -> CalendarDate? {
    guard text.utf8.allSatisfy(ISODate.isDigit), let number = Int(text) else { return nil }
    switch text.utf8.count {
    case 10: return CalendarDate(dayNumber: number / 86_400)
    case 13: return CalendarDate(dayNumber: number / 86_400_000)
    default: return nil
    }
  }
}
