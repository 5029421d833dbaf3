import Analysis
import Testing

@Suite("What one side has more often")
struct LeaningTests {
  private func rows(_ counts: [(String, Int, Int)], sizes: [Int], top: Int = 10) -> [String] {
    let counts = counts.map {
      Leaning.Count(kind: "name", fact: $0.0, documents: [$0.1, $0.2])
    }
    return Leaning(counts, sizes: sizes, top: top).rows.map {
      "\($0.isOnly ? "only" : "more") \($0.side) \($0.count.fact)"
    }
  }

  @Test("What one side lacks comes first, then what the other has more often than chance gives")
  func order() {
    let found = rows(
      [("Oslo", 0, 5), ("Lima", 6, 0), ("Rome", 40, 10), ("Bern", 10, 40), ("Riga", 20, 21)],
      sizes: [50, 50])
    #expect(found == ["only 0 Lima", "only 1 Oslo", "more 0 Rome", "more 1 Bern"])
  }

  @Test("One document makes no difference")
  func single() { #expect(rows([("Oslo", 0, 1), ("Lima", 1, 0)], sizes: [3, 3]).isEmpty) }

  @Test("Sides of different size are compared by their shares")
  func shares() { #expect(rows([("Oslo", 10, 50)], sizes: [20, 1000]) == ["more 0 Oslo"]) }

  @Test("Each side and sort has so many rows as are asked for")
  func top() {
    let counts = (1...9).map { ("n\($0)", 0, $0 + 1) }
    #expect(rows(counts, sizes: [20, 20], top: 2) == ["only 1 n9", "only 1 n8"])
  }
}
