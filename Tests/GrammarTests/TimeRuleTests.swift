import Grammar
import Registry
import Testing

/// The examples that stand with the rules of every pack.
@Suite("Rules of time")
struct TimeRuleTests {
  struct Case: Sendable, CustomStringConvertible {
    let pack: String
    let rule: String
    let example: TimeExample
    var description: String { "\(pack)/times.rules:\(example.line) \(rule): \(example.text)" }
  }

  static let grammars: [(String, TimeGrammar)] = Registry.packs.compactMap { pack in
    (try? TimeGrammar(pack)).map { (pack.name, $0) }
  }

  static let cases: [Case] = grammars.flatMap { name, grammar in
    grammar.rules.flatMap { rule in
      rule.examples.map { Case(pack: name, rule: rule.name, example: $0) }
    }
  }

  @Test("Every pack's grammar compiles", arguments: Registry.packs.map(\.name))
  func compiles(_ name: String) throws {
    let pack = try #require(Registry.packs.first { $0.name == name })
    #expect(try !TimeGrammar(pack).rules.isEmpty)
  }

  @Test("Every rule has an example", arguments: grammars.map(\.0))
  func hasExample(_ name: String) throws {
    let grammar = try #require(Self.grammars.first { $0.0 == name }?.1)
    #expect(grammar.rules.filter { $0.examples.isEmpty }.map(\.name) == [])
  }

  @Test("Every rule reads its own examples", arguments: cases)
  func example(_ test: Case) throws {
    let grammar = try #require(Self.grammars.first { $0.0 == test.pack }?.1)
    #expect(grammar.values(in: test.example) == test.example.values)
  }
}
