/// How work is spread: who has several cores works on many parts side by side.
public protocol Spread: Sendable {
  /// The results of `body` for every number below `count`, in order; called in whatever order.
  func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result]
}

/// One part after another.
public struct OneByOne: Spread {
  public init() {}

  public func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    (0..<count).map(body)
  }
}

extension Spread {
  /// The results for all numbers below `count`, in their order, worked out in 64 parts: more than
  /// cores, so that none waits long for a slow part.
  func flatMap<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Range<Int>) -> [Result]
  ) -> [Result] {
    let parts = 64
    let results = map(parts) { part in
      let range = (count * part / parts)..<(count * (part + 1) / parts)
      return range.isEmpty ? [] : body(range)
    }
    return results.flatMap { $0 }
  }
}
