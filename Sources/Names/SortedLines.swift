import FoundationEssentials

/// Lines of a name, a tab and what is known of it, sorted by the bytes of the names.
///
/// The file stays as it is on disk; a look-up halves it, so that nothing is read before. Lines that
/// begin with `#` stand in front and say where it comes from.
struct SortedLines: Sendable {
  private let bytes: Data

  init(_ bytes: Data) { self.bytes = bytes }

  /// What stands behind the tab in the line of a name; nil if there is none.
  subscript(_ name: String) -> String? {
    let wanted = Array(name.utf8)
    guard !wanted.isEmpty, let range = Self.range(of: wanted, in: bytes.span) else { return nil }
    let start = bytes.startIndex
    return String(
      decoding: bytes[(start + range.lowerBound)..<(start + range.upperBound)], as: UTF8.self)
  }

  /// Where in the file stands what is known of a name.
  private static func range(of wanted: [UInt8], in lines: Span<UInt8>) -> Range<Int>? {
    var low = 0
    var high = lines.count
    while low < high {
      var start = (low + high) / 2
      while start > low, lines[start - 1] != newline { start -= 1 }
      var end = start
      while end < lines.count, lines[end] != newline { end += 1 }
      switch order(of: lines.extracting(start..<end), wanted) {
      case 0: return (start + wanted.count + 1)..<end
      case 1: high = start
      default: low = end + 1
      }
    }
    return nil
  }

  /// Whether the name in front of a line's tab comes before the wanted one (-1), is it (0) or comes
  /// behind it (1).
  private static func order(of line: Span<UInt8>, _ wanted: [UInt8]) -> Int {
    if line.isEmpty || line[0] == UInt8(ascii: "#") { return -1 }
    for index in wanted.indices {
      guard index < line.count, line[index] != tab else { return -1 }
      if line[index] != wanted[index] { return line[index] < wanted[index] ? -1 : 1 }
    }
    return wanted.count < line.count && line[wanted.count] == tab ? 0 : 1
  }

  private static let newline = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")
}
