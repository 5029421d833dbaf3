/// What a command that was cut off had gathered: freeing a million rows takes longer than a person
/// wants to wait for the prompt.
// SAFETY: nobody reads it any more; the task below does nothing but let it go.
public struct Leftovers<Value>: @unchecked Sendable {
  private let value: Value

  /// Has it freed by another thread.
  public static func free(_ value: Value) {
    let leftovers = Leftovers(value: value)
    Task.detached { _ = leftovers }
  }
}
