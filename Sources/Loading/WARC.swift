import Facts

/// Web archives of ISO 28500: the pages that a crawler was given.
enum WARC: SplitFormat {
  static let isConfined = true
  private static let longestLine = 64 << 10
  private static let mostLines = 256

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    head.starts(with: "WARC/".utf8)
  }

  static func split(_ stream: ByteStream, name: String, _ give: (Piece) -> Bool) throws(Rejection) {
    var number = 0
    while let version = try firstLine(stream) {
      guard version.hasPrefix("WARC/") else { throw Rejection("the web archive is damaged") }
      let header = try Header(stream)
      number += 1
      guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw Rejection("a record of the web archive has no length")
      }
      let isPage = ["response", "resource", "conversion"].contains(header["warc-type"] ?? "")
      guard isPage, length <= FileLoader.largestFile else {
        guard try stream.skip(length) else { throw Rejection("the web archive ends too early") }
        continue
      }
      let record = "\(name):\(number)"
      let bytes = try stream.read(length)
      if let piece = page(bytes, header, name: record), !give(piece) { return }
    }
  }

  /// The line that a record begins with; nil at the end.
  private static func firstLine(_ stream: ByteStream) throws(Rejection) -> String? {
    while let line = try stream.line(atMost: longestLine) {
      let text = String(decoding: line, as: UTF8.self)[...].trimmed
      if !text.isEmpty { return text }
    }
    return nil
  }

  private static func page(_ bytes: [UInt8], _ header: Header, name: String) -> Piece? {
    let url = header["warc-target-uri"]?.trimmingBrackets ?? ""
    guard url.hasPrefix("http") else { return nil }
    var page = Page(
      url: url, crawled: header["warc-date"], body: bytes[...], type: header["content-type"])
    if header["warc-type"] == "response" {
      guard page.takeResponse() else { return nil }
    }
    guard page.isText else { return nil }
    return Piece(name, page.packed, format: WARCPage.self)
  }

  /// Names and values of a header, names in lower case.
  struct Header {
    private var values: [String: String] = [:]

    subscript(name: String) -> String? { values[name] }

    init(_ stream: ByteStream) throws(Rejection) {
      var lines = 0
      while let line = try stream.line(atMost: WARC.longestLine) {
        lines += 1
        guard lines <= WARC.mostLines else { throw Rejection("a header of it is too long") }
        let text = String(decoding: line, as: UTF8.self)[...].trimmed
        guard !text.isEmpty else { return }
        guard let colon = text.firstIndex(of: ":") else { continue }
        values[text[..<colon].lowercased()] = text[text.index(after: colon)...].trimmed
      }
    }
  }

  /// A page with what its record and its server say of it.
  struct Page {
    var url: String
    var crawled: String?
    var body: ArraySlice<UInt8>
    var type: String?

    var isText: Bool {
      guard let type = type?.lowercased() else { return true }
      return type.hasPrefix("text/") || type.contains("html") || type.contains("xml")
        || type.contains("json")
    }

    /// Takes the headers of HTTP off.
    ///
    /// - Returns: false if the server did not answer with a page.
    mutating func takeResponse() -> Bool {
      let stream = ByteStream(Array(body.prefix(256 << 10)))
      guard let line = try? stream.line(atMost: WARC.longestLine),
        String(decoding: line, as: UTF8.self).split(separator: " ").dropFirst().first == "200",
        let header = try? Header(stream)
      else { return false }
      type = header["content-type"] ?? type
      let mark = Array("\r\n\r\n".utf8)
      guard let end = body.firstRange(of: mark)?.upperBound else { return false }
      body = body[end...]
      if header["transfer-encoding"]?.lowercased() == "chunked" { body = unchunked(body)[...] }
      guard let encoding = header["content-encoding"]?.lowercased(), encoding != "identity" else {
        return true
      }
      guard encoding.contains("gzip"), let reader = try? ArchiveReader(Array(body), raw: true),
        (try? reader.next()) != nil, let page = try? reader.stream.rest(atMost: 16 << 20)
      else { return false }
      body = page[...]
      return true
    }

    /// The content of chunks of HTTP 1.1; what is none of them stays as it is.
    private func unchunked(_ body: ArraySlice<UInt8>) -> [UInt8] {
      var out: [UInt8] = []
      var rest = body
      while let end = rest.firstIndex(of: 0x0A) {
        let digits = rest[..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
        guard let count = Int(String(decoding: digits, as: UTF8.self), radix: 16), count >= 0 else {
          return out.isEmpty ? Array(body) : out
        }
        guard count > 0 else { return out }
        out += rest[(end + 1)...].prefix(count)
        rest = rest[(end + 1)...].dropFirst(count)
        rest = rest.drop { $0 == 0x0D || $0 == 0x0A }
      }
      return out
    }

    /// The page with its address and type in lines before it, as `WARCPage` reads it.
    var packed: [UInt8] {
      Array("\(url.onOneLine)\n\((type ?? "").onOneLine)\n\((crawled ?? "").onOneLine)\n".utf8)
        + body
    }
  }
}

/// A page of a web archive behind three lines: address, media type, time of the crawl.
enum WARCPage: FileFormat {
  static let isConfined = true

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool { false }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    let stream = ByteStream(bytes)
    var lines: [String] = []
    while lines.count < 3, let line = try? stream.line(atMost: 64 << 10) {
      lines.append(String(decoding: line, as: UTF8.self))
    }
    guard lines.count == 3, let body = try? stream.rest(atMost: FileLoader.largestFile) else {
      return [.rejected(name: name, reason: "the record is damaged")]
    }
    let format = FileFormats.format(of: body.prefix(FileFormats.headSize), name: lines[0])
    let isPage = lines[1].lowercased().contains("html") || format == HTML.self
    let results =
      isPage
      ? [HTML.document(in: body, name: name, charset: charset(lines[1]))]
      : format.documents(in: body, name: name)
    return results.map { result in
      guard case .loaded(var document) = result else { return result }
      document.url = document.url ?? lines[0]
      if document.publication.day == nil {
        document.publication = PublicationDate.find(url: lines[0], text: "")
        document.publishedIn = document.publication.day.map { _ in "address" }
      }
      return .loaded(document)
    }
  }

  private static func charset(_ type: String) -> String? {
    Charset.declared(in: Array(type.utf8))
  }
}

extension String {
  fileprivate var onOneLine: String { String(filter { !$0.isNewline }) }
  fileprivate var trimmingBrackets: String {
    hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
  }
}
