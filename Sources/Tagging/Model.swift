/// The weights of a trained tagger: for each feature and label, and for each pair of labels.
struct Model: Sendable {
  typealias Row = SIMD16<Int8>

  /// Row numbers by feature hash.
  let table: HashTable
  let rows: [Row]
  /// Weight of label j behind label i at `[i][j]`; behind them the row of the sentence's start.
  let transitions: [SIMD16<Int32>]
  /// Weights that end a sentence.
  let ending: SIMD16<Int32>
  /// Thousandths of a change in training that one step of a weight stands for.
  let step: Int

  /// Weight of what must not be.
  static let never: Int32 = -1_000_000

  /// - Parameter hashes: of features, each at most once, as they are stored; row i belongs to hash i.
  init(hashes: [UInt32], rows: [Row], transitions: [[Int]], ending: [Int], step: Int) {
    table = HashTable(hashes)
    self.rows = rows
    self.transitions = transitions.enumerated().map { previous, row in
      Self.lanes(row) { Label.follows($0, previous < Label.count ? previous : nil) }
    }
    self.ending = Self.lanes(ending) { Label.follows(nil, $0) }
    self.step = max(step, 1)
  }

  private static func lanes(_ values: [Int], allowed: (Int) -> Bool) -> SIMD16<Int32> {
    var lanes = SIMD16<Int32>(repeating: never)
    for label in 0..<Label.count where allowed(label) { lanes[label] = Int32(values[label]) }
    return lanes
  }

  /// The sum of the weights of each token's features.
  func scores(of rows: [UInt32], count: Int) -> [SIMD16<Int32>] {
    // SAFETY: `found` has room for the features of a token, and is not used outside.
    withUnsafeTemporaryAllocation(of: HashTable.Slot.self, capacity: Features.width) { found in
      rows.withUnsafeBufferPointer { rows in
        (0..<count).map { token in
          let features = rows[(token * Features.width)..<((token + 1) * Features.width)]
          let known = table.find(UnsafeBufferPointer(rebasing: features), into: found)
          return sum(of: UnsafeBufferPointer(rebasing: found[..<known]))
        }
      }
    }
  }

  private func sum(of features: UnsafeBufferPointer<HashTable.Slot>) -> SIMD16<Int32> {
    rows.withUnsafeBufferPointer { rows in
      var sum = SIMD16<Int16>()
      for feature in features where feature.row >= 0 {
        sum &+= SIMD16<Int16>(truncatingIfNeeded: rows[Int(feature.row)])
      }
      return SIMD16<Int32>(truncatingIfNeeded: sum)
    }
  }
}
