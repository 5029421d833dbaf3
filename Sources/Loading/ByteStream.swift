import Glibc

/// Bytes that are read once from the beginning to the end: a file, an entry of an archive, memory.
final class ByteStream {
  /// Gives the next bytes; none at the end.
  private let more: () throws(Rejection) -> [UInt8]
  private var buffer: [UInt8]
  private var start = 0
  private var isAtEnd = false

  init(_ more: @escaping () throws(Rejection) -> [UInt8]) {
    self.more = more
    buffer = []
  }

  convenience init(_ bytes: [UInt8]) {
    self.init { () throws(Rejection) -> [UInt8] in [] }
    buffer = bytes
  }

  /// Reads an open file, which stays open.
  convenience init(descriptor: Int32) {
    self.init { () throws(Rejection) -> [UInt8] in
      var chunk = [UInt8](repeating: 0, count: 1 << 18)
      var count = -1
      repeat {
        count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      } while count < 0 && errno == EINTR
      guard count >= 0 else {
        throw Rejection("it cannot be read: \(String(cString: strerror(errno)))")
      }
      chunk.removeLast(chunk.count - count)
      return chunk
    }
  }

  private func fill() throws(Rejection) {
    guard !isAtEnd else { return }
    let next = try more()
    guard !next.isEmpty else {
      isAtEnd = true
      return
    }
    if start == buffer.count {
      buffer = next
    } else {
      if start > 0 { buffer.removeFirst(start) }
      buffer += next
    }
    start = 0
  }

  /// Up to `count` bytes that come next; they stay.
  func peek(_ count: Int) throws(Rejection) -> ArraySlice<UInt8> {
    while buffer.count - start < count, !isAtEnd { try fill() }
    return buffer[start...].prefix(count)
  }

  /// Up to `count` bytes; fewer only at the end.
  func read(_ count: Int) throws(Rejection) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      if start == buffer.count { try fill() }
      guard start < buffer.count else { break }
      let piece = buffer[start...].prefix(count - bytes.count)
      bytes += piece
      start += piece.count
    }
    return bytes
  }

  /// All that is left.
  ///
  /// - Throws: `Rejection` if it is more than `limit` bytes.
  func rest(atMost limit: Int) throws(Rejection) -> [UInt8] {
    let bytes = try read(limit + 1)
    guard bytes.count <= limit else { throw Rejection("it is larger than \(limit >> 20) MB") }
    return bytes
  }

  /// Passes over `count` bytes.
  ///
  /// - Returns: false if there are not so many.
  func skip(_ count: Int) throws(Rejection) -> Bool {
    var left = count
    while left > 0 {
      if start == buffer.count { try fill() }
      guard start < buffer.count else { return false }
      let step = min(left, buffer.count - start)
      start += step
      left -= step
    }
    return true
  }

  /// A line without its line feed, of which no more than `limit` bytes and one are kept.
  ///
  /// - Returns: nil at the end.
  func line(atMost limit: Int) throws(Rejection) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if start == buffer.count {
        try fill()
        guard start < buffer.count else { return line.isEmpty ? nil : line }
      }
      let end = lineFeed() ?? buffer.count
      if line.count <= limit { line += buffer[start..<end].prefix(limit + 1 - line.count) }
      let isWhole = end < buffer.count
      start = isWhole ? end + 1 : end
      if isWhole { return line }
    }
  }

  private func lineFeed() -> Int? {
    let from = start
    return buffer.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress,
        let found = memchr(base + from, 0x0A, bytes.count - from)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
