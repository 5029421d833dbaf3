/// Compares what a command printed with what its notebook recorded.
enum Match {
  /// Whether `output` is what `recorded` says.
  ///
  /// Time is proportional to the product of both lengths at worst.
  static func matches(_ output: [String], _ recorded: [Notebook.Recorded]) -> Bool {
    var reachable: Set<Int> = [0]
    for item in recorded {
      reachable = step(item, from: reachable, output)
      if reachable.isEmpty { return false }
    }
    return reachable.contains(output.count)
  }

  private static func step(_ item: Notebook.Recorded, from: Set<Int>, _ output: [String])
    -> Set<Int>
  {
    switch item {
    case .any: Set((from.min() ?? 0)...output.count)
    case .exact(let text): advance(from, output) { $0 == text }
    case .glob(let pattern): advance(from, output) { glob($0, pattern) }
    case .problem: []
    }
  }

  private static func advance(_ from: Set<Int>, _ output: [String], _ holds: (String) -> Bool)
    -> Set<Int>
  {
    Set(from.filter { $0 < output.count && holds(output[$0]) }.map { $0 + 1 })
  }

  /// Whether `text` matches `pattern`, in which `*` stands for anything; linear for one `*`.
  static func glob(_ text: String, _ pattern: String) -> Bool {
    let text = Array(text.utf8)
    let pattern = Array(pattern.utf8)
    var t = 0
    var p = 0
    var star = -1
    var mark = 0
    while t < text.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        star = p
        mark = t
        p += 1
      } else if p < pattern.count, pattern[p] == text[t] {
        p += 1
        t += 1
      } else if star >= 0 {
        p = star + 1
        mark += 1
        t = mark
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
