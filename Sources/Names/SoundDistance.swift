import Text

/// How far the sounds of two words are apart: weighted Levenshtein distance over the length of the
/// longer one; where vowels are left out, over its consonants.
///
/// A vowel that is missing or another costs .3, a near sound .5, any other sound 1; an `a` at the
/// end of a word, which often tells a woman's name from a man's, costs 1.5. Where one of the words is
/// in a script that leaves vowels out, a missing vowel costs next to nothing.
struct SoundDistance {
  private let vowel: Float
  private let lastA: Float
  /// Whether only consonants tell names apart, so that they alone are counted.
  private let countsConsonants: Bool
  /// Costs of exchanging two letters, by both their codes.
  private let exchange: [Float]

  init(_ a: Script, _ b: Script) {
    let leavesOut = a == .arabic || b == .arabic
    countsConsonants = leavesOut
    vowel = leavesOut ? Self.looseVowel : Self.otherVowel
    lastA = leavesOut ? 0.3 : 1.5
    exchange = leavesOut ? Self.looseExchange : Self.plainExchange
  }

  /// The least distance over the readings of both words; at most one of them has several pieces.
  func between(_ a: [Sound.Piece], _ b: [Sound.Piece]) -> Double {
    if a.count > 1 { return chain(a, b) }
    return chain(b, a)
  }

  private func chain(_ chain: [Sound.Piece], _ word: [Sound.Piece]) -> Double {
    guard word.count == 1 else { return 1 }
    let least = countsConsonants ? 3 : 4
    let likeliest = chain.reduce(0) { $0 + ($1.first.map { length($0.letters) } ?? 0) }
    var best = 1.0
    for reading in word[0] {
      let cost = Double(distance(chain, reading.letters))
      best = min(best, cost / Double(max(least, likeliest, length(reading.letters))))
    }
    return best
  }

  /// Letters by which names are told apart.
  private func length(_ letters: [UInt8]) -> Int {
    countsConsonants ? letters.count { !SoundLetter.isVowel($0) } : letters.count
  }

  /// Cost of turning the cheapest reading of a chain into `target`.
  private func distance(_ chain: [Sound.Piece], _ target: [UInt8]) -> Float {
    let width = target.count + 1
    // SAFETY: five rows of `width`, which are left only through their own indices.
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: 5 * width) { memory in
      memory.initialize(repeating: 0)
      func row(_ index: Int) -> UnsafeMutableBufferPointer<Float> {
        UnsafeMutableBufferPointer(rebasing: memory[(index * width)..<((index + 1) * width)])
      }
      let gaps = row(0)
      var (start, best) = (row(1), row(2))
      var step = Step(metric: self, target: target, gaps: gaps, row: row(3), next: row(4))
      for (index, letter) in target.enumerated() {
        gaps[index] = gap(letter, isLast: index + 1 == target.count)
        start[index + 1] = start[index] + gaps[index]
      }
      for (index, piece) in chain.enumerated() {
        best.update(repeating: .infinity)
        for reading in piece {
          step.take(reading.letters, from: start, isLast: index + 1 == chain.count)
          for position in best.indices {
            best[position] = min(best[position], step.row[position] + reading.cost)
          }
        }
        swap(&start, &best)
      }
      return start[target.count]
    }
  }

  /// The rows of the table that is filled in.
  private struct Step {
    let metric: SoundDistance
    let target: [UInt8]
    /// Costs of adding each letter of the target.
    let gaps: UnsafeMutableBufferPointer<Float>
    var row: UnsafeMutableBufferPointer<Float>
    var next: UnsafeMutableBufferPointer<Float>

    /// Goes on from `start` by some letters.
    mutating func take(
      _ letters: [UInt8], from start: UnsafeMutableBufferPointer<Float>, isLast: Bool
    ) {
      for index in row.indices { row[index] = start[index] }
      for (index, letter) in letters.enumerated() {
        let gap = metric.gap(letter, isLast: isLast && index + 1 == letters.count)
        next[0] = row[0] + gap
        for (position, other) in target.enumerated() {
          let exchange = row[position] + metric.cost(letter, other)
          let insertion = next[position] + gaps[position]
          next[position + 1] = min(min(exchange, row[position + 1] + gap), insertion)
        }
        swap(&row, &next)
      }
    }
  }

  private func gap(_ letter: UInt8, isLast: Bool) -> Float {
    guard SoundLetter.isVowel(letter) else { return letter == UInt8(ascii: "H") ? 0.6 : 1 }
    return isLast && letter == SoundLetter.a ? lastA : vowel
  }

  private func cost(_ a: UInt8, _ b: UInt8) -> Float {
    exchange[Int(a & 0x7F) << 7 | Int(b & 0x7F)]
  }

  private static let otherVowel: Float = 0.3
  private static let looseVowel: Float = 0.15
  private static let plainExchange = costs(vowel: otherVowel, nearest: [])
  /// Arabic has one letter for both sounds of the nearest.
  private static let looseExchange = costs(vowel: looseVowel, nearest: ["bp", "fv"])

  private static func costs(vowel: Float, nearest: [String]) -> [Float] {
    var costs = [Float](repeating: 1, count: 128 * 128)
    func set(_ a: UInt8, _ b: UInt8, _ cost: Float) {
      costs[Int(a) << 7 | Int(b)] = cost
      costs[Int(b) << 7 | Int(a)] = cost
    }
    let near = [
      "sT", "zs", "Ss", "CT", "Hk", "Hg", "JS", "CJ", "Jz", "Jd", "bv", "fp", "SC", "fv", "zT",
      "Jg", "Ji", "Ck", "gk", "bp", "dt", "CH", "uv", "sC", "TS",
    ]
    for pair in near.map({ Array($0.utf8) }) { set(pair[0], pair[1], 0.5) }
    for pair in nearest.map({ Array($0.utf8) }) { set(pair[0], pair[1], 0.1) }
    let letters = UInt8(0)..<128
    for a in letters where SoundLetter.isVowel(a) {
      for b in letters where SoundLetter.isVowel(b) { set(a, b, vowel) }
    }
    for a in letters { set(a, a, 0) }
    return costs
  }
}
