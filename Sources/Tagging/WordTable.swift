/// A read-only table from words or phrases to numbers of 16 bits, as it lies in its file.
///
/// The file: "ANT1", the number of buckets (a power of two, 4 bytes), the entries before each
/// bucket and after the last (4 bytes each), then for each entry the lower half of its hash and
/// its value (2 bytes each), ordered by hash; all little-endian. The upper bits of the hash choose
/// the bucket. Nothing is decoded when it is opened.
struct WordTable: Sendable {
  private let bytes: [UInt8]
  private let bits: UInt32
  private let entries: Int

  static let magic: [UInt8] = Array("ANT1".utf8)

  /// Nil if the bytes are no such table.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 12, Array(bytes[0..<4]) == Self.magic else { return nil }
    let buckets = Self.word(bytes, 4)
    guard buckets > 0, buckets & (buckets - 1) == 0, buckets <= 1 << 16 else { return nil }
    entries = 8 + 4 * (buckets + 1)
    guard bytes.count >= entries, bytes.count == entries + 4 * Self.word(bytes, entries - 4)
    else { return nil }
    let isAscending = bytes.withUnsafeBytes { bytes in
      (0..<buckets).allSatisfy {
        bytes.loadUnaligned(fromByteOffset: 8 + 4 * $0, as: UInt32.self)
          <= bytes.loadUnaligned(fromByteOffset: 12 + 4 * $0, as: UInt32.self)
      }
    }
    guard isAscending else { return nil }
    bits = UInt32(buckets.trailingZeroBitCount)
    self.bytes = bytes
  }

  /// The value of a hash, or 0.
  @inline(__always)
  func value(of hash: UInt32) -> UInt16 {
    bytes.withUnsafeBytes { bytes in
      let bucket = bits == 0 ? 0 : Int(hash >> (32 - bits))
      let base = 8 + 4 * bucket
      var low = Int(bytes.loadUnaligned(fromByteOffset: base, as: UInt32.self))
      let end = Int(bytes.loadUnaligned(fromByteOffset: base + 4, as: UInt32.self))
      let wanted = UInt16(truncatingIfNeeded: hash)
      var high = end
      while low < high {
        let middle = (low + high) / 2
        let found = bytes.loadUnaligned(fromByteOffset: entries + 4 * middle, as: UInt16.self)
        if found < wanted { low = middle + 1 } else { high = middle }
      }
      guard low < end,
        bytes.loadUnaligned(fromByteOffset: entries + 4 * low, as: UInt16.self) == wanted
      else { return 0 }
      return bytes.loadUnaligned(fromByteOffset: entries + 4 * low + 2, as: UInt16.self)
    }
  }

  private static func word(_ bytes: [UInt8], _ offset: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  /// The file of these values; of two that share a hash the bits of both are kept.
  static func file(_ values: [UInt32: UInt16]) -> [UInt8] {
    var bits = 12
    while bits < 16, values.count >> bits > 32 { bits += 1 }
    // The bucket takes the upper bits and the entry the lower 16; those between are not kept, so
    // that fewer buckets would confuse words.
    var kept: [Int: [UInt16: UInt16]] = [:]
    for (hash, value) in values {
      let bucket = bits == 0 ? 0 : Int(hash >> UInt32(32 - bits))
      kept[bucket, default: [:]][UInt16(truncatingIfNeeded: hash), default: 0] |= value
    }
    var bytes = magic + little(1 << bits, 4)
    var count = 0
    for bucket in 0..<(1 << bits) {
      bytes += little(count, 4)
      count += kept[bucket]?.count ?? 0
    }
    bytes += little(count, 4)
    for bucket in 0..<(1 << bits) {
      for (hash, value) in (kept[bucket] ?? [:]).sorted(by: { $0.key < $1.key }) {
        bytes += little(Int(hash), 2) + little(Int(value), 2)
      }
    }
    return bytes
  }

  private static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
