import Dates
import Facts
import Foundation
import Grammar
import Reading
import Registry
import Text

/// Measures how fast times, and quotes with events, are read, on one core: `Benchmarks CODE FILE`
/// reads a text a line; `Benchmarks names CODE FILE` measures names instead.
///
/// Of times it prints the best of five runs in MB/s of UTF-8, then the time for 2n bytes over that for n bytes
/// of texts made to be slow.
@main
struct Benchmarks {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    let areNames = arguments.first == "names"
    if areNames { arguments.removeFirst() }
    guard let code = arguments.first, let file = arguments.dropFirst().first,
      let pack = Registry.packs.first(where: { $0.code == code })
    else {
      print("usage: Benchmarks [names] LANGUAGE FILE")
      return
    }
    let reader = try Reader(pack)
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let texts = lines.map { String($0).replacing("\u{1F}", with: "\n") }
    if areNames {
      measureNames(texts, reader, code)
      return
    }
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    var found = 0
    let seconds = best(of: 5) { found = texts.reduce(0) { $0 + times(in: $1, reader) } }
    let speed = Double(bytes) / 1e6 / seconds
    print("\(code): \(bytes) bytes, \(found) times, \(rounded(speed)) MB/s")
    let grounds = texts.map { reader.ground(of: $0, published: CalendarDate("2024-10-03")) }
    var told = 0
    let telling = best(of: 3) { told = grounds.reduce(0) { $0 + count(on: $1, reader) } }
    let rate = rounded(Double(bytes) / 1e6 / telling)
    print("\(code): \(bytes) bytes, \(told) quotes and events, \(rate) MB/s")
    for (name, unit) in hostileTold {
      let small = String(repeating: unit, count: 300_000 / unit.utf8.count)
      let (one, two) = (
        reader.ground(of: small, published: nil), reader.ground(of: small + small, published: nil)
      )
      let once = best(of: 2) { _ = count(on: one, reader) }
      let twice = best(of: 2) { _ = count(on: two, reader) }
      print("\(code): \(name), quotes and events, 2n over n: \(rounded(twice / once))")
    }
    for (name, unit) in hostile {
      let small = String(repeating: unit, count: 500_000 / unit.utf8.count)
      let once = best(of: 3) { _ = times(in: small, reader) }
      let twice = best(of: 3) { _ = times(in: small + small, reader) }
      print("\(code): \(name), 2n over n: \(rounded(twice / once))")
    }
  }

  /// Texts that a careless matcher reads in more than linear time.
  static let hostile = [
    ("digits", "1234567890"), ("digit groups", "1,2.3:4/5-6 "), ("numbers", "12 "),
    ("months", "मई May мая 五月 tháng "), ("number words", "दो सौ two hundred двести 二百 "),
    ("commas", ", "), ("dandas", "। "), ("ranges", "5-7-9 – 3 से "), ("one word", "कल"),
  ]

  /// Texts that a careless finder of quotes or events reads in more than linear time.
  static let hostileTold = [
    ("cues", "Putin said that "), ("Hindi cues", "पुतिन ने कहा कि "), ("marks", "\" "),
    ("opened quotations", "“a "), ("nested quotations", "« „ “ "), ("commas", "a, "),
    ("triggers", "met "), ("names", "Putin "), ("according to", "according to "),
    ("one sentence", "Putin met Xi in Moscow and "),
  ]

  private static func count(on ground: Reader.Ground, _ reader: Reader) -> Int {
    let told = reader.told(on: ground)
    return told.quotes.count + told.events.count
  }

  private static func times(in text: String, _ reader: Reader) -> Int {
    reader.times(in: text, published: CalendarDate("2024-10-03"), mode: .news).count
  }

  /// Prints tokens a second of finding names and resolving them within each text.
  private static func measureNames(_ texts: [String], _ reader: Reader, _ code: String) {
    let tokens = texts.reduce(0) { $0 + TokenizedText($1).tokens.count }
    var found = 0
    let seconds = best(of: 5) { found = texts.reduce(0) { $0 + reader.mentions(in: $1).count } }
    print("\(code): \(tokens) tokens, \(found) names, \(Int(Double(tokens) / seconds)) tokens/s")
  }

  /// Seconds of processor time, which other programs of the machine disturb least.
  private static func best(of runs: Int, _ work: () -> Void) -> Double {
    (0..<runs).map { _ in
      let start = clock()
      work()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }.min() ?? 0
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
