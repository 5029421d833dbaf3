import CLanguageDetection

/// Which language a text is in, by CLD2.
public enum LanguageDetector {
  /// Letters without which there is no answer.
  public static let fewestLetters = 20
  /// Bytes that are looked at; more do not change the answer.
  private static let longest = 64 << 10

  /// An ISO 639 code such as `hi`; nil if there are fewer than 20 letters or no clear answer.
  public static func language(of text: String) -> String? {
    guard hasEnoughLetters(text) else { return nil }
    var head = Self.head(of: text)
    return head.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        annals_detect_language(characters.baseAddress, Int32(characters.count))
      }
    }.flatMap { code(String(cString: $0)) }
  }

  /// The language of a tag such as `hi-IN`, in lower case; nil for what is no tag.
  static func code(_ tag: String) -> String? {
    let language = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    let isCode =
      (2...3).contains(language.utf8.count)
      && language.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    return isCode && language != "und" ? language : nil
  }

  private static func hasEnoughLetters(_ text: String) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      letters += 1
      if letters == fewestLetters { return true }
    }
    return false
  }

  /// The beginning of the text, cut between characters.
  private static func head(of text: String) -> String {
    guard text.utf8.count > longest else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: longest)
    while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    return String(text[..<end])
  }
}
