import FoundationEssentials
import Text

/// Spans in order as bytes: the distance from the last end and the length of each, in LEB128.
enum SpanList {
  static func encode(_ spans: [Span]) -> Data {
    var bytes: [UInt8] = []
    var last = 0
    for span in spans {
      append(zigzag(span.start - last), to: &bytes)
      append(UInt64(max(0, span.count)), to: &bytes)
      last = span.end
    }
    return Data(bytes)
  }

  /// The spans up to the first byte that is not part of one.
  static func decode(_ data: Data) -> [Span] {
    var spans: [Span] = []
    var bytes = data.makeIterator()
    var last = 0
    while let distance = next(&bytes), let length = next(&bytes) {
      let (start, isFar) = last.addingReportingOverflow(unzigzag(distance))
      let (end, isLong) = start.addingReportingOverflow(Int(truncatingIfNeeded: length))
      guard !isFar, !isLong, start >= 0, end >= start else { return spans }
      spans.append(Span(start, end))
      last = end
    }
    return spans
  }

  private static func zigzag(_ value: Int) -> UInt64 {
    UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))
  }

  private static func unzigzag(_ value: UInt64) -> Int {
    Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func next(_ bytes: inout Data.Iterator) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = bytes.next(), shift < 64 {
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
