import Analysis
import Dispatch
import Synchronization

/// The one place where work is spread over the cores.
public enum Parallel {
  /// The results of `transform` in the order of `items`; the calls run side by side.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ transform: @Sendable (Item) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>(Array(repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let result = transform(items[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}

/// All cores, for what is worked out elsewhere.
struct AllCores: Spread {
  func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    Parallel.map(Array(0..<count), body)
  }
}
