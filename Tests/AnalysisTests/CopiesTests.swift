import Analysis
import Testing
import Text

@Suite("Copies")
struct CopiesTests {
  private static let report =
    "the two presidents met in the old town hall on tuesday and spoke for three hours about "
    + "trade and the border before they gave a dinner for their guests from many countries"

  private func pairs(_ texts: [String], least: Double = 0.4) -> [[Int]] {
    var copies = Copies()
    for text in texts { copies.add(WordSequence(text).shingles) }
    return copies.pairs(least: least).map { [$0.a, $0.b] }
  }

  @Test("A report that was cut short is a copy, however little of the long one it is")
  func truncated() {
    let cut = String(Self.report.prefix(90))
    #expect(
      pairs(["nothing of the kind was ever said by any of them here", Self.report, cut]) == [
        [1, 2]
      ])
  }

  @Test("Case and punctuation do not hide a copy, and other words are none")
  func variants() {
    let shouted = Self.report.uppercased().split(separator: " ").joined(separator: ", ")
    #expect(pairs([Self.report, shouted]) == [[0, 1]])
    let turned = Self.report.split(separator: " ").reversed().joined(separator: " ")
    #expect(pairs([Self.report, turned]).isEmpty)
  }

  @Test("Texts of few words and empty ones are copies of nothing")
  func short() { #expect(pairs(["", "one two", "one two", ""]).isEmpty) }

  @Test("An agency's report that hundreds print is linked to its first prints")
  func many() {
    let found = pairs(Array(repeating: Self.report, count: 200))
    #expect(found.allSatisfy { $0[0] < Copies.firstPrints })
    #expect(Set(found.map { $0[1] }) == Set(1..<200))
  }

  @Test("Copies of copies are one group, the largest group comes first")
  func groups() {
    var groups = CopyGroups(count: 8)
    for (a, b) in [(5, 6), (1, 4), (2, 4), (0, 2)] { groups.join(a, b) }
    #expect(groups.groups() == [[0, 1, 2, 4], [5, 6]])
  }

  @Test("The passage that two texts share has its place in both")
  func passages() throws {
    let a = WordSequence("Moscow, 2 October. " + Self.report)
    let changed = Self.report.replacing("tuesday", with: "wednesday")
    let b = WordSequence("According to the agency, " + changed + ". Nobody else was there.")
    let passage = try #require(WordAlignment(a.keys, b.keys).passages().first)
    #expect(a.spans[passage.a.lowerBound].start == 19)
    #expect(b.spans[passage.b.lowerBound].start == 25)
    #expect(passage.a.count == passage.b.count)
    #expect(passage.a.count == Self.report.split(separator: " ").count)
  }

  @Test("Aligning hostile texts takes no more than linear time", .timeLimit(.minutes(1)))
  func hostile() {
    let a = WordSequence(String(repeating: "a b ", count: 100_000))
    let b = WordSequence(String(repeating: "b a ", count: 100_000))
    #expect(WordAlignment(a.keys, b.keys).passages().isEmpty)
  }
}
