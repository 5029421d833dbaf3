import Text

/// A statement as it is compared with others.
public struct ComparedQuote: Sendable {
  public let id: Int
  public let speaker: String
  public let language: String
  public let source: String
  public let text: String

  public init(id: Int, speaker: String, language: String, source: String, text: String) {
    self.id = id
    self.speaker = speaker
    self.language = language
    self.source = source
    self.text = text
  }
}

/// One statement as several reports give it.
public struct QuoteVariants: Sendable {
  public enum Relation: String, Sendable {
    /// Word for word.
    case verbatim
    /// A part of the words, in one piece.
    case shortened
    /// Nearly the same words, but not the same.
    case altered
    /// Much the same in other words.
    case paraphrased
  }

  public struct Variant: Sendable {
    public let first: Int
    public let other: Int
    public let relation: Relation
  }

  /// Every statement with the earlier one that it is most like, in order of the later one.
  public let variants: [Variant]

  /// Share of the shorter one's words that the longer one must have.
  private static let leastShared = 0.6
  private static let leastForAltered = 0.85
  private static let fewestWords = 4

  /// Compares what the same speaker says in the same language, in the order given.
  public init(_ quotes: [ComparedQuote]) {
    var index: [String: [Int]] = [:]
    var words: [[UInt64]] = []
    var variants: [Variant] = []
    for (number, quote) in quotes.enumerated() {
      let keys = TokenizedText(quote.text).tokens.filter {
        $0.kind == .word || $0.kind == .number
      }.map(\.key)
      words.append(keys)
      guard keys.count >= Self.fewestWords else { continue }
      let pairs = zip(keys, keys.dropFirst()).map {
        "\(quote.speaker)\t\(quote.language)\t\($0)\t\($1)"
      }
      var shared: [Int: Int] = [:]
      for pair in Set(pairs) { for other in index[pair] ?? [] { shared[other, default: 0] += 1 } }
      let best = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.looks)
      if let (other, relation) = best.lazy.compactMap({ other, _ in
        Self.relation(words[other], keys).map { (other, $0) }
      }).first {
        variants.append(Variant(first: quotes[other].id, other: quote.id, relation: relation))
      }
      for pair in Set(pairs).sorted() where (index[pair]?.count ?? 0) < Self.longestList {
        index[pair, default: []].append(number)
      }
    }
    self.variants = variants
  }

  /// How many likely ones are compared word by word, and how many share a pair of words at most.
  private static let looks = 3
  private static let longestList = 200

  private static func relation(_ a: [UInt64], _ b: [UInt64]) -> Relation? {
    if a == b { return .verbatim }
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if holds(long, short) { return .shortened }
    let common = Set(short).intersection(long).count
    let share = Double(common) / Double(Set(short).count)
    if share >= leastForAltered, short.count * 3 >= long.count * 2 { return .altered }
    return share >= leastShared ? .paraphrased : nil
  }

  private static func holds(_ long: [UInt64], _ short: [UInt64]) -> Bool {
    guard let first = short.first, short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { start in
      long[start] == first && long[start..<(start + short.count)].elementsEqual(short)
    }
  }
}
