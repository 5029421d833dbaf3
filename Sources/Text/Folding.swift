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
    let text = String(decoding: bytes, as: UTF8.self)
    each(in: Array(composed(text).unicodeScalars)) { scalar in
      out += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
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
    let text = String(decoding: bytes, as: UTF8.self)
    each(in: Array(composed(text).unicodeScalars)) { scalar in
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    return hash
  }

  private static func composed(_ text: String) -> String {
    let hasLooseMark = text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
    return hasLooseMark ? text.precomposedStringWithCanonicalMapping : text
  }

  private static func each(in scalars: [Unicode.Scalar], _ body: (Unicode.Scalar) -> Void) {
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0..<0x80: body(asciiLower(scalar))
      case 0x93C, 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
        0x2066...0x2069, 0xFEFF:
        continue
      case 0x901: body("\u{902}")
      case 0x958...0x95F: body(withoutNukta[Int(scalar.value) - 0x958])
      case 0x919, 0x91E, 0x923, 0x928, 0x92E:
        body(isHalf(scalars, index) ? "\u{902}" : scalar)
      case 0x94D where index > 0 && isHalf(scalars, index - 1): continue
      case 0x451, 0x401: body("\u{435}")
      case 0x640, 0x64B...0x655, 0x670: continue
      case 0x622, 0x623, 0x625, 0x671: body("\u{627}")
      case 0x649, 0x6CC: body("\u{64A}")
      case 0xFF01...0xFF5E:
        body(asciiLower(Unicode.Scalar(UInt8(scalar.value - 0xFF01 + 0x21))))
      default: other(scalar, body)
      }
    }
  }

  private static func other(_ scalar: Unicode.Scalar, _ body: (Unicode.Scalar) -> Void) {
    if let digit = scalar.decimalDigit {
      body(Unicode.Scalar(UInt8(0x30 + digit)))
    } else if scalar.value < 0x530 || (0x1E00...0x1EFF).contains(scalar.value) {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { body(lower) }
    } else {
      body(scalar)
    }
  }

  private static func asciiLower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x41...0x5A).contains(scalar.value)
      ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
  }

  /// Whether a nasal stands at `index` with a virama and a consonant behind it.
  private static func isHalf(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index + 2 < scalars.count, scalars[index + 1].value == 0x94D else { return false }
    guard [0x919, 0x91E, 0x923, 0x928, 0x92E].contains(scalars[index].value) else { return false }
    return (0x915...0x939).contains(scalars[index + 2].value)
  }

  private static let withoutNukta: [Unicode.Scalar] = [
    "\u{915}", "\u{916}", "\u{917}", "\u{91C}", "\u{921}", "\u{922}", "\u{92B}", "\u{92F}",
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
