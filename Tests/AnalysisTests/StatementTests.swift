import Facts
import Testing
import Text

@testable import Analysis

@Suite("Numbers and dates of two texts")
struct StatementTests {
  struct Case: Sendable, CustomStringConvertible {
    let a: Quantity
    let b: Quantity
    let verdict: Verdict?
    var description: String { "\(a.bound) \(a.value) \(b.bound) \(b.value)" }

    init(_ a: Quantity, _ b: Quantity, _ verdict: Verdict?) {
      self.a = a
      self.b = b
      self.verdict = verdict
    }
  }

  private static func number(
    _ value: Double, _ step: Double = 1, _ bound: Quantity.Bound = .exact,
    _ unit: Quantity.Unit? = nil
  ) -> Quantity {
    Quantity(span: Span(0, 1), text: "", value: value, step: step, bound: bound, unit: unit)
  }

  private static let euro = Quantity.Unit(dimension: "money", code: "EUR")
  private static let dollar = Quantity.Unit(dimension: "money", code: "USD")
  private static let kilometre = Quantity.Unit(dimension: "length", factor: 1000)
  private static let mile = Quantity.Unit(dimension: "length", factor: 1609.344)

  static let cases = [
    Case(number(36), number(36), .same), Case(number(40, 10), number(50, 10), .conflict),
    Case(number(5.9, 0.1), number(6.1, 0.1), .conflict),
    Case(number(30, 10, .atLeast), number(36), .rounding),
    Case(number(36), number(30, 10, .atLeast), .rounding),
    Case(number(30, 10, .atMost), number(36), .conflict),
    Case(number(21_000, 1000), number(21_134), .rounding),
    Case(number(100, 100, .about), number(95), .rounding),
    Case(number(2, 1, .exact, euro), number(2.6, 0.1, .exact, dollar), .unit),
    Case(number(12, 1, .exact, mile), number(19.3, 0.1, .exact, kilometre), .unit),
    Case(number(12, 1, .exact, mile), number(1.2, 0.1, .exact, mile), .conflict),
    Case(number(12, 1, .exact, mile), number(12, 1, .exact, euro), nil),
  ]

  @Test("What two numbers for one thing are to each other", arguments: cases)
  func numbers(_ test: Case) { #expect(test.a.relation(to: test.b) == test.verdict) }

  private func stated(_ text: String, numbers: [(String, Double)] = [], language: String = "en")
    -> StatedText
  {
    let bytes = Array(text.utf8)
    let quantities = numbers.compactMap { word, value -> Quantity? in
      let wanted = Array(word.utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: wanted) }
      return start.map {
        Quantity(span: Span($0, $0 + wanted.count), text: word, value: value, step: 1)
      }
    }
    return StatedText(
      text, language: language, published: nil, sentences: [Span(0, bytes.count)], times: [],
      quantities: quantities, names: [], negators: [Folding.key("not")],
      functionWords: [Folding.key("the")])
  }

  private func changes(_ a: StatedText, _ b: StatedText) -> [String] {
    PairComparison(a, b).findings.map { "\($0.kind) \($0.verdict.rawValue)" }
  }

  @Test("A copy that changes a number, a name or a negation is found out; its style is its own")
  func rewording() {
    let text = "The police said that 40 people were killed near the camp, Ann Lee told reporters"
    let base = stated(text, numbers: [("40", 40)])
    let number = stated(text.replacing("40", with: "50"), numbers: [("50", 50)])
    #expect(changes(base, number) == ["number conflict"])
    let name = stated(text.replacing("Ann Lee", with: "Bob Ray"), numbers: [("40", 40)])
    #expect(changes(base, name) == ["number same", "participant conflict"])
    let negation = stated(text.replacing("were", with: "were not"), numbers: [("40", 40)])
    #expect(changes(base, negation) == ["number same", "event conflict"])
    let style = stated(text.replacing(",", with: " –"), numbers: [("40", 40)])
    #expect(changes(base, style) == ["number same"])
  }

  @Test(
    "A translation's numbers are matched by value, and what is left at one place is held against each other"
  )
  func drift() {
    let a = stated("In all 36 came, and 1200 left", numbers: [("36", 36), ("1200", 1200)])
    let b = stated(
      "कुल 36 आए, और 1300 गए", numbers: [("36", 36), ("1300", 1300)], language: "hi")
    let drift = PairComparison(a, b, areTranslations: true).findings
    #expect(
      drift.map { "\($0.kind) \($0.verdict.rawValue)" } == ["number same", "number conflict"])
    #expect(changes(a, b) == ["number same"], "half of the numbers make no translation")
  }

  private func side(_ name: String, quotes: [String]) -> Side {
    let statements = quotes.map {
      SideDocument.Statement(fact: $0, sentence: $0, span: Span(0, $0.utf8.count))
    }
    let document = SideDocument(
      name: name, published: nil, events: [], dates: [], participants: [], places: [],
      quotes: statements)
    return Side(name: name, documents: [document])
  }

  @Test(
    "A quote that a desk shortened is the same quote; other marks are no other words",
    arguments: [
      (
        "A: \"The U.S. side will not come to the talks\"",
        "A: “The US side will not come to the talks”", ["same"]
      ),
      (
        "A: the talks in Kazan were long and hard but useful",
        "A: the talks were long and hard but useful", ["finer"]
      ),
      (
        "A: the talks in Kazan were long and useful", "A: nobody wants war in the region now",
        ["only", "only"]
      ),
    ])
  func quotes(_ first: String, _ second: String, _ verdicts: [String]) {
    let rows = Comparison([side("a", quotes: [first]), side("b", quotes: [second])]).rows
    #expect(rows.map(\.verdict.rawValue) == verdicts)
    #expect(verdicts.count > 1 || rows[0].cells.map(\.side) == ["a", "b"])
  }

  @Test("Amounts in two currencies may be one where some year's rate allows it")
  func exchange() {
    #expect(Exchange.allows(2, "EUR", 2.6, "USD"))
    #expect(!Exchange.allows(35_000, "GBP", 2_000_000, "EUR"))
    #expect(Exchange.allows(100, "USD", 8000, "INR") && !Exchange.allows(100, "USD", 800, "INR"))
  }

  @Test("Of several texts each finds its translation by names, numbers and layout")
  func translations() {
    let texts = [
      ("en", "Putin met 36 leaders in Kazan.\nThe talks lasted 4 hours."),
      ("en", "Prices rose by 12 percent in 2023.\nBanks did not comment?"),
      ("ru", "Цены выросли на 12 процентов в 2023.\nБанки не ответили?"),
      ("ru", "Путин встретил 36 лидеров в Казани.\nБеседа длилась 4 часа."),
    ]
    let traces = texts.map { TranslationTraces($0.1, language: $0.0, dates: [], names: []) }
    let pairs = Translations(traces, least: 0.1).pairs.map { [$0.a, $0.b] }
    #expect(Set(pairs) == [[0, 3], [1, 2]])
  }
}
