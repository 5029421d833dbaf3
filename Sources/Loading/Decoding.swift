/// Bytes of a file as text, with what had to be repaired.
struct Decoding {
  private(set) var text: String
  /// One sentence each.
  private(set) var repairs: [String] = []

  /// Reads UTF-8, UTF-16 behind a byte order mark, else the charset that is declared or guessed.
  ///
  /// Line breaks become `\n`. Broken sequences and zero bytes become U+FFFD, and marks beyond
  /// `MarkLimit` are dropped.
  ///
  /// - Parameter charset: as the file or its carrier says; UTF-8 goes before it.
  /// - Throws: `Rejection` if nothing is there, or more than one character in a hundred is broken.
  init(_ bytes: [UInt8], charset: String? = nil) throws(Rejection) {
    switch bytes.prefix(3) {
    case [0xEF, 0xBB, 0xBF]: self.init(utf8: bytes[3...])
    case let mark where mark.starts(with: [0xFF, 0xFE]):
      self.init(utf16: Self.units(bytes, high: 1), hasOddByte: bytes.count % 2 == 1)
    case let mark where mark.starts(with: [0xFE, 0xFF]):
      self.init(utf16: Self.units(bytes, high: 0), hasOddByte: bytes.count % 2 == 1)
    default: self.init(unmarked: bytes, charset)
    }
    if text.utf8.contains(UInt8(ascii: "\r")) { text = Self.withPlainLineBreaks(text) }
    try clean()
  }

  /// Takes a text that is decoded already.
  init(_ text: String) throws(Rejection) {
    self.text = text
    try clean()
  }

  /// Characters that stand for something broken.
  private var broken = 0

  private init(unmarked bytes: [UInt8], _ charset: String?) {
    self.init(utf8: bytes[...])
    // A few faults among many letters beyond ASCII are faults, and no other charset.
    let letters = text.unicodeScalars.lazy.count { $0.value > 0x7F && $0 != "\u{FFFD}" }
    guard broken * 8 > letters, let other = Charset.decode(bytes, declared: charset),
      other.broken * 100 <= other.text.unicodeScalars.count
    else { return }
    text = other.text
    broken = other.broken
    repairs = ["read as \(other.charset)"]
    if broken > 0 { repairs.append("\(broken) broken sequences replaced") }
  }

  private init(utf8 bytes: ArraySlice<UInt8>) {
    if let valid = String(validating: bytes, as: UTF8.self) {
      text = valid
    } else {
      text = String(decoding: bytes, as: UTF8.self)
      broken = Self.replacements(in: text.utf8) - Self.replacements(in: bytes)
      repairs.append("\(broken) broken UTF-8 sequences replaced")
    }
  }

  private init(utf16 units: [UInt16], hasOddByte: Bool) {
    text = String(decoding: units, as: UTF16.self)
    broken = Self.replacements(in: text.utf8) - units.count { $0 == 0xFFFD } + (hasOddByte ? 1 : 0)
    if broken > 0 { repairs.append("\(broken) broken UTF-16 units replaced") }
  }

  /// Bytes of a document's text.
  static let longest = 10 << 20

  private mutating func clean() throws(Rejection) {
    guard text.utf8.count <= Self.longest else {
      throw Rejection("its text is longer than \(Self.longest >> 20) MB")
    }
    let zeros = text.utf8.count { $0 == 0 }
    guard broken + zeros == 0 || (broken + zeros) * 100 <= text.unicodeScalars.count else {
      throw Rejection("it is not text in any charset that is known")
    }
    if zeros > 0 {
      text = String(
        String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
      repairs.append("\(zeros) zero bytes replaced")
    }
    let limited = MarkLimit.limit(text)
    if limited.dropped > 0 {
      text = limited.text
      repairs.append("\(limited.dropped) stacked marks dropped")
    }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw Rejection("it is empty") }
  }

  /// The 16-bit units behind the byte order mark.
  private static func units(_ bytes: [UInt8], high: Int) -> [UInt16] {
    stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high])
    }
  }

  /// How often U+FFFD stands in UTF-8 bytes.
  private static func replacements(in bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var last: (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      if last == (0xEF, 0xBF), byte == 0xBD { count += 1 }
      last = (last.1, byte)
    }
    return count
  }

  private static func withPlainLineBreaks(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n"), last == UInt8(ascii: "\r") {
        bytes[bytes.count - 1] = byte
      } else {
        bytes.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte)
      }
      last = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
