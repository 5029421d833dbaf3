import Dates
import Facts
import Grammar
import Reading
import Registry
import Testing
import Text

@Suite("What holds of every reading")
struct InvariantTests {
  /// Texts that are no articles: each is read by every language.
  static let hostile = [
    "", " ", "\n\n\n", "\u{0}\u{1}", "a", "।।।।", String(repeating: "(", count: 5000),
    String(repeating: "\" ", count: 5000), String(repeating: "1,", count: 5000),
    String(repeating: "अक्टूबर ", count: 3000), String(repeating: "2 October 2024, ", count: 2000),
    String(repeating: "普", count: 5000), "a" + String(repeating: "\u{301}", count: 2000),
    "\u{202E}Putin\u{200B} said that Xi said that \u{1B}[2J", "👩‍👩‍👧 🇮🇳 met 🇷🇺 in July",
    String(repeating: "Putin said that ", count: 2000), String(repeating: "ने कहा कि ", count: 2000),
  ]

  struct Case: Sendable, CustomStringConvertible {
    let language: String
    let text: String
    var description: String { "\(language): \(text.prefix(20))" }
  }

  static let cases = Registry.packs.flatMap { pack in
    hostile.map { Case(language: pack.code, text: $0) }
  }

  @Test("Every fact's span holds its text, in order and inside", arguments: cases)
  func spans(_ test: Case) throws {
    let reader = try TestReaders.reader(test.language)
    let noise = reader.noise(in: test.text)
    let reading = reader.read(
      test.text, noise: noise, published: CalendarDate("2024-10-03"), mode: .news)
    let bytes = Array(test.text.utf8)
    let facts =
      reading.mentions.map { ($0.span, $0.text) } + reading.times.map { ($0.span, $0.text) }
      + reading.quotes.map { ($0.span, $0.text) } + reading.events.map { ($0.span, $0.text) }
    for (span, text) in facts {
      try #require(span.start >= 0 && span.start < span.end && span.end <= bytes.count)
      #expect(String(decoding: bytes[span.start..<span.end], as: UTF8.self) == text)
    }
    #expect(
      zip(reading.mentions, reading.mentions.dropFirst()).allSatisfy {
        $0.span.end <= $1.span.start
      })
    #expect(
      zip(reading.times, reading.times.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
  }
}
