import CConfinement
import Glibc

/// One end of a connection between annals and a child of it.
final class Channel {
  enum Silence: Error, Equatable {
    /// The other side is gone, or speaks something else.
    case ended
    case tookTooLong
    /// The other side says why it cannot go on.
    case failed(String)
  }

  private let socket: Int32
  private var buffer: [UInt8] = []
  private var start = 0

  init(socket: Int32) { self.socket = socket }

  /// - Returns: false if nobody is there to take it.
  func send(_ frame: Frame) -> Bool {
    let bytes = frame.bytes
    return bytes.withUnsafeBytes { annals_send(socket, $0.baseAddress, $0.count) == 0 }
  }

  /// The next frame.
  ///
  /// - Parameter timeout: milliseconds without a byte; nil: any time.
  func receive(timeout: Int32? = nil) throws(Silence) -> Frame {
    let head = try bytes(4, timeout)
    let count = (0..<4).reduce(0) { $0 | Int(head[$1]) << (8 * $1) }
    guard count <= Frame.longest, let frame = Frame(try bytes(count, timeout)) else {
      throw .ended
    }
    return frame
  }

  private func bytes(_ count: Int, _ timeout: Int32?) throws(Silence) -> [UInt8] {
    while buffer.count - start < count { try fill(timeout) }
    let bytes = Array(buffer[start..<(start + count)])
    start += count
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.count < 1 << 20)
      start = 0
    }
    return bytes
  }

  private func fill(_ timeout: Int32?) throws(Silence) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = chunk.withUnsafeMutableBytes {
      annals_receive(socket, $0.baseAddress, $0.count, timeout ?? -1)
    }
    guard count > 0 else { throw count == -2 ? .tookTooLong : .ended }
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += chunk[..<count]
  }
}
