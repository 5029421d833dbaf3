/// Draws bars and lanes into the width of a terminal.
public struct ChartRenderer {
  private let width: Int

  public init(width: Int) { self.width = max(20, width) }

  /// `2024-10 ████████ 12`: bars as long as their counts, the longest as wide as there is room.
  public func bars(_ bars: [(label: String, count: Int)]) -> [String] {
    let labels = min(width / 3, bars.map { ColumnWidth.width(of: $0.label) }.max() ?? 0)
    let digits = bars.map { String($0.count).utf8.count }.max() ?? 1
    let most = max(1, bars.map(\.count).max() ?? 1)
    let room = max(1, width - labels - digits - 3)
    return bars.map { bar in
      let eighths = max(1, bar.count * room * 8 / most)
      let full = String(repeating: "█", count: eighths / 8)
      let rest = eighths % 8 == 0 ? "" : Self.parts[eighths % 8 - 1]
      let label = ColumnWidth.pad(ColumnWidth.cut(bar.label, to: labels), to: labels)
      return "\(label) \(full)\(rest) \(bar.count)"
    }
  }

  private static let parts = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A line for each lane, marks at their places, stretches as `─`; the ends are labelled below.
  public func lanes(
    _ lanes: [(name: String, marks: [(from: Double, to: Double, sign: String)])], first: String,
    last: String
  ) -> [String] {
    let names = min(width / 3, lanes.map { ColumnWidth.width(of: $0.name) }.max() ?? 0)
    let room = max(4, width - names - 1)
    let drawn = lanes.map { lane in
      let name = ColumnWidth.pad(ColumnWidth.cut(lane.name, to: names), to: names)
      return name + " " + line(lane.marks, room)
    }
    let ends = max(1, room - ColumnWidth.width(of: first) - ColumnWidth.width(of: last))
    let axis =
      String(repeating: " ", count: names + 1) + first + String(repeating: " ", count: ends) + last
    return drawn + [ColumnWidth.cut(axis, to: width)]
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
