/// What `annotate` writes for one line.
public struct Annotation: Sendable {
  /// JSON on one line.
  public let line: String
  /// Whether it says why there is none.
  public let isError: Bool
}
