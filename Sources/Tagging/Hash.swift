/// Mixing of small numbers into feature hashes; the same on every machine.
enum Hash {
  /// A hash of two numbers, never 0.
  @inline(__always)
  static func mix(_ a: UInt32, _ b: UInt32) -> UInt32 {
    var value = (UInt64(a) << 32 | UInt64(b)) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
    value = value &* 0xBF58_476D_1CE4_E5B9
    let hash = UInt32(truncatingIfNeeded: value >> 32)
    return hash == 0 ? 1 : hash
  }

  /// A token's key in 32 bits.
  @inline(__always)
  static func short(_ key: UInt64) -> UInt32 {
    let hash = UInt32(truncatingIfNeeded: key ^ key >> 32)
    return hash == 0 ? 1 : hash
  }
}
