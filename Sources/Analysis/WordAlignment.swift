import Text

/// Which stretches of two word sequences are the same, in the same order.
///
/// Patience alignment (Cohen): runs of three words that are unique in both texts are anchors, the
/// longest rising chain of them is kept and extended word by word; small gaps between anchors are
/// aligned by their longest common subsequence.
public struct WordAlignment: Sendable {
  /// Equally long stretches of words, by index.
  public struct Run: Sendable, Equatable {
    public var a: Range<Int>
    public var b: Range<Int>
  }

  /// In order of both texts, not overlapping.
  public private(set) var runs: [Run] = []
  private let a: [UInt64]
  private let b: [UInt64]

  /// Gaps longer than this on either side are not looked into.
  private static let longestGap = 120
  private static let anchorLength = 3

  public init(_ a: [UInt64], _ b: [UInt64]) {
    self.a = a
    self.b = b
    var chain = extended(Self.risingChain(anchors()))
    chain = filled(chain)
    runs = Self.joined(chain)
  }

  /// Stretches of the two texts that are copies of one another: runs with at most `gap` other words
  /// between them on either side, of at least `least` common words.
  public func passages(gap: Int = 8, least: Int = 8) -> [Run] {
    var passages: [(run: Run, common: Int)] = []
    for run in runs {
      if let last = passages.last, run.a.lowerBound - last.run.a.upperBound <= gap,
        run.b.lowerBound - last.run.b.upperBound <= gap
      {
        passages[passages.count - 1].run.a = last.run.a.lowerBound..<run.a.upperBound
        passages[passages.count - 1].run.b = last.run.b.lowerBound..<run.b.upperBound
        passages[passages.count - 1].common += run.a.count
      } else {
        passages.append((run, run.a.count))
      }
    }
    return passages.filter { $0.common >= least }.map(\.run)
  }

  private func anchors() -> [(a: Int, b: Int)] {
    let left = Self.unique(a)
    let right = Self.unique(b)
    return left.compactMap { hash, position in right[hash].map { (position, $0) } }
      .sorted { $0.a < $1.a }
  }

  /// Where each run of words stands that occurs once.
  private static func unique(_ keys: [UInt64]) -> [UInt64: Int] {
    guard keys.count >= anchorLength else { return [:] }
    var places: [UInt64: Int] = [:]
    for start in 0...(keys.count - anchorLength) {
      let hash = keys[start..<(start + anchorLength)].reduce(0x9E37_79B9_7F4A_7C15) {
        ($0 &* 0x100_0000_01b3) ^ ($1 &* 0xff51_afd7_ed55_8ccd)
      }
      places[hash] = places[hash] == nil ? start : -1
    }
    return places.filter { $0.value >= 0 }
  }

  /// The longest chain whose places rise in both texts (patience sorting, O(n log n)).
  private static func risingChain(_ anchors: [(a: Int, b: Int)]) -> [(a: Int, b: Int)] {
    var piles: [Int] = []
    var before = [Int](repeating: -1, count: anchors.count)
    for (index, anchor) in anchors.enumerated() {
      var (low, high) = (0, piles.count)
      while low < high {
        let middle = (low + high) / 2
        if anchors[piles[middle]].b < anchor.b { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = piles[low - 1] }
      if low == piles.count { piles.append(index) } else { piles[low] = index }
    }
    var chain: [(a: Int, b: Int)] = []
    var index = piles.last ?? -1
    while index >= 0 {
      chain.append(anchors[index])
      index = before[index]
    }
    return chain.reversed()
  }

  private func extended(_ anchors: [(a: Int, b: Int)]) -> [Run] {
    var runs: [Run] = []
    for anchor in anchors {
      let (lastA, lastB) = (runs.last?.a.upperBound ?? 0, runs.last?.b.upperBound ?? 0)
      if anchor.a < lastA || anchor.b < lastB { continue }
      var (startA, startB) = (anchor.a, anchor.b)
      while startA > lastA, startB > lastB, a[startA - 1] == b[startB - 1] {
        startA -= 1
        startB -= 1
      }
      var (endA, endB) = (anchor.a + Self.anchorLength, anchor.b + Self.anchorLength)
      while endA < a.count, endB < b.count, a[endA] == b[endB] {
        endA += 1
        endB += 1
      }
      runs.append(Run(a: startA..<endA, b: startB..<endB))
    }
    return runs
  }

  /// The runs with those between them, before the first and behind the last.
  private func filled(_ runs: [Run]) -> [Run] {
    guard !runs.isEmpty else { return [] }
    var all: [Run] = []
    var (lastA, lastB) = (0, 0)
    for run in runs + [Run(a: a.count..<a.count, b: b.count..<b.count)] {
      all += common(lastA..<run.a.lowerBound, lastB..<run.b.lowerBound)
      if !run.a.isEmpty { all.append(run) }
      (lastA, lastB) = (run.a.upperBound, run.b.upperBound)
    }
    return all
  }

  /// The longest common subsequence of a small gap, word by word.
  private func common(_ left: Range<Int>, _ right: Range<Int>) -> [Run] {
    guard !left.isEmpty, !right.isEmpty, left.count <= Self.longestGap,
      right.count <= Self.longestGap
    else { return [] }
    let width = right.count + 1
    var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
    for i in stride(from: left.count - 1, through: 0, by: -1) {
      for j in stride(from: right.count - 1, through: 0, by: -1) {
        lengths[i * width + j] =
          a[left.lowerBound + i] == b[right.lowerBound + j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    var runs: [Run] = []
    while i < left.count, j < right.count {
      let (x, y) = (left.lowerBound + i, right.lowerBound + j)
      if a[x] == b[y] {
        runs.append(Run(a: x..<(x + 1), b: y..<(y + 1)))
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return runs
  }

  private static func joined(_ runs: [Run]) -> [Run] {
    var joined: [Run] = []
    for run in runs {
      if let last = joined.last, last.a.upperBound == run.a.lowerBound,
        last.b.upperBound == run.b.lowerBound
      {
        joined[joined.count - 1].a = last.a.lowerBound..<run.a.upperBound
        joined[joined.count - 1].b = last.b.lowerBound..<run.b.upperBound
      } else {
        joined.append(run)
      }
    }
    return joined
  }
}
