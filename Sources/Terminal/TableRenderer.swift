/// Lays rows out in columns that line up, whatever scripts the cells are in.
public struct TableRenderer: Sendable {
  /// Narrowest that a column is cut to, in columns of the terminal.
  private static let narrowest = 8

  private let headers: [String]
  private let isNumeric: [Bool]
  /// Columns of the terminal.
  private let width: Int
  /// Whether cells are placed with `CSI n G`, which holds even where widths are misjudged.
  private let places: Bool

  public init(headers: [String], isNumeric: [Bool], width: Int, places: Bool) {
    self.headers = headers.map { TerminalText($0).description }
    self.isNumeric = isNumeric
    self.width = width
    self.places = places
  }

  /// A header, a rule and one line a row; cells that do not fit end in `…`.
  public func lines(_ rows: [[String]]) -> [String] {
    guard !headers.isEmpty else { return [] }
    let cells = rows.map { row in row.map { TerminalText($0).description } }
    let widths = fitted(natural(cells))
    let rule = widths.map { String(repeating: "─", count: $0) }
    return [line(headers, widths), line(rule, widths)] + cells.map { line($0, widths) }
  }

  private func natural(_ rows: [[String]]) -> [Int] {
    headers.indices.map { column in
      let longest = rows.lazy.map { column < $0.count ? ColumnWidth.width(of: $0[column]) : 0 }
        .max()
      return max(ColumnWidth.width(of: headers[column]), longest ?? 0)
    }
  }

  /// Takes from the widest column until all fit.
  private func fitted(_ natural: [Int]) -> [Int] {
    var widths = natural
    let room = width - 2 * (widths.count - 1)
    var excess = widths.reduce(0, +) - room
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.narrowest
    {
      let second = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let step = max(1, min(excess, widths[widest] - max(second, Self.narrowest)))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var out = ""
    var start = 0
    for (column, width) in widths.enumerated() {
      if column > 0 { out += places ? "\u{1B}[\(start + 1)G" : "  " }
      let cell = ColumnWidth.cut(column < cells.count ? cells[column] : "", to: width)
      let isLast = column == widths.count - 1
      let needsPadding = !isLast || isNumeric[column]
      out += needsPadding ? ColumnWidth.pad(cell, to: width, right: isNumeric[column]) : cell
      start += width + 2
    }
    return out
  }
}
