/// Whole numbers in as few bytes as they need (LEB128); small negative ones too (zigzag).
enum Varint {
  static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  static func append(signed value: Int, to bytes: inout [UInt8]) {
    append(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))), to: &bytes)
  }

  /// Reads numbers one behind the other; nil behind the last, or where there is none.
  struct Reader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    mutating func next() -> UInt64? {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while index < bytes.count, shift < 64 {
        let byte = bytes[index]
        index += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
      return nil
    }

    mutating func nextSigned() -> Int? {
      next().map { Int(bitPattern: UInt($0 >> 1)) ^ -Int($0 & 1) }
    }
  }
}
