import Dates
import Facts
import Foundation
import Reading
import Testing

/// The article that the project began with, where it is at hand.
@Suite("The seed article")
struct SeedTests {
  static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/seed/000_22fe44cd101218cf.txt")

  static let isThere = FileManager.default.fileExists(atPath: file.path)

  private func reading(published: String?) throws -> Reading {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let reader = try TestReaders.reader("hi")
    return reader.read(
      text, noise: reader.noise(in: text),
      published: published.flatMap { CalendarDate($0) },
      mode: .news)
  }

  @Test("Every time has its value", .enabled(if: isThere, "the seed article is not here"))
  func times() throws {
    let times = try reading(published: "2024-10-03").times
    #expect(
      times.map { "\($0.text) \($0.value)" } == [
        "2 अक्टूबर 2024-10-02", "जुलाई 2024-07", "अक्टूबर 2024-10", "वर्तमान में PRESENT_REF",
        "हाल ही में PAST_REF",
      ])
  }

  @Test(
    "Without a publication day no year is made up",
    .enabled(if: isThere, "the seed article is not here"))
  func noYear() throws {
    let times = try reading(published: nil).times
    #expect(times.map(\.edtf) == ["XXXX-10-02", "XXXX-07", "XXXX-10", "", ""])
    #expect(times.allSatisfy { $0.days.earliest == nil })
  }

  @Test(
    "Three people, each one name with all mentions",
    .enabled(if: isThere, "the seed article is not here"))
  func people() throws {
    let people = try reading(published: "2024-10-03").mentions.filter { $0.kind == .person }
    let counts = Dictionary(grouping: people, by: \.name).mapValues(\.count)
    #expect(counts == ["व्लादिमीर पुतिन": 5, "शी जिनपिंग": 4, "मारिया ज़खारोवा": 3])
    #expect(people.filter(\.isDescription).map(\.text) == ["रूसी नेता"])
  }

  @Test(
    "Organizations and places, the outlet of a credit among them",
    .enabled(if: isThere, "the seed article is not here"))
  func bodies() throws {
    let mentions = try reading(published: "2024-10-03").mentions
    let names = { (kind: EntityKind) in Set(mentions.filter { $0.kind == kind }.map(\.name)) }
    #expect(
      names(.organization) == [
        "तास", "शिन्हुआ", "रॉयटर्स", "ब्रिक्स", "शंघाई सहयोग संगठन", "संयुक्त राष्ट्र",
      ])
    #expect(names(.place) == ["रूस", "चीन", "कज़ाकिस्तान", "कज़ान", "मॉस्को", "बीजिंग"])
  }

  @Test(
    "All nine: eight attributions, two of them chains, and a credit that is none",
    .enabled(if: isThere, "the seed article is not here"))
  func quotes() throws {
    let quotes = try reading(published: "2024-10-03").quotes
    let found = quotes.map { quote -> String in
      let chain = quote.via.map(\.name) + [quote.speaker?.name ?? "?"]
      return "\(quote.kind.rawValue) \(chain.joined(separator: " → ")): \(quote.cue?.text ?? "-")"
    }
    #expect(
      found == [
        "indirect रूस: पुष्टि की", "indirect तास → मारिया ज़खारोवा: कहा", "direct मारिया ज़खारोवा: कहा",
        "direct मारिया ज़खारोवा: के अनुसार", "indirect दोनों नेताओं: व्यक्त की",
        "direct शिन्हुआ → शी जिनपिंग: पुष्टि की", "direct व्लादिमीर पुतिन: ज़ोर दिया",
        "indirect व्लादिमीर पुतिन: आकलन किया",
      ])
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let sentences = text.split(separator: "\n").map(String.init)
    #expect(quotes.allSatisfy { quote in sentences.contains { $0.contains(quote.text) } })
    #expect(!quotes.contains { $0.text.contains("रॉयटर्स") })
  }

  @Test(
    "Seven events, each with class, mode, status, pair and date",
    .enabled(if: isThere, "the seed article is not here"))
  func events() throws {
    let events = try reading(published: "2024-10-03").events
    let lines = events.map { event in
      let date = event.basis == .published ? "published" : event.edtf
      let what = [event.kind, event.mode ?? "", event.status.rawValue, date]
      let who = event.participants.map(\.name).joined(separator: ", ")
      return what.filter { !$0.isEmpty }.joined(separator: " ") + ": " + who
    }
    let expected = [
      "consult talks planned: रूस, चीन",
      "hold summit happened 2024-07: शंघाई सहयोग संगठन",
      "consult meet happened 2024-07: व्लादिमीर पुतिन, शी जिनपिंग",
      "hold summit planned 2024-10: ब्रिक्स",
      "consult visit planned 2024-10: शी जिनपिंग",
      "sanction happened: रूस, चीन",
      "consult phone happened published: व्लादिमीर पुतिन, शी जिनपिंग",
    ]
    for line in expected { #expect(lines.contains(line)) }
    let places = events.compactMap(\.place)
    #expect(Set(places) == ["कज़ाकिस्तान", "कज़ान"])
  }
}
