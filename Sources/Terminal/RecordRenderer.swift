/// Lays rows out as paragraphs: what names a row on its first line, then the other cells, and the
/// last one on lines of its own; or each on a line that begins with its column's name.
public struct RecordRenderer: Sendable {
  /// Columns of the terminal before what stands below.
  private static let indent = 4
  /// Lines of one cell; what is longer ends in `…`.
  private static let most = 3

  /// No line begins with one of these.
  private static let closing: Set<Character> = [
    "。", "，", "、", "；", "：", "？", "！", "」", "』", "）", "”", "।",
  ]

  /// How many cells stand on the first line.
  private let heads: Int
  private let labels: [String]
  private let width: Int
  private let theme: Theme

  /// - Parameter labels: names of the columns; if there are none, cells have no names.
  public init(heads: Int, labels: [String] = [], width: Int, theme: Theme = .none) {
    self.theme = theme
    self.heads = heads
    self.labels = labels.map { TerminalText($0).description }
    self.width = max(20, width)
  }

  public func lines(_ rows: [[String]]) -> [TerminalText] {
    rows.flatMap { row -> [TerminalText] in
      let cells = row.map { TerminalText($0).description }
      let head = cells.prefix(heads).filter { !$0.isEmpty }.joined(separator: "  ")
      guard labels.isEmpty else { return headed(head, labelled(cells)) }
      let middle = cells.dropFirst(heads).dropLast().filter { !$0.isEmpty }.joined(separator: "  ")
      let last = cells.count > heads ? cells.last ?? "" : ""
      let below = [middle, last].filter { !$0.isEmpty }.flatMap(indented)
      return headed(head, below)
    }
  }

  private func headed(_ head: String, _ below: [String]) -> [TerminalText] {
    wrapped(head, to: width).map { TerminalText($0).styled(.header, in: theme) }
      + below.map { TerminalText($0) }
  }

  /// Each cell behind the name of its column, names as wide as the widest but for very long ones.
  private func labelled(_ cells: [String]) -> [String] {
    let named = zip(labels, cells).dropFirst(heads).filter { !$0.1.isEmpty }
    let widest = named.map { ColumnWidth.width(of: $0.0) }.max() ?? 0
    let room = min(widest, width / 3)
    return named.flatMap { label, cell -> [String] in
      let name = ColumnWidth.cut(label, to: room)
      let gap = String(repeating: " ", count: room - ColumnWidth.width(of: name) + 2)
      let indent = String(repeating: " ", count: Self.indent)
      let margin = String(repeating: " ", count: Self.indent + room + 2)
      let lines = wrapped(cell, to: width - margin.count)
      return lines.enumerated().map {
        $0.offset == 0 ? indent + name + gap + $0.element : margin + $0.element
      }
    }
  }

  private func indented(_ cell: String) -> [String] {
    wrapped(cell, to: width - Self.indent).map { String(repeating: " ", count: Self.indent) + $0 }
  }

  /// Broken at spaces where there are any, else between characters.
  private func wrapped(_ text: String, to room: Int) -> [String] {
    var lines: [String] = []
    var rest = text[...]
    while ColumnWidth.width(of: String(rest)) > room {
      guard lines.count + 1 < Self.most else {
        return lines + [ColumnWidth.cut(String(rest), to: room)]
      }
      let line = Self.fitting(rest, room)
      lines.append(String(line).trimmingSpaces)
      rest = rest[line.endIndex...].drop { $0 == " " }
    }
    return rest.isEmpty ? lines : lines + [String(rest)]
  }

  /// The beginning that fits: to the last space in its second half, else to the last character.
  private static func fitting(_ text: Substring, _ room: Int) -> Substring {
    var end = text.startIndex
    var space: (index: Substring.Index, used: Int)?
    var used = 0
    while end < text.endIndex {
      let next = ColumnWidth.width(of: String(text[end]))
      if used + next > room { break }
      if text[end] == " " { space = (end, used) }
      used += next
      end = text.index(after: end)
    }
    if let space, space.used * 2 > room { return text[..<space.index] }
    if end < text.endIndex, Self.closing.contains(text[end]), end > text.startIndex {
      end = text.index(before: end)
    }
    return end == text.startIndex ? text.prefix(1) : text[..<end]
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
