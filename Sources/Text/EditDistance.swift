/// How many slips of the hand part two words, for suggestions.
public enum EditDistance {
  /// Insertions, deletions, exchanges and swaps of neighbours (Damerau 1964, optimal string
  /// alignment), in code points; words longer than 100 count as wholly different.
  public static func between(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    guard a.count <= 100, b.count <= 100 else { return max(a.count, b.count) }
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        let same = a[i] == b[j] ? 0 : 1
        var best = min(previous[j] + same, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, older[j - 1] + 1) }
        current.append(best)
      }
      (older, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
