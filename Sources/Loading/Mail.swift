/// A mail of RFC 5322: the first text of it, plain before HTML.
enum Mail: FileFormat {
  static let isConfined = true

  private static let fields: Set<String> = [
    "from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path",
    "content-type", "delivered-to", "x-mozilla-status", "reply-to", "sender", "cc",
  ]

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    var found: Set<String> = []
    for line in head.split(separator: 0x0A).prefix(30) {
      if line.first == 0x20 || line.first == 0x09 { continue }
      guard let colon = line.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { break }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { break }
      if fields.contains(name) { found.insert(name) }
    }
    return found.count >= 3 && (found.contains("from") || found.contains("received"))
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    let part = MailPart(bytes[...])
    var draft = Draft(name: name)
    draft.title = part.words("subject")
    draft.author = part.words("from").map(Self.person)
    draft.source = part.words("list-id").map(Self.person) ?? draft.author
    draft.claim(part.words("date"), "mail header")
    var attachments = 0
    guard let text = part.text(counting: &attachments) else {
      return [.rejected(name: name, reason: "the mail has no text")]
    }
    if attachments > 0 { draft.repairs.append("\(attachments) attachments left out") }
    return [draft.result(text, read: bytes)]
  }

  /// The name in `"Name" <address>`, else the address.
  private static func person(_ field: String) -> String {
    guard let open = field.firstIndex(of: "<") else { return field }
    let name = field[..<open].trimmed
    return name.isEmpty ? String(field[open...].dropFirst().prefix { $0 != ">" }) : name
  }
}

/// A mailbox of RFC 4155: mails behind lines that begin with `From `.
enum Mailbox: SplitFormat {
  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    guard head.starts(with: "From ".utf8), let end = head.firstIndex(of: 0x0A) else { return false }
    return Mail.recognizes(head[(end + 1)...], name: name)
  }

  static func split(_ stream: ByteStream, name: String, _ give: (Piece) -> Bool) throws(Rejection) {
    var mail: [UInt8] = []
    var number = 0
    var isAfterBlank = true
    while let line = try stream.line(atMost: FileLoader.longestRecord) {
      if isAfterBlank, line.starts(with: "From ".utf8) {
        if number > 0, !give(Piece("\(name):\(number)", mail, format: Mail.self)) { return }
        number += 1
        mail = []
      } else if mail.count <= FileLoader.largestFile {
        mail += line.starts(with: ">From ".utf8) ? line.dropFirst() : line[...]
        mail.append(0x0A)
      }
      isAfterBlank = line.isEmpty || line == [0x0D]
    }
    if number > 0 { _ = give(Piece("\(name):\(number)", mail, format: Mail.self)) }
  }
}
