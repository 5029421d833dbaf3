import CConfinement
import Dates
import Facts

/// What goes between annals and the children that parse for it: a length, a kind, and fields.
enum Frame {
  /// A piece to read, or one that an archive was split into.
  case piece(Piece)
  case result(LoadResult)
  /// What was asked for is done.
  case end
  /// It cannot be done, for this reason.
  case failure(String)

  /// Bytes of a frame; more is a fault of the other side.
  static let longest = 320 << 20

  var bytes: [UInt8] {
    var writer = FieldWriter()
    switch self {
    case .end: writer.byte(0)
    case .failure(let reason):
      writer.byte(1)
      writer.text(reason)
    case .result(.rejected(let name, let reason)):
      writer.byte(2)
      writer.text(name)
      writer.text(reason)
    case .result(.loaded(let document)):
      writer.byte(3)
      writer.document(document)
    case .piece(let piece): writer.piece(piece)
    }
    return writer.framed
  }

  /// - Returns: nil for what is no frame.
  init?(_ bytes: [UInt8]) {
    var reader = FieldReader(bytes)
    switch reader.byte() {
    case 0: self = .end
    case 1:
      guard let reason = reader.text() else { return nil }
      self = .failure(reason)
    case 2:
      guard let name = reader.text(), let reason = reader.text() else { return nil }
      self = .result(.rejected(name: name, reason: reason))
    case 3:
      guard let document = reader.document() else { return nil }
      self = .result(.loaded(document))
    case 4, 5:
      guard let piece = reader.piece(isRejected: bytes[0] == 5) else { return nil }
      self = .piece(piece)
    default: return nil
    }
  }
}

/// Writes fields one behind another: texts and bytes behind their length.
private struct FieldWriter {
  private var bytes = [UInt8](repeating: 0, count: 4)

  /// All fields behind their length in four bytes, the lowest first.
  var framed: [UInt8] {
    var framed = bytes
    for (index, byte) in Self.number(bytes.count - 4).enumerated() { framed[index] = byte }
    return framed
  }

  private static func number(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  mutating func data(_ data: some Collection<UInt8>) {
    bytes += Self.number(data.count)
    bytes += data
  }

  mutating func text(_ text: String) { data(text.utf8) }

  mutating func optional(_ text: String?) {
    byte(text == nil ? 0 : 1)
    if let text { self.text(text) }
  }

  mutating func piece(_ piece: Piece) {
    switch piece.content {
    case .bytes(let content):
      byte(4)
      text(piece.name)
      text(piece.format.map { "\($0)" } ?? "")
      data(content)
    case .rejected(let reason):
      byte(5)
      text(piece.name)
      text(reason)
    }
  }

  mutating func document(_ document: LoadedDocument) {
    text(document.name)
    for field in [
      document.title, document.author, document.source, document.url, document.language,
      document.publication.day?.description, document.publishedIn,
    ] { optional(field) }
    text(document.publication.origin.rawValue)
    text(document.sha256)
    text(document.text)
    text(document.repairs.joined(separator: "\n"))
    text(String(document.byteCount))
  }
}

/// Reads what `FieldWriter` wrote; nil where it ends too early or holds something else.
private struct FieldReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func byte() -> UInt8? {
    guard index < bytes.count else { return nil }
    index += 1
    return bytes[index - 1]
  }

  mutating func data() -> [UInt8]? {
    guard bytes.count - index >= 4 else { return nil }
    let count = (0..<4).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    index += 4
    guard count <= bytes.count - index else { return nil }
    index += count
    return Array(bytes[(index - count)..<index])
  }

  mutating func text() -> String? { data().flatMap { String(validating: $0, as: UTF8.self) } }

  mutating func optional() -> String?? {
    guard let mark = byte() else { return nil }
    guard mark == 1 else { return .some(nil) }
    guard let text = text() else { return nil }
    return .some(text)
  }

  mutating func piece(isRejected: Bool) -> Piece? {
    guard let name = text(), let second = text() else { return nil }
    if isRejected { return Piece(name, rejected: second) }
    guard let content = data() else { return nil }
    return Piece(name, content, format: FileFormats.named(second))
  }

  mutating func document() -> LoadedDocument? {
    guard let name = text() else { return nil }
    var fields: [String?] = []
    for _ in 0..<7 {
      guard let field = optional() else { return nil }
      fields.append(field)
    }
    guard let origin = text().flatMap(PublicationOrigin.init), let sha256 = text(),
      let text = text(), let repairs = self.text(), let count = self.text().flatMap({ Int($0) })
    else { return nil }
    let day = fields[5].flatMap { CalendarDate($0) }
    return LoadedDocument(
      name: name, title: fields[0], author: fields[1], source: fields[2], url: fields[3],
      language: fields[4], publication: Publication(day: day, origin: origin),
      publishedIn: fields[6], sha256: sha256, text: text,
      repairs: repairs.split(separator: "\n").map(String.init), byteCount: count)
  }
}
