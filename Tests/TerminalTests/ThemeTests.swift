import Foundation
import Testing

@testable import Terminal

@Suite("Themes")
struct ThemeTests {
  /// The text without what a theme adds.
  private func plain(_ lines: [TerminalText]) -> [String] {
    lines.map { line in
      var out = ""
      var rest = line.description[...]
      while let start = rest.range(of: "\u{1B}["),
        let end = rest[start.upperBound...].firstIndex(of: "m")
      {
        out += rest[..<start.lowerBound]
        rest = rest[rest.index(after: end)...]
      }
      return out + rest
    }
  }

  private func table(_ theme: Theme) -> [TerminalText] {
    TableRenderer(
      headers: ["id", "name", "n"], isNumeric: [false, false, true], width: 30, places: false,
      theme: theme, handles: [0]
    ).lines([["E1", "व्लादिमीर पुतिन", "12"], ["E2", "\u{1B}[31mred\u{202E}", "3"], ["", "", ""]])
  }

  private func chart(_ theme: Theme) -> [TerminalText] {
    let renderer = ChartRenderer(width: 40, theme: theme)
    return renderer.bars([("2024-10", 12), ("2024-11", 1)])
      + renderer.lanes([("TASS", [(0.1, 0.4, "●")])], first: "a", last: "b")
  }

  private func records(_ theme: Theme) -> [TerminalText] {
    RecordRenderer(heads: 2, width: 30, theme: theme).lines([
      ["2024", "planned", "x", "Putin said"]
    ])
  }

  @Test(
    "A theme adds looks and nothing else: without them every line is the same",
    arguments: Theme.allCases)
  func onlyLooks(_ theme: Theme) {
    for draw in [table, chart, records] {
      let (themed, bare) = (draw(theme), draw(.none))
      #expect(plain(themed) == bare.map(\.description))
      #expect(bare.allSatisfy { !$0.description.contains("\u{1B}") })
      let isStyled = themed.contains { $0.description.contains("\u{1B}") }
      #expect(isStyled == (theme != .none))
    }
  }

  @Test(
    "Looks end where they begin, and text of strangers brings none", arguments: Theme.allCases,
    Theme.Role.allCases)
  func ended(_ theme: Theme, _ role: Theme.Role) {
    let styled = TerminalText("a\u{1B}[5mb\u{9B}1m").styled(role, in: theme).description
    let sequences = styled.components(separatedBy: "\u{1B}").count - 1
    #expect(sequences == (theme == .none ? 0 : 2))
    #expect(theme == .none || styled.hasSuffix("\u{1B}[0m"))
    #expect(TerminalText("").styled(role, in: theme).description.isEmpty)
  }

  @Test(
    "NO_COLOR goes before the choice, the choice before COLORFGBG; without them there are no colours",
    arguments: [
      (nil, nil, nil, Theme.none), (Theme.dark, nil, nil, .dark), (.dark, "1", nil, .none),
      (.dark, "", nil, .dark), (nil, nil, "15;0", .dark), (nil, nil, "0;15", .light),
      (nil, nil, "0;default;7", .light), (nil, nil, "7;8", .dark), (Theme.none, nil, "15;0", .none),
      (nil, nil, "default;default", .none), (nil, nil, ";", .none), (.light, nil, "15;0", .light),
      (nil, "yes", "15;0", .none),
    ] as [(Theme?, String?, String?, Theme)])
  func choice(_ chosen: Theme?, _ noColor: String?, _ ground: String?, _ theme: Theme) {
    #expect(Theme.choice(chosen, noColor: noColor, foregroundAndBackground: ground) == theme)
  }
}
