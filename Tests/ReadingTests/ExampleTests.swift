import Dates
import Facts
import Foundation
import Grammar
import Reading
import Registry
import Testing

/// The example sentences of every pack: what must be read from them, and what must not.
@Suite("Examples of the packs")
struct ExampleTests {
  struct Case: Sendable, CustomStringConvertible {
    let pack: LanguagePack
    let file: String
    let line: Int
    let text: String
    let expected: String
    /// The day that a comment above sets; else the day of publication of all examples.
    let published: String
    var description: String { "\(pack.name)/\(file):\(line)" }
  }

  static func cases(_ file: String) -> [Case] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Registry.packs.flatMap { pack -> [Case] in
      let path = root.appending(path: "Sources/Languages/\(pack.name)/Examples/\(file)")
      guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
      var published = "2024-10-03"
      var cases: [Case] = []
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if line.hasPrefix("# published ") { published = String(line.dropFirst(12).prefix(10)) }
        let fields = line.split(separator: "\t").map(String.init)
        guard !line.hasPrefix("#"), fields.count == 2 else { continue }
        cases.append(
          Case(
            pack: pack, file: file, line: index + 1, text: fields[0], expected: fields[1],
            published: published))
      }
      return cases
    }
  }

  private func reading(_ test: Case) throws -> Reading {
    try TestReaders.reader(test.pack.code).read(
      test.text, noise: [], published: CalendarDate(test.published), mode: .news)
  }

  private func joined(_ lines: [String], by separator: String = "; ") -> String {
    lines.isEmpty ? "-" : lines.joined(separator: separator)
  }

  @Test("Every pack has examples of all that it has words for", arguments: Self.kinds)
  func complete(_ kind: Kind) throws {
    let able = try Registry.packs.filter { try $0.file(kind.words) != nil }.map(\.name)
    #expect(Set(able).isSubset(of: Self.cases(kind.examples).map(\.pack.name)))
  }

  /// A file of a pack, and the examples that it asks for.
  struct Kind: Sendable, CustomStringConvertible {
    let words: String
    let examples: String
    var description: String { examples }
  }

  static let kinds =
    ["names.tsv", "quotes.tsv", "events.tsv", "claims.tsv"].map { Kind(words: $0, examples: $0) }
    + [Kind(words: "times.rules", examples: "times.tsv")]

  @Test("Names", arguments: cases("names.tsv"))
  func names(_ test: Case) throws {
    let found = try reading(test).mentions.map { "\($0.kind.rawValue) \($0.name)" }
    #expect(joined(found) == test.expected)
  }

  @Test("Quotes", arguments: cases("quotes.tsv"))
  func quotes(_ test: Case) throws {
    let found = try reading(test).quotes.map { quote -> String in
      let chain = quote.via.map(\.name) + [quote.speaker?.name ?? "?"]
      return "\(quote.kind.rawValue): \(chain.joined(separator: " → ")): \(quote.text)"
    }
    #expect(joined(found) == test.expected)
  }

  @Test("Events", arguments: cases("events.tsv"))
  func events(_ test: Case) throws {
    let found = try reading(test).events.map { event -> String in
      let who = event.participants.map(\.name).joined(separator: ", ")
      let words = [
        event.kind, event.mode ?? "", event.status.rawValue,
        event.edtf.isEmpty ? "undated" : event.edtf, who,
      ]
      let place = event.place.map { " @ " + $0 } ?? ""
      return words.filter { !$0.isEmpty }.joined(separator: " ") + place
    }
    #expect(joined(found) == test.expected)
  }

  @Test("Numbers with bound and unit", arguments: cases("claims.tsv"))
  func claims(_ test: Case) throws {
    let taken = try reading(test).times.map(\.span)
    let found = try TestReaders.reader(test.pack.code).quantities(in: test.text, taken: taken)
      .map { quantity -> String in
        let value =
          quantity.value == quantity.value.rounded()
          ? String(Int(quantity.value)) : String(quantity.value)
        let unit = quantity.unit.map { [$0.dimension, $0.code].filter { !$0.isEmpty } } ?? []
        return ([quantity.bound.rawValue, value] + unit).joined(separator: " ")
      }
    #expect(joined(found) == test.expected)
  }

  @Test("Times", arguments: cases("times.tsv"))
  func times(_ test: Case) throws {
    let found = try reading(test).times.map(\.value)
    #expect(joined(found) == test.expected)
  }
}
