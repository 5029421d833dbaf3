import Terminal
import Testing

@Suite("Charts")
struct ChartTests {
  @Test("Bars and lanes fit the width", arguments: [20, 40, 80, 200])
  func width(_ width: Int) {
    let renderer = ChartRenderer(width: width)
    let bars = renderer.bars([("2024-07", 11), ("अक्टूबर 2024 में", 35), ("2024-11", 0)])
    let lanes = renderer.lanes(
      [("东方观察报", [(0, 0, "●"), (0.4, 0.9, "○")]), ("Northgate Herald", [(1, 1, "×")])],
      first: "2024-07-03", last: "2024-10-31")
    for line in bars + lanes { #expect(line.width <= width) }
  }

  @Test("A bar is as long as its count")
  func lengths() {
    let bars = ChartRenderer(width: 40).bars([("a", 10), ("b", 5)])
    let blocks = bars.map { line in line.description.filter { $0 == "█" }.count }
    #expect(blocks[0] == blocks[1] * 2)
  }

  @Test("A stretch is drawn from its first day to its last")
  func stretches() {
    let lanes = ChartRenderer(width: 20).lanes(
      [("x", [(0.0, 0.5, "○")])], first: "a", last: "b")
    #expect(lanes[0].description.contains("○────"))
  }
}
