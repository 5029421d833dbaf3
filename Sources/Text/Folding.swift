import Foundation

/// The folded form of words, by which lexicons, names and searches compare.
///
/// Lower case; nukta, zero-width characters and ё's dots dropped; chandrabindu and half nasals as
/// anusvara; Arabic vowel signs and tatweel dropped, alef's and ya's forms as one each; full-width
/// forms as ASCII; digits of any script as ASCII; Latin letters keep their
/// diacritics, composed (NFC).
public enum Folding {
  /// The key of the one token that `word` is.
  public static func key(_ word: String) -> UInt64 {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { key(of: $0[...]) }
  }

  /// The keys of the tokens of `phrase`.
  public static func keys(_ phrase: String) -> [UInt64] {
    TokenizedText(phrase).tokens.filter { $0.kind != .newline }.map(\.key)
  }

  /// The folded form of a text of any length.
  public static func fold(_ text: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { fold($0[...], onto: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the folded form of UTF-8 bytes.
  static func fold(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, onto out: inout [UInt8]) {
    guard !bytes.allSatisfy({ $0 < 0x80 }) else {
      for byte in bytes { out.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
      return
    }
    eachComposed(bytes) { scalar in eachByte(of: scalar) { out.append($0) } }
  }

  /// FNV-1a over the UTF-8 bytes of the folded form (Fowler, Noll, Vo).
  static func key(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes {
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        hash = (hash ^ UInt64(lower)) &* 0x100_0000_01b3
      }
      return hash
    }
    eachComposed(bytes) { scalar in
      eachByte(of: scalar) { hash = (hash ^ UInt64($0)) &* 0x100_0000_01b3 }
    }
    return hash
  }

  /// Hands on the folded scalars of UTF-8 bytes, which are composed before if they hold loose marks.
  @inline(__always)
  private static func eachComposed(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ body: (UInt32) -> Void
  ) {
    // Loose marks, U+0300 to U+036F, begin with one of these; few other letters do.
    guard !bytes.contains(where: { $0 == 0xCC || $0 == 0xCD }) else {
      let text = composed(String(decoding: bytes, as: UTF8.self))
      return Array(text.utf8).withUnsafeBufferPointer { each(in: $0, body) }
    }
    each(in: UnsafeBufferPointer(rebasing: bytes), body)
  }

  private static func composed(_ text: String) -> String {
    let hasLooseMark = text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
    return hasLooseMark ? text.precomposedStringWithCanonicalMapping : text
  }

  private static func each(in bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    var index = 0
    var isBehindHalf = false
    while index < bytes.count {
      let scalar = decode(bytes, &index)
      let dropsVirama = isBehindHalf
      isBehindHalf = false
      switch scalar {
      case 0..<0x80: body(asciiLower(scalar))
      case 0x93C, 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
        0x2066...0x2069, 0xFEFF:
        continue
      case 0x901: body(0x902)
      case 0x958...0x95F: body(withoutNukta[Int(scalar) - 0x958])
      case 0x919, 0x91E, 0x923, 0x928, 0x92E:
        isBehindHalf = isHalf(bytes, index)
        body(isBehindHalf ? 0x902 : scalar)
      case 0x94D where dropsVirama: continue
      case 0x966...0x96F: body(scalar - 0x966 + 0x30)
      case 0x900...0x97F: body(scalar)
      case 0x451, 0x401: body(0x435)
      case 0x430...0x45F: body(scalar)
      case 0x410...0x42F: body(scalar + 0x20)
      case 0x640, 0x64B...0x655, 0x670: continue
      case 0x622, 0x623, 0x625, 0x671: body(0x627)
      case 0x649, 0x6CC: body(0x64A)
      case 0xFF01...0xFF5E: body(asciiLower(scalar - 0xFF01 + 0x21))
      default: other(scalar, body)
      }
    }
  }

  private static func other(_ value: UInt32, _ body: (UInt32) -> Void) {
    guard let scalar = Unicode.Scalar(value) else { return body(0xFFFD) }
    if let digit = scalar.decimalDigit {
      body(UInt32(0x30 + digit))
    } else if value < 0x530 || (0x1E00...0x1EFF).contains(value) {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { body(lower.value) }
    } else {
      body(value)
    }
  }

  private static func asciiLower(_ scalar: UInt32) -> UInt32 {
    (0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar
  }

  /// Whether a virama and a consonant of Devanagari stand at `index`: the nasal before is half.
  private static func isHalf(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 5 < bytes.count && bytes[index] == 0xE0 && bytes[index + 1] == 0xA5
      && bytes[index + 2] == 0x8D && bytes[index + 3] == 0xE0 && bytes[index + 4] == 0xA4
      && (0x95...0xB9).contains(bytes[index + 5])
  }

  /// The scalar at `index`, which is moved behind it; the bytes are those of a text.
  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let first = UInt32(bytes[index])
    index += 1
    guard first >= 0x80 else { return first }
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    guard first >= 0xC2, index + more <= bytes.count else { return 0xFFFD }
    var scalar = first & (0x3F >> UInt32(more))
    for _ in 0..<more {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    return scalar
  }

  /// The UTF-8 of a scalar.
  @inline(__always)
  private static func eachByte(of scalar: UInt32, _ body: (UInt8) -> Void) {
    switch scalar {
    case 0..<0x80: return body(UInt8(truncatingIfNeeded: scalar))
    case 0..<0x800: body(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    case 0..<0x10000:
      body(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    default:
      body(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    }
    body(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }

  private static let withoutNukta: [UInt32] = [
    0x915, 0x916, 0x917, 0x91C, 0x921, 0x922, 0x92B, 0x92F,
  ]
}

extension Unicode.Scalar {
  /// Value of a decimal digit of any script; nil for anything else.
  var decimalDigit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0x660...0x669: Int(value - 0x660)
    case 0x6F0...0x6F9: Int(value - 0x6F0)
    case 0x966...0x96F: Int(value - 0x966)
    case 0x9E6...0x9EF: Int(value - 0x9E6)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }
}
