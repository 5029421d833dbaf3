import Glibc

/// The bytes that are piped into the program.
enum StandardInput {
  /// Reads to the end, but no more than `limit` bytes.
  static func read(atMost limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = chunk.withUnsafeMutableBytes {
        Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += chunk[..<min(count, limit - bytes.count)]
    }
    return bytes
  }
}
