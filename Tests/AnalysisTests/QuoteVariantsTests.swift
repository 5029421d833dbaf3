import Analysis
import Testing

@Suite("One statement in several reports")
struct QuoteVariantsTests {
  private func relation(_ a: String, _ b: String, speaker: String = "X") -> String? {
    let quotes = [
      ComparedQuote(id: 1, speaker: "X", language: "en", text: a),
      ComparedQuote(id: 2, speaker: speaker, language: "en", text: b),
    ]
    return QuoteVariants(quotes).variants.first?.relation.rawValue
  }

  private static let whole = "we will go on with the talks in spite of all the pressure"

  @Test(
    "The relation of a later wording to an earlier one",
    arguments: [
      ("We will go on with the talks, in spite of all the pressure.", "verbatim"),
      ("go on with the talks", "shortened"),
      ("we will not go on with the talks in spite of all the pressure", "altered"),
      ("the talks will go on, whatever the pressure is", "paraphrased"),
    ])
  func relations(_ text: String, _ expected: String) {
    #expect(relation(Self.whole, text) == expected)
  }

  @Test("Other words, or another speaker, are another statement")
  func apart() {
    #expect(relation(Self.whole, "prices have risen again since the summer") == nil)
    #expect(relation(Self.whole, Self.whole, speaker: "Y") == nil)
  }

  @Test(
    "In another language the same names and dates make it the same statement",
    arguments: [
      ("ru", ["Kazan", "Xi Jinping", "2024-10"], "translated"),
      ("ru", ["Kazan", "2024-10"], "translated"),
      ("ru", ["Kazan", "Xi Jinping"], nil),
      ("ru", ["Kazan", "Narendra Modi"], nil),
      ("ru", ["Kazan"], nil),
      ("en", ["Kazan", "Xi Jinping", "2024-10"], nil),
    ])
  func translated(_ language: String, _ traces: [String], _ expected: String?) {
    let quotes = [
      ComparedQuote(
        id: 1, speaker: "X", language: "en", text: "we prepare for the visit of Xi to Kazan",
        traces: ["Kazan", "Xi Jinping", "2024-10"]),
      ComparedQuote(
        id: 2, speaker: "X", language: language, text: "мы готовимся к визиту",
        traces: Set(traces)),
    ]
    #expect(QuoteVariants(quotes).variants.first?.relation.rawValue == expected)
  }
}
