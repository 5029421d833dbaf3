import CFormats

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
    guard let text = name.hasPrefix("#") ? number(name.dropFirst()) : named(name) else {
      return nil
    }
    return (text, bytes.index(after: semicolon))
  }

  /// The character of an HTML 4 entity, or of `apos`.
  private static func named(_ name: String) -> String? {
    if let common = names[name] { return common }
    return Unicode.Scalar(annals_html_entity(name)).flatMap { $0 == "\0" ? nil : String($0) }
  }

  private static func number(_ digits: Substring) -> String? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  private static let longest = 8

  /// The most frequent ones, for speed.
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]
}
