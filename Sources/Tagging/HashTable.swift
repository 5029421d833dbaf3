/// An open-addressed table from 32-bit feature hashes to row numbers, made once and then read.
struct HashTable: Sendable {
  struct Slot {
    /// 0 marks an empty slot.
    var key: UInt32 = 0
    var row: Int32 = 0
  }

  private var slots: [Slot]
  /// A bit for every hash that is there, and for some that are not: most features were never seen,
  /// and this is small enough for the cache.
  private var known: [UInt64]
  private let shift: UInt32

  /// - Parameter hashes: each at most once, none 0; row i belongs to hash i.
  init(_ hashes: some Collection<UInt32>) {
    var bits: UInt32 = 4
    while 1 << bits < hashes.count * 2 { bits += 1 }
    slots = [Slot](repeating: Slot(), count: 1 << bits)
    known = [UInt64](repeating: 0, count: max(1, slots.count / 16))
    shift = 32 - bits
    let mask = slots.count - 1
    for (row, hash) in hashes.enumerated() {
      var slot = Int((hash &* Self.factor) >> shift)
      while slots[slot].key != 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(key: hash, row: Int32(row))
      known[Int(hash >> 6) & (known.count - 1)] |= 1 << UInt64(hash & 63)
    }
  }

  /// The row of a hash, or -1.
  func row(of hash: UInt32) -> Int {
    slots.withUnsafeBufferPointer { slots in Int(row(of: hash, slots)) }
  }

  @inline(__always)
  private func row(of hash: UInt32, _ slots: UnsafeBufferPointer<Slot>) -> Int32 {
    let mask = slots.count - 1
    var slot = Int((hash &* Self.factor) >> shift)
    while slots[slot].key != hash {
      if slots[slot].key == 0 { return -1 }
      slot = (slot + 1) & mask
    }
    return slots[slot].row
  }

  /// Finds the rows of those hashes that may be there; 0 is none.
  ///
  /// In three rounds without a branch that depends on the table, so that the memory is asked for
  /// many hashes at once: it alone takes time here.
  ///
  /// - Parameter found: takes the rows, -1 for a hash that is not there after all; as long as `hashes`.
  /// - Returns: how many they are.
  @inline(__always)
  func find(_ hashes: UnsafeBufferPointer<UInt32>, into found: UnsafeMutableBufferPointer<Slot>)
    -> Int
  {
    let count = known.withUnsafeBufferPointer { known in
      let mask = known.count - 1
      var count = 0
      for hash in hashes {
        found[count].key = hash
        let bit = known[Int(hash >> 6) & mask] >> UInt64(hash & 63) & 1
        count &+= hash == 0 ? 0 : Int(bit)
      }
      return count
    }
    slots.withUnsafeBufferPointer { slots in
      for index in 0..<count {
        let hash = found[index].key
        let slot = slots[Int((hash &* Self.factor) >> shift)]
        found[index].row = slot.row | (slot.key == hash ? 0 : .min)
      }
      for index in 0..<count where found[index].row < 0 {
        found[index].row = row(of: found[index].key, slots)
      }
    }
    return count
  }

  /// Fibonacci hashing: 2³² over the golden ratio.
  private static let factor: UInt32 = 0x9E37_79B9
}
