/// Text of strangers as it may stand in HTML, SVG and XML.
enum Markup {
  /// The text with everything that markup or a reader's eye could take for something else replaced.
  ///
  /// Control characters and marks that turn the direction of writing become U+FFFD.
  static func escaped(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: out += "&amp;"
      case 0x3C: out += "&lt;"
      case 0x3E: out += "&gt;"
      case 0x22: out += "&quot;"
      case 0x27: out += "&#39;"
      case 0x09, 0x0A, 0x0D: out += " "
      case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
        0xFFFE, 0xFFFF, 0xE0000...0xE007F:
        out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// The address as an attribute, if it is one that a browser may follow: http or https.
  static func link(_ url: String?) -> String? {
    guard let url, url.hasPrefix("https://") || url.hasPrefix("http://"),
      !url.unicodeScalars.contains(where: { $0.value <= 0x20 || $0 == "\\" })
    else { return nil }
    return escaped(url)
  }
}
