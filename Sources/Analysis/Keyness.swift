import Text

import Glibc

/// Words that one set of documents uses more than another.
public struct Keyness: Sendable {
  public struct Term: Sendable {
    public let term: String
    /// 0 or 1: the side that uses it more.
    public let side: Int
    /// Log-likelihood ratio (Dunning 1993) of the document counts.
    public let g2: Double
    /// Binary logarithm of the ratio of relative frequencies (Hardie 2014), half a document added.
    public let logRatio: Double
    /// Documents of each side that use it.
    public let documents: [Int]
  }

  public let terms: [Term]

  /// The `top` strongest terms of each side, strongest first.
  ///
  /// Counts documents that use a word, which repeats better between halves of a corpus than counts
  /// of tokens. Words that stand in one document only are left out where a side has more.
  ///
  /// - Parameter functionWords: folded words that are not counted.
  public init(_ a: [String], _ b: [String], functionWords: Set<String> = [], top: Int = 25) {
    var vocabulary = Vocabulary(functionWords)
    let left = vocabulary.documentFrequencies(a)
    let right = vocabulary.documentFrequencies(b)
    let least = a.count + b.count > 2 ? 2 : 1
    let all = Set(left.keys).union(right.keys).compactMap { word -> Term? in
      let counts = [left[word] ?? 0, right[word] ?? 0]
      guard counts[0] + counts[1] >= least else { return nil }
      return Self.term(vocabulary.surface(word), counts, [a.count, b.count])
    }.filter { $0.g2 > 0 }.sorted { ($1.g2, $0.term) < ($0.g2, $1.term) }
    terms =
      Array(all.filter { $0.side == 0 }.prefix(top))
      + Array(all.filter { $0.side == 1 }.prefix(top))
  }

  private static func term(_ word: String, _ counts: [Int], _ sizes: [Int]) -> Term? {
    guard sizes[0] > 0, sizes[1] > 0 else { return nil }
    let rates = zip(counts, sizes).map { (Double($0) + 0.5) / (Double($1) + 1) }
    let observed = [counts[0], sizes[0] - counts[0], counts[1], sizes[1] - counts[1]].map(
      Double.init)
    let used = Double(counts[0] + counts[1])
    let total = Double(sizes[0] + sizes[1])
    let expected = sizes.flatMap {
      [Double($0) * used / total, Double($0) * (total - used) / total]
    }
    var g2 = 0.0
    for (o, e) in zip(observed, expected) where o > 0 && e > 0 { g2 += 2 * o * log(o / e) }
    return Term(
      term: word, side: rates[0] >= rates[1] ? 0 : 1, g2: g2, logRatio: log2(rates[0] / rates[1]),
      documents: counts)
  }
}

/// Counts in how many documents each folded word stands, and remembers how it is written.
private struct Vocabulary {
  private let functionWords: Set<String>
  private var surfaces: [String: [String: Int]] = [:]

  init(_ functionWords: Set<String>) { self.functionWords = functionWords }

  mutating func documentFrequencies(_ texts: [String]) -> [String: Int] {
    var frequencies: [String: Int] = [:]
    for text in texts {
      var seen: Set<String> = []
      let tokens = TokenizedText(text)
      for token in tokens.tokens where token.kind == .word {
        let surface = tokens.string(token.span)
        let word = Folding.fold(surface)
        guard !functionWords.contains(word), word.unicodeScalars.count > 1 || token.script == .han,
          seen.insert(word).inserted
        else { continue }
        frequencies[word, default: 0] += 1
        surfaces[word, default: [:]][surface, default: 0] += 1
      }
    }
    return frequencies
  }

  /// The most common way to write a folded word.
  func surface(_ word: String) -> String {
    surfaces[word]?.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? word
  }
}
