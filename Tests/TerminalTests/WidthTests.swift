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

  @Test("Three columns of a very narrow terminal stay within 28 places")
  func narrow() {
    let renderer = TableRenderer(
      headers: ["a", "b", "c"], isNumeric: [false, false, false], width: 20, places: false)
    let long = String(repeating: "संयुक्त राष्ट्र ", count: 20)
    for line in renderer.lines([[long, "x", long]]) { #expect(line.width <= 28) }
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

  @Test("Paragraphs of rows fit the terminal and keep every word", arguments: [20, 40, 80])
  func paragraphs(_ width: Int) {
    let rows = [
      ["2024-10-02", "planned", "शी जिनपिंग अक्टूबर में कज़ान की यात्रा करेंगे।"],
      ["2024-10", "", "10月2日，中国国家主席习近平同普京互致贺电"],
    ]
    let lines = RecordRenderer(heads: 2, width: width).lines(rows)
    for line in lines { #expect(line.width <= width) }
    let letters = { (text: String) in text.filter { $0 != " " && $0 != "…" } }
    let shown = letters(lines.map(\.description).joined())
    #expect(shown.hasPrefix(letters(rows[0][0] + rows[0][1])))
    if width > 20 { #expect(shown == letters(rows.flatMap { $0 }.joined())) }
  }

  @Test("Cells stand behind the names of their columns, and what is empty is left out")
  func labels() {
    let renderer = RecordRenderer(
      heads: 2, labels: ["kind", "verdict", "d1", "गंगा समाचार", "note"], width: 40)
    let lines = renderer.lines([["date", "conflict", "October 22", "October 21", ""]])
    #expect(
      lines.map(\.description) == [
        "date  conflict", "    d1          October 22", "    गंगा समाचार  October 21",
      ])
    let wide = Array(repeating: "timeline", count: 9).joined(separator: " ")
    for width in [20, 30, 80] {
      let lines = RecordRenderer(
        heads: 1, labels: ["", "a very long name of a column", ""], width: width
      ).lines([["x", wide, "y"]])
      #expect(lines.allSatisfy { $0.width <= width })
    }
  }

  @Test("A paragraph breaks at a space, and ends in … after three lines")
  func breaks() {
    let words = Array(repeating: "timeline", count: 20).joined(separator: " ")
    let lines = RecordRenderer(heads: 1, width: 30).lines([["a", words]])
    #expect(lines[1].description == "    timeline timeline")
    #expect(lines.count == 4)
    #expect(lines.last?.description.hasSuffix("…") == true)
  }

  @Test("No line of a paragraph begins with a closing mark")
  func closing() {
    let lines = RecordRenderer(heads: 1, width: 24).lines([["a", "国家主席习近平同俄罗。总统普京"]])
    #expect(lines.allSatisfy { !$0.description.hasPrefix("    。") })
    #expect(lines.count == 3)
  }
}
