import Testing

@testable import Terminal

@Suite("Columns and tables")
struct WidthTests {
  init() { Device.useUTF8() }

  @Test(
    "A text takes the columns that a terminal gives it",
    arguments: [
      ("राष्ट्रपति", 8), ("习近平", 6), ("Nguyễn", 6), ("Путин", 5), ("पुतिन", 4), ("e\u{301}", 1),
      ("👩‍👩‍👧", 2), ("🇮🇳", 2), ("", 0), ("a\u{200B}b", 2),
    ])
  func widths(_ text: String, _ columns: Int) { #expect(ColumnWidth.width(of: text) == columns) }

  @Test("What is cut fits and says so", arguments: ["राष्ट्रपति व्लादिमीर पुतिन", "习近平在莫斯科会见", "plain text"])
  func cutting(_ text: String) {
    for columns in 1...30 {
      let cut = ColumnWidth.cut(text, to: columns)
      #expect(ColumnWidth.width(of: cut) <= columns)
      #expect(cut == text || cut.hasSuffix("…"))
    }
  }

  @Test("Columns line up whatever the script")
  func alignment() {
    let renderer = TableRenderer(
      headers: ["name", "n", "note"], isNumeric: [false, true, false], width: 80, places: false)
    let lines = renderer.lines([
      ["व्लादिमीर पुतिन", "12", "|"], ["习近平", "3", "|"], ["Mark Rutte", "100", "|"], ["Tô Lâm", "7", "|"],
    ])
    let borders = lines.dropFirst(2).map { line in
      ColumnWidth.width(of: String(line.description.prefix { $0 != "|" }))
    }
    #expect(Set(borders).count == 1)
  }

  @Test("A table never exceeds the terminal", arguments: [40, 41, 60, 80, 120, 200, 300])
  func fitting(_ width: Int) {
    for columns in 1...10 {
      let long = String(repeating: "संयुक्त राष्ट्र ", count: 20)
      let renderer = TableRenderer(
        headers: (0..<columns).map { "column \($0)" }, isNumeric: (0..<columns).map { $0 == 1 },
        width: width, places: false)
      for line in renderer.lines([(0..<columns).map { $0 % 2 == 0 ? long : "習近平 12" }]) {
        #expect(line.width <= width)
      }
    }
  }
}
