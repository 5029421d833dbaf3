import FoundationEssentials

/// A part of a mail: its header, and its body not yet decoded (RFC 2045 to 2047).
struct MailPart {
  private var header: [String: String] = [:]
  private let body: ArraySlice<UInt8>

  /// Parts within one another, at most so deep, and parts of one mail.
  private static let deepest = 16
  private static let mostParts = 200

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var last: String?
    while let end = rest.firstIndex(of: 0x0A) {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      let text = Self.text(of: line)
      if text.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        if let last, (header[last]?.utf8.count ?? 0) < 100_000 {
          header[last, default: ""] += " " + text
        }
        continue
      }
      guard let colon = text.firstIndex(of: ":") else { continue }
      let name = text[..<colon].lowercased()
      last = header[name] == nil ? name : nil
      if last != nil { header[name] = text[text.index(after: colon)...].trimmed }
    }
    body = rest
  }

  private static func text(of line: ArraySlice<UInt8>) -> String {
    let bytes = Array(line)
    let text =
      String(validating: bytes, as: UTF8.self) ?? Charset.decode(bytes, declared: nil)?.text
    return (text ?? String(decoding: bytes, as: UTF8.self))[...].trimmed
  }

  /// A field with its encoded words (`=?utf-8?B?…?=`) decoded.
  func words(_ name: String) -> String? {
    guard let field = header[name] else { return nil }
    var out = ""
    var rest = field[...]
    var isAfterWord = false
    while let start = rest.firstRange(of: "=?") {
      let parts = rest[start.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="), parts[1].count == 1 else { break }
      let between = rest[..<start.lowerBound]
      if !(isAfterWord && between.allSatisfy(\.isWhitespace)) { out += between }
      let bytes =
        parts[1].lowercased() == "b"
        ? Self.base64(Array(parts[2].utf8)[...])
        : Self.quotedPrintable(Array(parts[2].utf8.map { $0 == 0x5F ? 0x20 : $0 })[...])
      out += Self.decoded(bytes, charset: String(parts[0]))
      rest = parts[3].dropFirst()
      isAfterWord = true
    }
    return out + rest
  }

  private func parameter(_ name: String, of field: String) -> String? {
    guard let value = header[field], let start = value.lowercased().firstRange(of: name + "=")
    else {
      return nil
    }
    let rest = value[start.upperBound...]
    if rest.hasPrefix("\"") { return String(rest.dropFirst().prefix { $0 != "\"" }) }
    return String(rest.prefix { $0 != ";" && !$0.isWhitespace })
  }

  private var type: String {
    header["content-type"].map { $0.prefix { $0 != ";" }.lowercased()[...].trimmed } ?? "text/plain"
  }
}

extension MailPart {
  /// The text of the first plain part, else of the first page.
  func text(counting attachments: inout Int) -> String? {
    var parts = 0
    let found = texts(depth: 0, &parts, &attachments)
    if let plain = found.first(where: { !$0.isPage }) { return plain.text }
    return found.first.map { HTML.text(of: $0.text) }
  }

  private func texts(depth: Int, _ count: inout Int, _ attachments: inout Int) -> [(
    text: String, isPage: Bool
  )] {
    count += 1
    guard depth < Self.deepest, count <= Self.mostParts else { return [] }
    if type.hasPrefix("multipart/"), let boundary = parameter("boundary", of: "content-type") {
      var found: [(text: String, isPage: Bool)] = []
      for part in parts(boundary) {
        found += MailPart(part).texts(depth: depth + 1, &count, &attachments)
      }
      return found
    }
    let isAttached = header["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
    guard !isAttached, type == "text/plain" || type == "text/html" else {
      attachments += 1
      return []
    }
    let text = Self.decoded(content, charset: parameter("charset", of: "content-type"))
    return [(text, type == "text/html")]
  }

  /// The parts between lines of `--boundary`.
  private func parts(_ boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex {
      let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[line..<end].starts(with: mark) {
        if let start { parts.append(body[start..<line]) }
        guard parts.count < Self.mostParts else { return parts }
        start = min(end + 1, body.endIndex)
        if body[line..<end].dropFirst(mark.count).starts(with: "--".utf8) { return parts }
      }
      line = end + 1
    }
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }

  private var content: [UInt8] {
    switch header["content-transfer-encoding"]?.lowercased() {
    case "base64": Self.base64(body)
    case "quoted-printable": Self.quotedPrintable(body)
    default: Array(body)
    }
  }

  private static func decoded(_ bytes: [UInt8], charset: String?) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return Charset.decode(bytes, declared: charset)?.text ?? String(decoding: bytes, as: UTF8.self)
  }

  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let data = Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters)
    return data.map { Array($0) } ?? []
  }

  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        out.append(byte)
        continue
      }
      let next = bytes[index...].prefix(2)
      if next.count == 2, let value = UInt8(String(decoding: next, as: UTF8.self), radix: 16) {
        out.append(value)
        index += 2
      } else if let end = next.firstIndex(of: 0x0A) {
        index = end + 1
      }
    }
    return out
  }
}
