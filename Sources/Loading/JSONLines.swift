/// JSON Lines: one record a line with a text and optionally id, language, date, title, source, URL.
enum JSONLines: SplitFormat {
  /// Bytes of lines that are read together.
  private static let pieceSize = 64 << 10

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    let start = head.drop { $0 <= 0x20 || $0 >= 0x80 }
    guard start.first == UInt8(ascii: "{") else { return false }
    return start.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "\"")
  }

  static func split(_ stream: ByteStream, name: String, _ give: (Piece) -> Bool) throws(Rejection) {
    var lines: [UInt8] = []
    var number = 0
    var first = 1
    while let line = try stream.line(atMost: FileLoader.longestRecord) {
      number += 1
      if lines.isEmpty { first = number }
      lines += line
      lines.append(0x0A)
      guard lines.count >= pieceSize else { continue }
      guard give(Piece(numbered(name, first), lines, format: JSONRecords.self)) else { return }
      lines = []
    }
    if !lines.isEmpty { _ = give(Piece(numbered(name, first), lines, format: JSONRecords.self)) }
  }

  private static func numbered(_ name: String, _ line: Int) -> String { "\(name):\(line)" }
}

/// Some lines of a file of JSON Lines; the piece's name ends in the number of the first.
enum JSONRecords: FileFormat {
  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool { false }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    let colon = name.lastIndex(of: ":") ?? name.endIndex
    let file = name[..<colon]
    var number = Int(name[colon...].dropFirst()) ?? 1
    var results: [LoadResult] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let record = bytes[start..<end]
      if record.contains(where: { $0 > 0x20 }) {
        results.append(document(in: record, name: "\(file):\(number)"))
      }
      number += 1
      start = end + 1
    }
    return results
  }

  static func document(in record: ArraySlice<UInt8>, name: String) -> LoadResult {
    guard record.count <= FileLoader.longestRecord else {
      let reason = "the record is longer than \(FileLoader.longestRecord) bytes"
      return .rejected(name: name, reason: reason)
    }
    guard let value = try? JSONParser.value(of: record), value.isObject else {
      return .rejected(name: name, reason: "the line is not a JSON object with a text")
    }
    if Ninjs.isItem(value) { return Ninjs.document(value, name: name, read: Array(record)) }
    return document(value, name: name, read: Array(record))
  }

  static func document(_ value: JSONValue, name: String, read bytes: [UInt8]) -> LoadResult {
    let draft = Draft(record: value, name: name)
    if let text = value.first(of: RecordFields.text)?.string {
      return draft.result(text, read: bytes)
    }
    guard let page = value.first(of: RecordFields.html)?.text else {
      return .rejected(name: name, reason: "the record has no text")
    }
    return draft.result(HTML.text(of: page), read: bytes)
  }
}
