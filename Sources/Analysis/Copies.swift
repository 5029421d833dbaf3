/// Finds documents that share much of their wording.
///
/// Containment, the shingles that two share over those of the shorter, finds a copy that was cut
/// short, which Jaccard's measure misses. Every shingle counts, so that nothing is left to chance:
/// a stable radix sort brings the documents of a shingle together. 16 bytes a shingle.
public struct Copies: Sendable {
  /// Two documents, by the order in which they were added.
  public struct Pair: Sendable, Equatable {
    public let a: Int
    public let b: Int
    public let shared: Int
    /// Shared shingles over those of the shorter document.
    public let containment: Double
  }

  /// Of a shingle in more documents, each is compared with so many of the first: an agency's report
  /// that hundreds print is linked to its first prints.
  public static let firstPrints = 64

  /// Upper 40 bits: hash of a shingle; lower 24: the document.
  ///
  /// Parted by the hash's first bits, so that sorting one part takes little room.
  private var entries = [[UInt64]](repeating: [], count: 1 << Self.partBits)
  private var count = 0

  public init() {}

  /// Adds the shingles of the next document; each counts once.
  public mutating func add(_ shingles: [UInt64]) {
    let document = UInt64(count) & Self.documentMask
    count += 1
    for shingle in shingles {
      entries[Int(shingle >> (64 - Self.partBits))].append(shingle & ~Self.documentMask | document)
    }
  }

  private static let partBits = 5
  private static let documentMask: UInt64 = 0xFF_FFFF

  /// The pairs with at least that containment, by first and second document.
  public func pairs(least: Double) -> [Pair] {
    var found: [Pair] = []
    eachPair(least: least) { found.append($0) }
    return found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  /// Hands on the pairs with at least that containment, by second document.
  public func eachPair(least: Double, _ body: (Pair) -> Void) {
    let (shared, starts) = postings()
    let sizes = shared.sizes
    var counts = [Int32](repeating: 0, count: sizes.count)
    var touched: [Int] = []
    for b in sizes.indices {
      for run in shared.ofDocument[starts[b]..<starts[b + 1]] {
        let first = Int(shared.runStarts[Int(run)])
        let end = min(Int(shared.runStarts[Int(run) + 1]), first + Self.firstPrints)
        for position in first..<end {
          let a = Int(shared.documents[position])
          if a >= b { break }
          if counts[a] == 0 { touched.append(a) }
          counts[a] += 1
        }
      }
      for a in touched.sorted() {
        let containment = Double(counts[a]) / Double(max(1, min(sizes[a], sizes[b])))
        if containment >= least {
          body(Pair(a: a, b: b, shared: Int(counts[a]), containment: containment))
        }
        counts[a] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// Shingles that stand in two documents or more.
  private struct Shared {
    /// Documents of each shingle, ascending, shingle after shingle.
    var documents: [UInt32] = []
    var runStarts: [UInt32] = []
    /// Shingles of each document, document after document.
    var ofDocument: [UInt32] = []
    /// How many shingles each document has, shared or not.
    var sizes: [Int32]
  }

  private func postings() -> (Shared, starts: [Int]) {
    var shared = Shared(sizes: [Int32](repeating: 0, count: count))
    for part in entries { Self.enter(RadixSort.sorted(part, fromBit: 24), &shared) }
    shared.runStarts.append(UInt32(shared.documents.count))
    let starts = Self.turn(&shared, documents: count)
    return (shared, starts)
  }

  /// Enters sorted entries; those of one shingle and document stand together and count once.
  private static func enter(_ sorted: [UInt64], _ shared: inout Shared) {
    var start = 0
    while start < sorted.count {
      let first = shared.documents.count
      var end = start
      while end < sorted.count, sorted[end] >> 24 == sorted[start] >> 24 {
        if end == start || sorted[end] != sorted[end - 1] {
          let document = UInt32(sorted[end] & documentMask)
          shared.documents.append(document)
          shared.sizes[Int(document)] += 1
        }
        end += 1
      }
      if shared.documents.count - first > 1 {
        shared.runStarts.append(UInt32(first))
      } else {
        shared.documents.removeLast()
      }
      start = end
    }
  }

  /// Fills in the shingles of each document; returns where each document's begin.
  private static func turn(_ shared: inout Shared, documents: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: documents + 1)
    for document in shared.documents { starts[Int(document) + 1] += 1 }
    for document in 0..<documents { starts[document + 1] += starts[document] }
    var next = starts
    shared.ofDocument = [UInt32](repeating: 0, count: shared.documents.count)
    for run in 0..<(shared.runStarts.count - 1) {
      for position in Int(shared.runStarts[run])..<Int(shared.runStarts[run + 1]) {
        let document = Int(shared.documents[position])
        shared.ofDocument[next[document]] = UInt32(run)
        next[document] += 1
      }
    }
    return starts
  }
}

/// Sorts numbers by their upper bits, keeping the order of equal ones.
enum RadixSort {
  /// Sorts by the bits from `fromBit` (a multiple of 8) upwards; linear time, three times the memory.
  static func sorted(_ values: [UInt64], fromBit: UInt64) -> [UInt64] {
    var from = values
    var to = [UInt64](repeating: 0, count: values.count)
    for shift in stride(from: fromBit, to: 64, by: 8) {
      var ends = [Int](repeating: 0, count: 257)
      for value in from { ends[Int(value >> shift & 0xFF) + 1] += 1 }
      for digit in 0..<256 { ends[digit + 1] += ends[digit] }
      for value in from {
        let digit = Int(value >> shift & 0xFF)
        to[ends[digit]] = value
        ends[digit] += 1
      }
      swap(&from, &to)
    }
    return from
  }
}
