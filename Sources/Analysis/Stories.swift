import Glibc
public import Text

/// What a document is about, as a bag of terms.
public struct StoryTerms: Sendable {
  /// Keys of content words, of pairs of them, and of names, with how often each stands.
  let counts: [UInt64: Int]

  /// - Parameters:
  ///   - skipping: stretches that do not count, such as advertisements.
  ///   - emptyWords: `Folding` keys of words without a topic.
  ///   - names: names that entities are shown by, the same in all languages.
  public init(_ text: String, skipping: [Span], emptyWords: Set<UInt64>, names: [String]) {
    var counts: [UInt64: Int] = [:]
    var before: UInt64?
    for key in WordSequence(text, skipping: skipping).keys {
      guard !emptyWords.contains(key) else {
        before = nil
        continue
      }
      counts[key, default: 0] += 1
      if let before { counts[before &* 0x9E37_79B9_7F4A_7C15 ^ key, default: 0] += 1 }
      before = key
    }
    for name in names { counts[Folding.key("name " + name), default: 0] += 1 }
    self.counts = counts
  }
}

/// Puts the reports of one story together.
///
/// Average-link clustering of TF-IDF vectors of words and pairs of words: the two groups whose
/// documents are most alike on average are joined until none is alike enough. Similarities are
/// kept sparse, so that time goes with the pairs that share a term.
public struct Stories: Sendable {
  /// Documents of each story by the order in which they were given; largest story first.
  public let groups: [[Int]]

  /// Cosine from which two groups are one story (tuned on topics of ECB+ that it is not scored on).
  public static let standard = 0.115
  /// Terms in a larger share of the documents say little and cost much.
  private static let mostCommon = 0.25
  private static let leastCosine = 0.01

  public init(_ documents: [StoryTerms], least: Double = standard) {
    var linkage = AverageLinkage(count: documents.count)
    for (pair, cosine) in Self.cosines(documents) { linkage.add(pair.a, pair.b, cosine) }
    groups = linkage.groups(least: least).sorted { a, b in
      a.count == b.count ? (a.first ?? 0) < (b.first ?? 0) : a.count > b.count
    }
  }

  private struct Pair: Hashable {
    let a: Int
    let b: Int
  }

  private struct Posting {
    let document: Int
    let weight: Double
  }

  /// Cosines of the pairs that are above `leastCosine`.
  private static func cosines(_ documents: [StoryTerms]) -> [(Pair, Double)] {
    var frequency: [UInt64: Int] = [:]
    for document in documents {
      for term in document.counts.keys { frequency[term, default: 0] += 1 }
    }
    let total = Double(documents.count)
    let most = max(10, Int(mostCommon * total))
    var postings: [UInt64: [Posting]] = [:]
    var found: [(Pair, Double)] = []
    var sums = [Double](repeating: 0, count: documents.count)
    for (index, document) in documents.enumerated() {
      let weights = document.counts.sorted { $0.key < $1.key }.map { term, count in
        (
          term: term,
          weight: (1 + log(Double(count)))
            * (log((1 + total) / Double(1 + (frequency[term] ?? 0))) + 1)
        )
      }
      let norm = weights.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      var touched: [Int] = []
      for (term, weight) in weights {
        guard let count = frequency[term], count > 1, count <= most else { continue }
        let own = weight / max(norm, 1e-9)
        for posting in postings[term] ?? [] {
          if sums[posting.document] == 0 { touched.append(posting.document) }
          sums[posting.document] += posting.weight * own
        }
        postings[term, default: []].append(Posting(document: index, weight: own))
      }
      for other in touched {
        if sums[other] >= leastCosine { found.append((Pair(a: other, b: index), sums[other])) }
        sums[other] = 0
      }
    }
    return found
  }
}

/// Agglomerative clustering by the average similarity of two groups; missing pairs count as 0.
struct AverageLinkage {
  private struct Candidate {
    let average: Double
    let a: Int
    let b: Int
    let versionA: Int
    let versionB: Int
  }

  /// Sums of similarities to other groups.
  private var sums: [[Int: Double]]
  private var members: [[Int]]
  private var versions: [Int]
  private var heap: [Candidate] = []

  init(count: Int) {
    sums = Array(repeating: [:], count: count)
    members = (0..<count).map { [$0] }
    versions = Array(repeating: 0, count: count)
  }

  mutating func add(_ a: Int, _ b: Int, _ similarity: Double) {
    sums[a][b] = similarity
    sums[b][a] = similarity
  }

  /// Joins groups from the most alike on while they are at least `least` alike.
  mutating func groups(least: Double) -> [[Int]] {
    for a in sums.indices {
      for (b, sum) in sums[a] where a < b && sum >= least { push(a, b, sum) }
    }
    while let best = pop() {
      guard best.versionA == versions[best.a], best.versionB == versions[best.b] else { continue }
      join(best.a, best.b, least)
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }
  }

  private mutating func join(_ x: Int, _ y: Int, _ least: Double) {
    let (kept, gone) = sums[x].count >= sums[y].count ? (x, y) : (y, x)
    members[kept] += members[gone]
    members[gone] = []
    versions[kept] += 1
    versions[gone] += 1
    sums[kept][gone] = nil
    for (other, sum) in sums[gone] where other != kept {
      sums[kept][other, default: 0] += sum
      sums[other][gone] = nil
      sums[other][kept] = sums[kept][other]
    }
    sums[gone] = [:]
    for (other, sum) in sums[kept] {
      let average = sum / Double(members[kept].count * members[other].count)
      if average >= least { push(kept, other, average) }
    }
  }

  /// Higher averages first; of equal ones the pair with the lowest numbers.
  private func precedes(_ x: Candidate, _ y: Candidate) -> Bool {
    x.average != y.average
      ? x.average > y.average
      : (min(x.a, x.b), max(x.a, x.b)) < (min(y.a, y.b), max(y.a, y.b))
  }

  private mutating func push(_ a: Int, _ b: Int, _ average: Double) {
    heap.append(
      Candidate(average: average, a: a, b: b, versionA: versions[a], versionB: versions[b]))
    var child = heap.count - 1
    while child > 0, precedes(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> Candidate? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { return first }
      let right = left + 1
      let child = right < heap.count && precedes(heap[right], heap[left]) ? right : left
      guard precedes(heap[child], heap[parent]) else { return first }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
