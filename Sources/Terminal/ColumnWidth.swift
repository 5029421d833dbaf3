import CEditLine

/// How many columns of a terminal a text takes.
///
/// glibc's `wcwidth` with two exceptions: characters joined by ZWJ into one picture, and pairs of
/// regional indicators (flags), take two columns.
public enum ColumnWidth {
  public static func width(of text: String) -> Int {
    var width = 0
    var isJoined = false
    var flags = 0
    for scalar in text.unicodeScalars {
      if scalar.value == 0x200D {
        isJoined = width > 0
        continue
      }
      let isFlag = (0x1F1E6...0x1F1FF).contains(scalar.value)
      flags = isFlag ? flags + 1 : 0
      defer { isJoined = false }
      if isJoined, scalar.value >= 0x2190 { continue }
      if isFlag {
        width += flags % 2 == 1 ? 2 : 0
      } else {
        width += Swift.max(0, Int(annals_column_width(scalar.value)))
      }
    }
    return width
  }

  /// The beginning of `text` that fits into `columns`, with `…` if something was cut off.
  public static func cut(_ text: String, to columns: Int) -> String {
    guard width(of: text) > columns else { return text }
    var out = ""
    var used = 0
    for character in text {
      let width = width(of: String(character))
      guard used + width < columns else { break }
      out.append(character)
      used += width
    }
    return out + "…"
  }

  /// `text` with blanks up to `columns`, behind it or before it.
  public static func pad(_ text: String, to columns: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: Swift.max(0, columns - width(of: text)))
    return right ? blanks + text : text + blanks
  }
}
