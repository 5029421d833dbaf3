/// Text of one line that may be written to a terminal, and the only thing that can be: whatever
/// could act on it or deceive the eye is visible.
///
/// Control characters of C0 and C1, bidirectional controls, zero-width and tag characters are
/// shown as `⟨U+202E⟩`; a tab is a blank. ZWJ and ZWNJ stay where Indic letters need them, ZWJ also
/// between pictures. What moves the cursor is made by this type alone.
public struct TerminalText: Sendable, CustomStringConvertible, Equatable {
  public let description: String

  public init(_ text: String) {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else {
      description = text
      return
    }
    var out = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x09: out.append(" ")
      case 0x200C...0x200D where Self.joins(scalars, index): out.append(scalar)
      case let value where Self.isHidden(value):
        out.append(contentsOf: Self.shown(value).unicodeScalars)
      default: out.append(scalar)
      }
    }
    description = String(out)
  }

  /// For what this file puts together of texts that are safe.
  private init(safe: String) { description = safe }

  /// Each line of a text by itself.
  public static func lines(of text: String) -> [TerminalText] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText(String($0)) }
  }

  /// Moves the cursor to a column, from 0.
  static func place(at column: Int) -> TerminalText {
    TerminalText(safe: "\u{1B}[\(column + 1)G")
  }

  /// Goes to the beginning of the line and clears it.
  static let clearedLine = TerminalText(safe: "\r\u{1B}[K")

  /// The beginning of the next line, also where the editor has the terminal.
  static let newLine = TerminalText(safe: "\r\n")

  static func + (left: TerminalText, right: TerminalText) -> TerminalText {
    TerminalText(safe: left.description + right.description)
  }

  /// In the look that a theme gives a role; it takes the same columns.
  public func styled(_ role: Theme.Role, in theme: Theme) -> TerminalText {
    let sequence = theme.sequence(role)
    guard !sequence.isEmpty, !description.isEmpty else { return self }
    return TerminalText(safe: sequence + description + "\u{1B}[0m")
  }

  /// Columns of a terminal that it takes; for texts without movements of the cursor or looks.
  public var width: Int { ColumnWidth.width(of: description) }

  /// The beginning that fits into `columns`, with `…` if something was cut off.
  func cut(to columns: Int) -> TerminalText {
    TerminalText(safe: ColumnWidth.cut(description, to: columns))
  }

  /// With blanks up to `columns`, behind it or before it.
  func padded(to columns: Int, right: Bool = false) -> TerminalText {
    TerminalText(safe: ColumnWidth.pad(description, to: columns, right: right))
  }

  /// The number of a hidden character, as in `⟨U+202E⟩`.
  private static func shown(_ value: UInt32) -> String {
    let hex = String(value, radix: 16, uppercase: true)
    return "⟨U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex + "⟩"
  }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Whether the joiner at `index` stands between letters or pictures that it can join.
  private static func joins(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = scalars[index - 1].value
    let isIndic = (0x900...0xDFF).contains(before)
    let isPicture = before >= 0x2190 && !isHidden(before) && scalars[index].value == 0x200D
    return isIndic || isPicture
  }
}
