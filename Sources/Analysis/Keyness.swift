import Glibc
public import Text

/// An article whose words are counted.
public struct KeynessArticle: Sendable {
  public let text: String
  /// What is left out, such as advertisements.
  public let noise: [Span]
  public let source: String

  public init(text: String, noise: [Span] = [], source: String = "") {
    self.text = text
    self.noise = noise
    self.source = source
  }
}

/// How terms are put in order.
public enum KeynessMeasure: String, Sendable, CaseIterable {
  /// The log ratio that is left when chance has taken all it may (Evert's conservative log ratio).
  case ratio
  /// Log-likelihood ratio of the document counts (Dunning 1993).
  case g2
  /// Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008).
  case odds
}

/// Words that one set of documents uses more than another.
///
/// Counts documents that use a word, not tokens: one long article does not make a theme.
public struct Keyness: Sendable {
  public struct Term: Sendable {
    public let term: String
    /// 0 or 1: the side that uses it more.
    public let side: Int
    /// Log-likelihood ratio of the document counts; above 15.13 chance is below 1 in 10,000.
    public let g2: Double
    /// Binary logarithm of the ratio of relative frequencies (Hardie 2014), half a document added.
    public let logRatio: Double
    /// Documents of each side that use it.
    public let documents: [Int]
    /// Sources of those documents.
    public let sources: [Int]
    let rank: Double
  }

  public let terms: [Term]
  /// Documents of each side.
  public let sizes: [Int]

  /// Standard errors that are taken off the log ratio.
  ///
  /// So many that words of many documents come first, since these are in the next sample too:
  /// half of a list from one half of a corpus is in the other half's; at 2 errors it is a quarter.
  private static let errors = 10.0

  /// The `top` strongest terms of each side, strongest first.
  ///
  /// - Parameter emptyWords: folded words that are not counted.
  public init(
    _ a: [KeynessArticle], _ b: [KeynessArticle], emptyWords: Set<String> = [], top: Int = 25,
    by measure: KeynessMeasure = .ratio
  ) {
    var vocabulary = Vocabulary(emptyWords)
    let left = vocabulary.count(a)
    let right = vocabulary.count(b)
    sizes = [a.count, b.count]
    let least = a.count + b.count > 2 ? 2 : 1
    let all = Set(left.keys).union(right.keys).compactMap { key -> Term? in
      let uses = [left[key] ?? Use(), right[key] ?? Use()]
      guard uses[0].documents + uses[1].documents >= least else { return nil }
      return Self.term(vocabulary.surface(key), uses, [a.count, b.count], measure)
    }.filter { $0.g2 > 0 }.sorted { ($1.rank, $1.g2, $0.term) < ($0.rank, $0.g2, $1.term) }
    terms =
      Array(all.filter { $0.side == 0 }.prefix(top))
      + Array(all.filter { $0.side == 1 }.prefix(top))
  }

  private static func term(
    _ word: String, _ uses: [Use], _ sizes: [Int], _ measure: KeynessMeasure
  ) -> Term? {
    guard sizes[0] > 0, sizes[1] > 0 else { return nil }
    let counts = uses.map(\.documents)
    let rates = zip(counts, sizes).map { (Double($0) + 0.5) / (Double($1) + 1) }
    let used = Double(counts[0] + counts[1])
    let total = Double(sizes[0] + sizes[1])
    let g2 = g2(counts, sizes)
    let rank: Double =
      switch measure {
      case .g2: g2
      case .ratio: conservativeRatio(counts, sizes, rates)
      case .odds: odds(counts, sizes, used / total)
      }
    return Term(
      term: word, side: rates[0] >= rates[1] ? 0 : 1, g2: g2, logRatio: log2(rates[0] / rates[1]),
      documents: counts, sources: uses.map(\.sources.count), rank: rank)
  }

  /// Log-likelihood ratio of two counts of documents (Dunning 1993).
  ///
  /// - Parameter sizes: documents of each side.
  static func g2(_ counts: [Int], _ sizes: [Int]) -> Double {
    let observed = [counts[0], sizes[0] - counts[0], counts[1], sizes[1] - counts[1]]
    let used = Double(counts[0] + counts[1])
    let total = Double(sizes[0] + sizes[1])
    let expected = sizes.flatMap {
      [Double($0) * used / total, Double($0) * (total - used) / total]
    }
    var g2 = 0.0
    for (o, e) in zip(observed.map(Double.init), expected) where o > 0 && e > 0 {
      g2 += 2 * o * log(o / e)
    }
    return g2
  }

  private static func conservativeRatio(_ counts: [Int], _ sizes: [Int], _ rates: [Double])
    -> Double
  {
    let variance = zip(counts, sizes).reduce(0.0) { sum, pair in
      sum + 1 / (Double(pair.0) + 0.5) - 1 / (Double(pair.1) + 1)
    }
    return abs(log(rates[0] / rates[1])) - errors * variance.squareRoot()
  }

  /// The prior counts so many documents, as the whole corpus uses the word.
  private static let priorDocuments = 50.0

  private static func odds(_ counts: [Int], _ sizes: [Int], _ share: Double) -> Double {
    let prior = max(share * priorDocuments, 0.01)
    let parts = zip(counts, sizes).map { count, size -> (odds: Double, variance: Double) in
      let used = Double(count) + prior
      let unused = max(Double(size - count) + priorDocuments - prior, 0.01)
      return (log(used / unused), 1 / used)
    }
    return abs(parts[0].odds - parts[1].odds) / (parts[0].variance + parts[1].variance).squareRoot()
  }
}

/// Who uses a word.
private struct Use {
  var documents = 0
  var sources: Set<String> = []
}

/// Counts in how many documents each folded word stands, and remembers how it is written.
private struct Vocabulary {
  private let emptyWords: Set<UInt64>
  private var surfaces: [UInt64: [String: Int]] = [:]

  init(_ emptyWords: Set<String>) { self.emptyWords = Set(emptyWords.map { Folding.key($0) }) }

  mutating func count(_ articles: [KeynessArticle]) -> [UInt64: Use] {
    var uses: [UInt64: Use] = [:]
    for article in articles {
      var seen: Set<UInt64> = []
      let tokens = TokenizedText(article.text)
      for token in tokens.tokens where token.kind == .word {
        guard token.span.count > 1, !emptyWords.contains(token.key),
          !article.noise.contains(where: { $0.overlaps(token.span) }),
          seen.insert(token.key).inserted
        else { continue }
        uses[token.key, default: Use()].documents += 1
        uses[token.key, default: Use()].sources.insert(article.source)
        surfaces[token.key, default: [:]][tokens.string(token.span), default: 0] += 1
      }
    }
    return uses
  }

  /// The most common way to write a folded word; small letters where at least one in `small` uses
  /// has them, so that a word at the heads of sentences looks alike in every sample.
  func surface(_ key: UInt64) -> String {
    guard let written = surfaces[key] else { return "" }
    let uses = written.values.reduce(0, +)
    let plain = written.filter { $0.key == $0.key.lowercased() }
    let isPlain = plain.values.reduce(0, +) * Self.small >= uses
    return (isPlain ? plain : written).min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
  }

  private static let small = 8
}
