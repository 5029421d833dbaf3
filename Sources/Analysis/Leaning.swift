/// What the documents of one side have more often than those of another, such as names.
public struct Leaning: Sendable {
  /// In how many documents of each side something is.
  public struct Count: Sendable {
    /// `name` or `event kind`.
    public let kind: String
    public let fact: String
    public let documents: [Int]

    public init(kind: String, fact: String, documents: [Int]) {
      self.kind = kind
      self.fact = fact
      self.documents = documents
    }
  }

  public struct Row: Sendable {
    public let count: Count
    /// 0 or 1: the side that has it more often.
    public let side: Int
    /// Whether the other side lacks it.
    public let isOnly: Bool
    /// Log-likelihood ratio of the document counts (Dunning 1993).
    public let g2: Double
  }

  /// What only one side has, then what it has more often, first side first, strongest first.
  public let rows: [Row]

  /// Chance gives a higher log-likelihood ratio once in 20 words.
  private static let least = 3.84

  /// - Parameters:
  ///   - sizes: documents of each of two sides.
  ///   - top: rows of each side and sort at most.
  public init(_ counts: [Count], sizes: [Int], top: Int) {
    let all = counts.compactMap { Self.row($0, sizes) }.sorted {
      ($1.g2, $0.count.kind, $0.count.fact) < ($0.g2, $1.count.kind, $1.count.fact)
    }
    rows = [(true, 0), (true, 1), (false, 0), (false, 1)].flatMap { isOnly, side in
      all.filter { $0.isOnly == isOnly && $0.side == side }.prefix(top)
    }
  }

  private static func row(_ count: Count, _ sizes: [Int]) -> Row? {
    guard count.documents.count == 2, sizes.count == 2, sizes[0] > 0, sizes[1] > 0 else {
      return nil
    }
    let rates = zip(count.documents, sizes).map { Double($0) / Double($1) }
    let g2 = Keyness.g2(count.documents, sizes)
    let isOnly = count.documents.contains(0)
    // A single document makes no difference; several that the other side has nothing of do.
    guard count.documents.contains(where: { $0 > 1 }), isOnly || g2 >= least else { return nil }
    return Row(count: count, side: rates[0] > rates[1] ? 0 : 1, isOnly: isOnly, g2: g2)
  }
}
