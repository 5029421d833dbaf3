/// Character references in HTML text: `&amp;`, `&#2325;`, `&#x915;`.
enum HTMLReferences {
  /// The text with references replaced; what is none stays as it is.
  static func resolve(_ bytes: Substring.UTF8View) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "&"), let (text, end) = reference(bytes[index...]) else {
        out.append(bytes[index])
        index = bytes.index(after: index)
        continue
      }
      out.append(contentsOf: text.utf8)
      index = end
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func reference(_ bytes: Substring.UTF8View) -> (text: String, end: String.Index)? {
    let body = bytes.dropFirst().prefix(longest + 1)
    guard let semicolon = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: body[..<semicolon], as: UTF8.self)
    guard let text = name.hasPrefix("#") ? number(name.dropFirst()) : names[name] else {
      return nil
    }
    return (text, bytes.index(after: semicolon))
  }

  private static func number(_ digits: Substring) -> String? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  private static let longest = 8

  /// Those that news pages use; the full list has 2231.
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
    "ndash": "–", "mdash": "—", "hellip": "…", "middot": "·", "bull": "•", "lsquo": "‘",
    "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«",
    "raquo": "»", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "euro": "€", "pound": "£",
    "sect": "§", "times": "×", "zwj": "\u{200D}", "zwnj": "\u{200C}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}",
  ]
}
