/// A page's markup cut into tags and text; every byte is looked at once, however broken it is.
struct HTMLScanner {
  struct Tag {
    /// In lower case.
    var name: String
    var isClosing = false
    /// Names in lower case, values with references resolved.
    var attributes: [String: String] = [:]
  }

  enum Piece {
    case tag(Tag)
    /// Text between tags, references not yet resolved.
    case text(Substring.UTF8View)
    /// What stands in an element whose content is not markup.
    case raw(of: Tag, Substring.UTF8View)
  }

  /// Further attributes of a tag are passed over.
  private static let mostAttributes = 64
  private static let rawElements: Set<String> = [
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
  ]

  private let bytes: Substring.UTF8View
  private var index: String.Index
  private var pending: Piece?

  init(_ text: String) {
    bytes = text[...].utf8
    index = bytes.startIndex
  }

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    if let piece = pending {
      pending = nil
      return piece
    }
    while index < bytes.endIndex {
      let start = index
      guard bytes[index] == UInt8(ascii: "<"), beginsTag(bytes.index(after: index)) else {
        index = bytes.index(after: index)
        skip { $0 != UInt8(ascii: "<") }
        return .text(bytes[start..<index])
      }
      index = bytes.index(after: index)
      if let tag = tag() { return piece(of: tag) }
    }
    return nil
  }

  private func beginsTag(_ index: String.Index) -> Bool {
    guard index < bytes.endIndex else { return false }
    return Self.isLetter(bytes[index]) || "/!?".utf8.contains(bytes[index])
  }

  private mutating func piece(of tag: Tag) -> Piece {
    guard !tag.isClosing, Self.rawElements.contains(tag.name) else { return .tag(tag) }
    pending = .raw(of: tag, raw(upTo: tag.name))
    return .tag(tag)
  }

  /// What stands up to the closing tag of `name`, or to the end.
  private mutating func raw(upTo name: String) -> Substring.UTF8View {
    let start = index
    while index < bytes.endIndex {
      skip { $0 != UInt8(ascii: "<") }
      if isClosing(name, at: index) { break }
      if index < bytes.endIndex { index = bytes.index(after: index) }
    }
    return bytes[start..<index]
  }

  private func isClosing(_ name: String, at index: String.Index) -> Bool {
    bytes[index...].prefix(name.utf8.count + 2).lazy.map { $0 | 0x20 }
      .elementsEqual("</\(name)".utf8)
  }

  private mutating func skip(while holds: (UInt8) -> Bool) {
    while index < bytes.endIndex, holds(bytes[index]) { index = bytes.index(after: index) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
}

extension HTMLScanner {
  /// The tag behind `<`; nil for a comment or a declaration.
  private mutating func tag() -> Tag? {
    switch bytes[index] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      skipDeclaration()
      return nil
    case UInt8(ascii: "/"):
      index = bytes.index(after: index)
      let tag = Tag(name: word { $0 != UInt8(ascii: ">") && !Self.isBlank($0) }, isClosing: true)
      skip { $0 != UInt8(ascii: ">") }
      stepOver()
      return tag
    default:
      var tag = Tag(name: word { !Self.endsName($0) && $0 != UInt8(ascii: "=") })
      tag.attributes = attributes()
      stepOver()
      return tag
    }
  }

  private mutating func skipDeclaration() {
    guard bytes[index...].starts(with: "!--".utf8) else {
      skip { $0 != UInt8(ascii: ">") }
      return stepOver()
    }
    index = bytes.index(index, offsetBy: 3)
    var dashes = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      if byte == UInt8(ascii: ">"), dashes >= 2 { return }
      dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
    }
  }

  private mutating func attributes() -> [String: String] {
    var attributes: [String: String] = [:]
    while true {
      skip { Self.isBlank($0) || $0 == UInt8(ascii: "/") }
      guard index < bytes.endIndex, bytes[index] != UInt8(ascii: ">") else { return attributes }
      // A stray "=" begins a name, so that every turn takes a byte.
      let first = bytes[index] == UInt8(ascii: "=") ? "=" : ""
      if !first.isEmpty { stepOver() }
      let name = first + word { !Self.endsName($0) && $0 != UInt8(ascii: "=") }
      let value = value()
      if attributes.count < Self.mostAttributes, attributes[name] == nil {
        attributes[name] = value
      }
    }
  }

  private mutating func value() -> String {
    skip(while: Self.isBlank)
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") else { return "" }
    stepOver()
    skip(while: Self.isBlank)
    guard index < bytes.endIndex else { return "" }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      skip { !Self.isBlank($0) && $0 != UInt8(ascii: ">") }
      return HTMLReferences.resolve(bytes[start..<index])
    }
    stepOver()
    let start = index
    skip { $0 != quote }
    let value = bytes[start..<index]
    stepOver()
    return HTMLReferences.resolve(value)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private mutating func word(while holds: (UInt8) -> Bool) -> String {
    let start = index
    skip(while: holds)
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private mutating func stepOver() {
    if index < bytes.endIndex { index = bytes.index(after: index) }
  }
}
