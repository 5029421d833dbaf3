/// Converts UTF-8 byte offsets of a text into code point offsets and back.
public struct CodePoints: Sendable {
  /// A code point count is kept for every so many bytes.
  private static let stride = 64

  private let bytes: [UInt8]
  /// Code points that begin before byte `stride * index`.
  private let counts: [Int32]

  public init(_ text: String) {
    bytes = Array(text.utf8)
    var counts: [Int32] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count: Int32 = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    counts.append(count)
    self.counts = counts
  }

  /// How many code points begin before byte `offset`; offsets beyond the end mean the end.
  public func codePoint(atByte offset: Int) -> Int {
    let offset = max(0, min(offset, bytes.count))
    let block = min(offset / Self.stride, counts.count - 1)
    var count = Int(counts[block])
    var index = block * Self.stride
    if index > offset { return count }
    while index < offset {
      if bytes[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  /// The byte at which code point `offset` begins; beyond the end, the number of bytes.
  public func byte(atCodePoint offset: Int) -> Int {
    var block = 0
    var end = counts.count - 1
    while block + 1 < end {
      let middle = (block + end) / 2
      if Int(counts[middle]) <= offset { block = middle } else { end = middle }
    }
    var index = block * Self.stride
    var count = Int(counts[block])
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if count == offset { return index }
        count += 1
      }
      index += 1
    }
    return bytes.count
  }
}
