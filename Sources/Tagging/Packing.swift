/// Makes averaged weights small: the lightest are dropped, the others become single bytes.
struct Packing {
  private let weights: [[Int64]]
  private let transitions: [[Int64]]
  /// One change of a weight, in what the weights are counted in.
  private let unit: Int64
  /// What one byte's step stands for.
  private let quantum: Int64
  /// Weights below this are dropped.
  private let least: Int64

  /// - Parameter size: bytes of the file, about.
  init(_ weights: [[Int64]], _ transitions: [[Int64]], unit: Int64, size: Int) {
    self.unit = unit
    self.weights = weights
    self.transitions = transitions
    let sorted = weights.joined().map { abs($0) }.filter { $0 > 0 }.sorted()
    // Few are heavier than nine tenths of the heaviest; they are cut to what a byte holds.
    let heaviest = sorted.isEmpty ? 1 : sorted[sorted.count - 1 - sorted.count / 20_000]
    quantum = max(1, heaviest / 127)
    // A feature costs some four bytes beside its weights.
    var low = quantum / 2 + 1
    var high = heaviest
    while low < high {
      let middle = (low + high) / 2
      if Self.bytes(weights, middle) > size { low = middle + 1 } else { high = middle }
    }
    least = low
  }

  private static func bytes(_ weights: [[Int64]], _ least: Int64) -> Int {
    weights.reduce(0) { sum, row in
      let kept = row.count { abs($0) >= least }
      return sum + (kept == 0 ? 0 : 4 + kept)
    }
  }

  /// The model's file; `hashes` in ascending order, one for each row of weights.
  func bytes(hashes: [UInt32]) -> [UInt8] {
    var kept: [(hash: UInt32, row: Model.Row)] = []
    for (hash, weights) in zip(hashes, weights) where weights.contains(where: { abs($0) >= least })
    {
      var row = Model.Row()
      for (label, weight) in weights.enumerated() where abs(weight) >= least {
        row[label] = Int8(max(-127, min(127, rounded(weight))))
      }
      kept.append((hash, row))
    }
    let rows = transitions.map { $0.map { max(-32_000, min(32_000, rounded($0))) } }
    return ModelFile.bytes(
      weights: kept, transitions: Array(rows.dropLast()), ending: rows[Label.count + 1],
      step: Int(min(30_000, max(1, quantum * 1000 / unit))))
  }

  private func rounded(_ weight: Int64) -> Int {
    Int((weight + (weight < 0 ? -quantum : quantum) / 2) / quantum)
  }
}
