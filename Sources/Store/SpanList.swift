import FoundationEssentials
import Text

/// Spans in order as bytes: the distance from the last end and the length of each.
enum SpanList {
  static func encode(_ spans: [Span]) -> Data {
    var bytes: [UInt8] = []
    var last = 0
    for span in spans {
      Varint.append(signed: span.start - last, to: &bytes)
      Varint.append(UInt64(max(0, span.count)), to: &bytes)
      last = span.end
    }
    return Data(bytes)
  }

  /// The spans up to the first byte that is not part of one.
  static func decode(_ data: Data) -> [Span] {
    var spans: [Span] = []
    var numbers = Varint.Reader(data)
    var last = 0
    while let distance = numbers.nextSigned(), let length = numbers.next() {
      let (start, isFar) = last.addingReportingOverflow(distance)
      let (end, isLong) = start.addingReportingOverflow(Int(truncatingIfNeeded: length))
      guard !isFar, !isLong, start >= 0, end >= start else { return spans }
      spans.append(Span(start, end))
      last = end
    }
    return spans
  }
}
