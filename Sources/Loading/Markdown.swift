/// Markdown with front matter between lines of `---`; marks of headings and emphasis are taken out.
enum Markdown: FileFormat {
  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    guard FileFormats.has(name, ".md", ".markdown") else { return false }
    return !FileFormats.start(head).starts(with: "<!doctype".utf8)
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    do throws(Rejection) {
      let decoding = try Decoding(bytes)
      var draft = Draft(name: name)
      draft.repairs = decoding.repairs
      var lines = decoding.text.split(separator: "\n", omittingEmptySubsequences: false)[...]
      if lines.first == "---" { takeFrontMatter(from: &lines, into: &draft) }
      let text = plainLines(Array(lines), &draft).joined(separator: "\n")
      return [.loaded(draft.document(text: try Decoding(text).text, read: bytes))]
    } catch {
      return [.rejected(name: name, reason: error.reason)]
    }
  }

  private static func takeFrontMatter(
    from lines: inout ArraySlice<Substring>, into draft: inout Draft
  ) {
    guard let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." }) else {
      return
    }
    for line in lines[(lines.startIndex + 1)..<end] {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmed
      let key = line[..<colon].lowercased()
      switch key {
      case "title": draft.title = value
      case "author": draft.author = value
      case "source": draft.source = value
      case "url": draft.url = value
      case "lang", "language": draft.language = value
      case "date", "published": draft.claim(value, "front matter")
      default: break
      }
    }
    lines = lines[(end + 1)...]
  }

  private static func plainLines(_ lines: [Substring], _ draft: inout Draft) -> [String] {
    var isCode = false
    var plain: [String] = []
    for line in lines {
      if line.hasPrefix("```") {
        isCode.toggle()
        continue
      }
      guard !isCode else {
        plain.append(String(line))
        continue
      }
      let hashes = line.prefix { $0 == "#" }.count
      let isHeading = (1...6).contains(hashes) && line.dropFirst(hashes).hasPrefix(" ")
      let body = isHeading ? line.dropFirst(hashes + 1) : line.drop { $0 == ">" }
      let text = inline(Array(body.utf8))
      if isHeading, hashes == 1, draft.title == nil { draft.title = text }
      plain.append(text)
    }
    return plain
  }

  /// The line without emphasis, and with the words of a link in place of it.
  private static func inline(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") {
        if index == 0, bytes.count > 1, bytes[1] == 0x20 { out.append(byte) }
        index += 1
      } else if byte == UInt8(ascii: "]"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "("),
        let open = out.lastIndex(of: UInt8(ascii: "[")),
        let end = bytes[index...].prefix(2000).firstIndex(of: UInt8(ascii: ")"))
      {
        out.remove(at: open)
        index = end + 1
      } else {
        out.append(byte)
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension Substring {
  /// Without blanks and quotes at its ends.
  var trimmed: String {
    var text = self
    while let first = text.first, first == " " || first == "\"" || first == "'" || first == "\t" {
      text = text.dropFirst()
    }
    while let last = text.last,
      last == " " || last == "\"" || last == "'" || last == "\t" || last == "\r"
    { text = text.dropLast() }
    return String(text)
  }
}
