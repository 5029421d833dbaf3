import Synchronization

/// How work is spread: whoever has several cores runs the bodies side by side.
public struct Spread: Sendable {
  private let run: @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void

  /// One body after another.
  public static let inOrder = Spread { count, body in for index in 0..<count { body(index) } }

  /// - Parameter run: calls `body` for every number below `count`, in whatever order.
  public init(_ run: @escaping @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void) {
    self.run = run
  }

  /// Parts that the work is cut into: more than cores, so that none waits long for a slow part.
  private static let parts = 64

  /// The results for all numbers below `count`, in their order.
  func flatMap<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Range<Int>) -> [Result]
  ) -> [Result] {
    let results = Mutex<[[Result]]>(Array(repeating: [], count: Self.parts))
    run(Self.parts) { part in
      let range = (count * part / Self.parts)..<(count * (part + 1) / Self.parts)
      guard !range.isEmpty else { return }
      let result = body(range)
      results.withLock { $0[part] = result }
    }
    return results.withLock { Array($0.joined()) }
  }
}
