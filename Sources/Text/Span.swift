/// A half-open range of UTF-8 byte offsets into a document's text.
public struct Span: Hashable, Sendable, Comparable, Codable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Length in bytes.
  public var count: Int { end - start }

  public var isEmpty: Bool { end <= start }

  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Orders by start; of two that start together the longer comes first.
  public static func < (a: Span, b: Span) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
