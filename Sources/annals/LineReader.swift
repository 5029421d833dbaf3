import Glibc
import Terminal

/// Reads lines of bytes from a descriptor.
final class LineReader {
  private let descriptor: Int32
  private let longest: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// - Parameter longest: bytes; of a longer line only so much and one byte more is kept.
  init(descriptor: Int32, longest: Int) {
    self.descriptor = descriptor
    self.longest = longest
  }

  /// The next line, without its line feed; nil at the end, or when Ctrl-C ends the waiting.
  func nextLine() -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if start == buffer.count, !fill() { return line.isEmpty ? nil : line }
      let end = buffer[start...].firstIndex(of: 0x0A) ?? buffer.count
      if line.count <= longest { line += buffer[start..<end].prefix(longest + 1 - line.count) }
      let isWhole = end < buffer.count
      start = isWhole ? end + 1 : end
      if isWhole { return line }
    }
  }

  private func fill() -> Bool {
    guard !isAtEnd else { return false }
    buffer = Array(repeating: 0, count: 1 << 16)
    var count = -1
    repeat {
      count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR && !Interrupt.isPending
    buffer.removeLast(buffer.count - max(0, count))
    start = 0
    isAtEnd = count <= 0
    return !isAtEnd
  }
}
