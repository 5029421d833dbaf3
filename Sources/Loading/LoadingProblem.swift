/// Why nothing can be loaded from a path.
public struct LoadingProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, in lower case and without a full stop.
  public let summary: String
  public let hint: String?

  public init(_ summary: String, hint: String? = nil) {
    self.summary = summary
    self.hint = hint
  }

  public var description: String { hint.map { "\(summary); \($0)" } ?? summary }
}
