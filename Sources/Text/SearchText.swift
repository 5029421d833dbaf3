/// Text as the full-text index takes it, and queries over it.
///
/// Both go through the same folding: what is found does not depend on spelling variants.
public enum SearchText {
  /// Folded words with a blank between them; each Han character is a word of its own.
  public static func index(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return index(bytes, Tokenizer.tokens(of: bytes))
  }

  public static func index(_ text: TokenizedText) -> String { index(text.bytes, text.tokens) }

  private static func index(_ bytes: [UInt8], _ tokens: [Token]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      for token in tokens where token.kind == .word || token.kind == .number {
        if !out.isEmpty { out.append(UInt8(ascii: " ")) }
        Folding.fold(bytes[token.span.start..<token.span.end], onto: &out)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// An FTS5 expression that finds all the words of `text`; empty if it has none.
  ///
  /// Words in quotation marks, and runs of Han characters, are found as phrases. Everything is
  /// quoted, so that no operator of FTS5 gets through.
  public static func query(_ text: String) -> String {
    phrases(of: text).map { words in "\"" + words.joined(separator: " ") + "\"" }
      .joined(separator: " ")
  }

  private static func phrases(of text: String) -> [[String]] {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { index, part -> [[String]] in
      if index % 2 == 1 { return [words(of: String(part))].filter { !$0.isEmpty } }
      return part.split { $0 == " " || $0 == "\t" || $0 == "\n" }.map { words(of: String($0)) }
        .filter { !$0.isEmpty }
    }
  }

  private static func words(of text: String) -> [String] {
    index(text).split(separator: " ").map(String.init)
  }
}
