/// Lays rows out in columns that line up, whatever scripts the cells are in.
public struct TableRenderer: Sendable {
  /// Narrowest that a column is cut to while there is room, in columns of the terminal.
  private static let narrowest = 8

  private let headers: [TerminalText]
  private let isNumeric: [Bool]
  /// Columns of the terminal.
  private let width: Int
  /// Whether cells are placed with `CSI n G`, which holds even where widths are misjudged.
  private let places: Bool
  private let theme: Theme
  /// Columns that hold handles.
  private let handles: Set<Int>

  public init(
    headers: [String], isNumeric: [Bool], width: Int, places: Bool, theme: Theme = .none,
    handles: Set<Int> = []
  ) {
    self.headers = headers.map { TerminalText($0) }
    self.isNumeric = isNumeric
    self.width = width
    self.places = places
    self.theme = theme
    self.handles = handles
  }

  /// A header, a rule and one line a row; cells that do not fit end in `…`.
  public func lines(_ rows: [[String]]) -> [TerminalText] {
    guard !headers.isEmpty else { return [] }
    let cells = rows.map { row in row.map { TerminalText($0) } }
    let widths = fitted(natural(cells))
    let rule = widths.map { TerminalText(String(repeating: "─", count: $0)) }
    return [line(headers, widths) { _ in .header }, line(rule, widths) { _ in nil }]
      + cells.map { line($0, widths) { handles.contains($0) ? .handle : nil } }
  }

  /// Whether every cell has the room that it needs.
  public func fits(_ rows: [[String]]) -> Bool {
    let cells = rows.map { row in row.map { TerminalText($0) } }
    return natural(cells).reduce(2 * (headers.count - 1), +) <= width
  }

  /// Whether no cell has to be cut to less than one can read.
  public func isReadable(_ rows: [[String]]) -> Bool {
    let natural = natural(rows.map { row in row.map { TerminalText($0) } })
    let least = natural.map { min($0, Self.narrowest) }.reduce(2 * (headers.count - 1), +)
    return least <= width
  }

  private func natural(_ rows: [[TerminalText]]) -> [Int] {
    headers.indices.map { column in
      let longest = rows.lazy.map { column < $0.count ? $0[column].width : 0 }.max()
      return max(headers[column].width, longest ?? 0)
    }
  }

  /// Takes from the widest column until all fit.
  private func fitted(_ natural: [Int]) -> [Int] {
    var widths = natural
    let room = width - 2 * (widths.count - 1)
    let narrowest = max(1, min(Self.narrowest, room / widths.count))
    var excess = widths.reduce(0, +) - room
    // A handle that is cut can not be typed.
    let cuttable = widths.indices.filter { !handles.contains($0) || widths[$0] > Self.narrowest }
    while excess > 0, let widest = cuttable.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > narrowest
    {
      let second = cuttable.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let step = max(1, min(excess, widths[widest] - max(second, narrowest)))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  private func line(_ cells: [TerminalText], _ widths: [Int], role: (Int) -> Theme.Role?)
    -> TerminalText
  {
    var out = TerminalText("")
    var start = 0
    for (column, width) in widths.enumerated() {
      if column > 0 { out = out + (places ? .place(at: start) : TerminalText("  ")) }
      let cell = column < cells.count ? cells[column].cut(to: width) : TerminalText("")
      let isLast = column == widths.count - 1
      let needsPadding = !isLast || isNumeric[column]
      let text = needsPadding ? cell.padded(to: width, right: isNumeric[column]) : cell
      out = out + (role(column).map { text.styled($0, in: theme) } ?? text)
      start += width + 2
    }
    return out
  }
}
