/// An open-addressed table from 32-bit feature hashes to row numbers, made once and then read.
struct HashTable: Sendable {
  private(set) var keys: [UInt32]
  private(set) var rows: [Int32]
  private let shift: UInt32

  /// - Parameter hashes: each at most once, none 0; row i belongs to hash i.
  init(_ hashes: some Collection<UInt32>) {
    var bits: UInt32 = 4
    while 1 << bits < hashes.count * 2 { bits += 1 }
    keys = [UInt32](repeating: 0, count: 1 << bits)
    rows = [Int32](repeating: 0, count: 1 << bits)
    shift = 32 - bits
    let mask = keys.count - 1
    for (row, hash) in hashes.enumerated() {
      var slot = Int((hash &* Self.factor) >> shift)
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = hash
      rows[slot] = Int32(row)
    }
  }

  /// The row of a hash, or -1.
  @inline(__always)
  func row(of hash: UInt32) -> Int {
    keys.withUnsafeBufferPointer { keys in
      let mask = keys.count - 1
      var slot = Int((hash &* Self.factor) >> shift)
      while keys[slot] != hash {
        if keys[slot] == 0 { return -1 }
        slot = (slot + 1) & mask
      }
      return Int(rows[slot])
    }
  }

  /// Fibonacci hashing: 2³² over the golden ratio.
  private static let factor: UInt32 = 0x9E37_79B9
}
