/// Draws bars and lanes into the width of a terminal.
public struct ChartRenderer {
  private let width: Int
  private let theme: Theme

  public init(width: Int, theme: Theme = .none) {
    self.width = max(20, width)
    self.theme = theme
  }

  /// `2024-10 ████████ 12`: bars as long as their counts, the longest as wide as there is room.
  public func bars(_ bars: [(label: String, count: Int)]) -> [TerminalText] {
    let bars = bars.map { (label: TerminalText($0.label), count: $0.count) }
    let labels = min(width / 3, bars.map(\.label.width).max() ?? 0)
    let digits = bars.map { String($0.count).utf8.count }.max() ?? 1
    let most = max(1, bars.map(\.count).max() ?? 1)
    let room = max(1, width - labels - digits - 3)
    return bars.map { bar in
      let eighths = max(1, bar.count * room * 8 / most)
      let full = String(repeating: "█", count: eighths / 8)
      let rest = eighths % 8 == 0 ? "" : Self.parts[eighths % 8 - 1]
      let label = bar.label.cut(to: labels).padded(to: labels)
      return label + TerminalText(" ") + TerminalText(full + rest).styled(.bar, in: theme)
        + TerminalText(" \(bar.count)")
    }
  }

  private static let parts = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A line for each lane, marks at their places, stretches as `─`; the ends are labelled below.
  public func lanes(
    _ lanes: [(name: String, marks: [(from: Double, to: Double, sign: String)])], first: String,
    last: String
  ) -> [TerminalText] {
    let labels = lanes.map { TerminalText($0.name) }
    let names = min(width / 3, labels.map(\.width).max() ?? 0)
    let room = max(4, width - names - 1)
    let drawn = zip(labels, lanes).map { label, lane in
      label.cut(to: names).padded(to: names) + TerminalText(" " + line(lane.marks, room))
    }
    let (first, last) = (TerminalText(first), TerminalText(last))
    let ends = max(1, room - first.width - last.width)
    let axis =
      TerminalText("").padded(to: names + 1) + first + TerminalText("").padded(to: ends) + last
    return drawn + [axis.cut(to: width)]
  }

  private func line(_ marks: [(from: Double, to: Double, sign: String)], _ room: Int) -> String {
    var cells = [String](repeating: "·", count: room)
    let place = { (value: Double) in min(room - 1, max(0, Int(value * Double(room)))) }
    for mark in marks where mark.from < mark.to {
      for column in place(mark.from)...max(place(mark.from), place(mark.to)) {
        cells[column] = "─"
      }
    }
    for mark in marks { cells[place(mark.from)] = mark.sign }
    return cells.joined()
  }
}
