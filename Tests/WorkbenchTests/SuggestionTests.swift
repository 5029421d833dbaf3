import AnnalsTesting
import Testing

@testable import Workbench

@Suite("What can be typed next")
struct SuggestionTests {
  private func texts(_ line: String) throws -> [String] {
    Suggestions(try SampleSession.make()).suggestions(for: line).all.map(\.text)
  }

  @Test(
    "Each place of a line gets what belongs there",
    arguments: [
      ("comp", ["compare"]), ("timeline --pl", ["--planned"]), ("help un", ["undo"]),
      ("entities --kind p", ["person", "place"]), ("docs --lang h", ["hi"]),
      ("docs --source gan", []), ("docs --source north", ["\"Northgate Herald\""]),
      ("show d", ["d1", "d2"]), ("load art", ["articles/"]), ("load articles/e", ["articles/en/"]),
      ("expect timel", ["timeline"]), ("expect entities --kind pl", ["place"]),
      ("export x.csv quo", ["quotes"]), ("docs | unkn", []), ("docs | tim", ["timeline", "times"]),
      ("why E2", ["E2"]), ("docs --format js", ["json", "jsonl"]), ("show d1 ", []),
      ("set theme d", ["dark"]),
      ("let ru = docs --lang h", ["hi"]), ("let ru = tim", ["timeline", "times"]),
      ("docs | sort pub", ["published"]), ("entities | head 3 | freq k", ["kind"]),
      ("let x = quotes | where con", ["content"]),
    ])
  func places(_ line: String, _ expected: [String]) throws {
    #expect(try texts(line) == expected)
  }

  @Test(
    "A name is found by any of its words, in its own script or by its sound",
    arguments: [
      ("quotes --by puti", "\"व्लादिमीर पुतिन\""), ("quotes --by पुति", "\"व्लादिमीर पुतिन\""),
      ("quotes --by vla", "\"व्लादिमीर पुतिन\""), ("merge xi", "\"शी जिनपिंग\""),
      ("merge jin", "\"Xi Jinping\""), ("merge शी", "\"शी जिनपिंग\""),
      ("merge \"Xi J", "\"Xi Jinping\""), ("timeline --about Пес", "\"Dmitry Peskov\""),
    ])
  func names(_ line: String, _ expected: String) throws {
    #expect(try texts(line).contains(expected))
  }

  @Test("A name says which entity it stands for")
  func summaries() throws {
    let all = Suggestions(try SampleSession.make()).suggestions(for: "merge शी").all
    #expect(all.map(\.text) == ["\"Xi Jinping\"", "\"शी जिनपिंग\""])
    #expect(all.map(\.summary) == ["E2 person", "E2 Xi Jinping"])
  }

  @Test("Names follow the session when it changes")
  func refreshed() throws {
    let session = try SampleSession.make()
    let suggestions = Suggestions(session)
    #expect(suggestions.suggestions(for: "merge pesk").all.map(\.text) == ["\"Dmitry Peskov\""])
    try session.run("rename Peskov Spokesman")
    #expect(suggestions.suggestions(for: "merge spok").all.map(\.text) == ["Spokesman"])
  }

  @Test("The word that is being typed keeps its quotation mark")
  func word() throws {
    let session = try SampleSession.make()
    #expect(Suggestions(session).suggestions(for: "merge \"Xi J").word == "\"Xi J")
  }

  @Test(
    "A command goes on in an open quotation or behind a last backslash",
    arguments: [
      ("search \"a b", true), ("search 'a", true), ("docs \\", true), ("search \"a\"", false),
      ("docs # it's", false), ("search \"\\\"", true), ("", false),
    ])
  func open(_ line: String, _ expected: Bool) { #expect(Words.isOpen(line) == expected) }
}
