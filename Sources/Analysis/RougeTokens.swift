import Text

/// Words as ROUGE counts them.
///
/// For English as ROUGE-1.5.5 does: lower case, letters and digits of ASCII, stop words out, stems
/// of words longer than three letters. For other languages the words as they are.
public struct RougeTokens: Sendable {
  private let stopWords: Set<String>
  private let isEnglish: Bool

  public init(language: String, stopWords: Set<String>) {
    isEnglish = language == "en"
    self.stopWords = stopWords
  }

  /// How often each n-gram of the sentences, taken as one text, occurs.
  func grams(_ n: Int, in sentences: [String]) -> [String: Int] {
    let words = sentences.flatMap(isEnglish ? english : plain)
    var counts: [String: Int] = [:]
    for start in words.indices.dropLast(n - 1) {
      counts[words[start..<(start + n)].joined(separator: " "), default: 0] += 1
    }
    return counts
  }

  private func english(_ sentence: String) -> [String] {
    sentence.lowercased().utf8.split { byte in
      !(0x61...0x7A).contains(byte) && !(0x30...0x39).contains(byte)
    }.map { String(decoding: $0, as: UTF8.self) }.filter { !stopWords.contains($0) }.map {
      $0.utf8.count > 3 ? PorterStemmer.stem($0) : $0
    }
  }

  private func plain(_ sentence: String) -> [String] {
    sentence.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }

  private static let punctuation = ##"!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"##

  /// Blank-separated pieces that are no punctuation: the aligner's view of content.
  static func rawBag(_ sentences: [String]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for sentence in sentences {
      for piece in sentence.split(whereSeparator: \.isWhitespace) {
        let word = String(piece)
        if !punctuation.contains(word) { counts[word, default: 0] += 1 }
      }
    }
    return counts
  }
}
