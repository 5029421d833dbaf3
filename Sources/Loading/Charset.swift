import CFormats
import Glibc

/// Texts that are neither UTF-8 nor marked UTF-16, by iconv and uchardet.
enum Charset {
  /// Bytes without which every charset fits.
  private static let shortest = 8

  /// Whether a byte stands in files of other kinds but in no text; ESC is part of ISO 2022.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
  }

  /// Bytes that the guess looks at.
  private static let sample = 64 << 10

  /// The text in the declared charset, else in the one that it looks like.
  ///
  /// - Returns: nil if no charset is known; `broken` counts sequences that were replaced.
  static func decode(_ bytes: [UInt8], declared: String?) -> (
    text: String, charset: String, broken: Int
  )? {
    guard bytes.count >= shortest, !bytes.contains(where: isControl) else { return nil }
    let candidates = [declared, guess(bytes)].compactMap { $0 }.filter(isName)
    for charset in candidates where charset.lowercased() != "utf-8" {
      if let decoded = convert(bytes, from: charset) {
        return (decoded.text, charset.uppercased(), decoded.broken)
      }
    }
    return nil
  }

  private static func guess(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(sample)
    var name = [CChar](repeating: 0, count: 64)
    head.withUnsafeBytes { head in
      annals_charset(
        head.baseAddress?.assumingMemoryBound(to: CChar.self), head.count, &name, name.count)
    }
    let guess = String(
      decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return guess.isEmpty || guess == "ASCII" ? nil : guess
  }

  private static func convert(_ bytes: [UInt8], from charset: String) -> (
    text: String, broken: Int
  )? {
    var count = 0
    var broken = 0
    let converted = bytes.withUnsafeBytes { bytes in
      annals_to_utf8(
        charset, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &count,
        &broken)
    }
    guard let converted else { return nil }
    defer { free(converted) }
    let text = UnsafeRawBufferPointer(start: converted, count: count)
    return (String(decoding: text, as: UTF8.self), broken)
  }

  /// Whether a word can name a charset; iconv takes commands behind a slash.
  private static func isName(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.count <= 40
      && word.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "-_.:".utf8.contains($0)
      }
  }

  /// The charset that the head of a page or XML declares: `charset=…` or `encoding="…"`.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(2048).map { $0 | 0x20 })
    for key in ["charset=", "encoding="] {
      let key = Array(key.utf8).map { $0 | 0x20 }
      guard let start = head.firstRange(of: key)?.upperBound else { continue }
      let value = bytes[start...].prefix(60).drop { "\"' ".utf8.contains($0) }
      let name = value.prefix { $0 > 0x20 && !"\"';/>".utf8.contains($0) }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}
