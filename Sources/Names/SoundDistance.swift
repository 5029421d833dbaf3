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

  init(_ a: Script, _ b: Script) {
    let leavesOut = a == .arabic || b == .arabic
    countsConsonants = leavesOut
    vowel = leavesOut ? 0.15 : 0.3
    lastA = leavesOut ? 0.3 : 1.5
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
    var row: [Float] = [0]
    for (index, letter) in target.enumerated() {
      row.append(row[index] + gap(letter, isLast: index + 1 == target.count))
    }
    for (index, piece) in chain.enumerated() {
      let isLast = index + 1 == chain.count
      var best = [Float](repeating: .infinity, count: row.count)
      for reading in piece {
        let next = step(row, reading.letters, target, isLast: isLast)
        for position in best.indices {
          best[position] = min(best[position], next[position] + reading.cost)
        }
      }
      row = best
    }
    return row.last ?? 0
  }

  private func step(
    _ start: [Float], _ letters: [UInt8], _ target: [UInt8], isLast: Bool
  ) -> [Float] {
    var row = start
    for (index, letter) in letters.enumerated() {
      let gapCost = gap(letter, isLast: isLast && index + 1 == letters.count)
      var next = [row[0] + gapCost]
      next.reserveCapacity(row.count)
      for (position, other) in target.enumerated() {
        let exchange = row[position] + cost(letter, other)
        let insertion = next[position] + gap(other, isLast: position + 1 == target.count)
        next.append(min(exchange, row[position + 1] + gapCost, insertion))
      }
      row = next
    }
    return row
  }

  private func gap(_ letter: UInt8, isLast: Bool) -> Float {
    guard SoundLetter.isVowel(letter) else { return letter == UInt8(ascii: "H") ? 0.6 : 1 }
    return isLast && letter == SoundLetter.a ? lastA : vowel
  }

  private func cost(_ a: UInt8, _ b: UInt8) -> Float {
    if a == b { return 0 }
    if SoundLetter.isVowel(a), SoundLetter.isVowel(b) { return vowel }
    if countsConsonants, Self.isWrittenAsOne(min(a, b), max(a, b)) { return 0.1 }
    return Self.near[Int(a & 0x7F) << 7 | Int(b & 0x7F)]
  }

  /// Whether Arabic has one letter for both sounds.
  private static func isWrittenAsOne(_ a: UInt8, _ b: UInt8) -> Bool {
    a == UInt8(ascii: "b") && b == UInt8(ascii: "p")
      || a == UInt8(ascii: "f") && b == UInt8(ascii: "v")
  }

  /// Costs of exchanging two letters, by both their codes.
  private static let near: [Float] = {
    var costs = [Float](repeating: 1, count: 128 * 128)
    let pairs = [
      "sT", "zs", "Ss", "CT", "Hk", "Hg", "JS", "CJ", "Jz", "Jd", "bv", "fp", "SC", "fv", "zT",
      "Jg", "Ji", "Ck", "gk", "bp", "dt", "CH", "uv", "sC", "TS",
    ]
    for pair in pairs.map({ Array($0.utf8) }) {
      costs[Int(pair[0]) << 7 | Int(pair[1])] = 0.5
      costs[Int(pair[1]) << 7 | Int(pair[0])] = 0.5
    }
    return costs
  }()
}
