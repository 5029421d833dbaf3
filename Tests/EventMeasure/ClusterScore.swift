/// How well elements are put together, against gold clusters of the same elements.
///
/// MUC (Vilain 1995) counts links, B³ (Bagga and Baldwin 1998) goes by element, CEAF-e (Luo 2005)
/// aligns clusters one to one; the mean of their F1 is the CoNLL score (Pradhan 2012).
struct ClusterScore {
  private let gold: [Set<Int>]
  private let found: [Set<Int>]
  private let goldOf: [Int: Int]
  private let foundOf: [Int: Int]

  struct Pair {
    var precision: Double
    var recall: Double
    var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }
  }

  init(_ gold: [Int: String], _ found: [Int: String]) {
    (self.gold, goldOf) = Self.clusters(gold)
    (self.found, foundOf) = Self.clusters(found)
  }

  private static func clusters(_ names: [Int: String]) -> ([Set<Int>], [Int: Int]) {
    let clusters = Dictionary(grouping: names.keys) { names[$0] ?? "" }.sorted { $0.key < $1.key }
      .map { Set($0.value) }
    var of: [Int: Int] = [:]
    for (number, cluster) in clusters.enumerated() {
      for element in cluster { of[element] = number }
    }
    return (clusters, of)
  }

  var line: String {
    let (muc, cubed, ceaf) = (muc, bCubed, ceaf)
    let conll = (muc.f1 + cubed.f1 + ceaf.f1) / 3
    return "MUC \(figures(muc)), B³ \(figures(cubed)), CEAF-e \(figures(ceaf)), "
      + "CoNLL F1 \(percent(conll))"
  }

  var cubed: String { "B³ \(figures(bCubed))" }

  private var muc: Pair {
    Pair(precision: Self.links(found, goldOf), recall: Self.links(gold, foundOf))
  }

  private static func links(_ clusters: [Set<Int>], _ other: [Int: Int]) -> Double {
    let all = clusters.reduce(0) { $0 + $1.count - 1 }
    let kept = clusters.reduce(0) { $0 + $1.count - Set($1.compactMap { other[$0] }).count }
    return all == 0 ? 0 : Double(kept) / Double(all)
  }

  private var bCubed: Pair {
    var (precision, recall) = (0.0, 0.0)
    for (element, number) in goldOf.sorted(by: { $0.key < $1.key }) {
      guard let other = foundOf[element] else { continue }
      let common = Double(gold[number].intersection(found[other]).count)
      precision += common / Double(found[other].count)
      recall += common / Double(gold[number].count)
    }
    let count = Double(max(1, goldOf.count))
    return Pair(precision: precision / count, recall: recall / count)
  }

  /// The best alignment, found in each group of clusters that overlap.
  private var ceaf: Pair {
    var total = 0.0
    var seen: Set<Int> = []
    for start in gold.indices where !seen.contains(start) {
      var (left, right, open): (Set<Int>, Set<Int>, [Int]) = ([], [], [start])
      while let number = open.popLast() {
        guard left.insert(number).inserted else { continue }
        for other in Set(gold[number].compactMap { foundOf[$0] }) where right.insert(other).inserted
        {
          open += found[other].compactMap { goldOf[$0] }
        }
      }
      seen.formUnion(left)
      total += best(left.sorted().map { gold[$0] }, right.sorted().map { found[$0] })
    }
    return Pair(
      precision: total / Double(max(1, found.count)), recall: total / Double(max(1, gold.count)))
  }

  private func best(_ a: [Set<Int>], _ b: [Set<Int>]) -> Double {
    let (rows, columns) = a.count <= b.count ? (a, b) : (b, a)
    let gains = rows.map { row in
      columns.map { 2 * Double(row.intersection($0).count) / Double(row.count + $0.count) }
    }
    return Assignment(gains).total
  }

  private func figures(_ pair: Pair) -> String {
    "\(percent(pair.precision))/\(percent(pair.recall))/\(percent(pair.f1))"
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
