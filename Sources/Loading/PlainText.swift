/// Plain text, with lines that say where it comes from on top or without.
///
/// `Title: …`, `Source: …`, `Date: 2024-10-02`, `URL: …`, `Language: hi`, then a blank line.
enum PlainText: FileFormat {
  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool { true }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    do throws(Rejection) {
      let decoding = try Decoding(bytes)
      var draft = Draft(name: name)
      draft.repairs = decoding.repairs
      let text = take(headerOf: decoding.text, into: &draft)
      guard text.utf8.contains(where: { $0 > 0x20 }) else { throw Rejection("it is empty") }
      return [.loaded(draft.document(text: text, read: bytes))]
    } catch {
      return [.rejected(name: name, reason: error.reason)]
    }
  }

  /// Puts what the header says into the draft.
  ///
  /// - Returns: the text behind the header; all of it if there is none.
  private static func take(headerOf text: String, into draft: inout Draft) -> String {
    var found = draft
    var rest = text[...]
    while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest[..<end]
      rest = rest[rest.utf8.index(after: end)...]
      if line.utf8.allSatisfy({ $0 <= 0x20 }) {
        guard found.isMore(than: draft) else { return text }
        draft = found
        return String(rest)
      }
      guard found.take(line) else { return text }
    }
    return text
  }
}

extension Draft {
  /// Takes a line `Name: value`; false if it is none of the header's.
  fileprivate mutating func take(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    let value = String(line[line.index(after: colon)...])
    switch line[..<colon].lowercased() {
    case "title": title = value
    case "source": source = value
    case "date": claim(String(value.drop { $0 == " " }), "header line")
    case "author": author = value
    case "url": url = value
    case "language": language = value.filter { $0 != " " }
    default: return false
    }
    return true
  }

  fileprivate func isMore(than draft: Draft) -> Bool {
    title != draft.title || source != draft.source || url != draft.url
      || language != draft.language || dates.count != draft.dates.count || author != draft.author
  }
}
