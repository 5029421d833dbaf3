import CConfinement
import Glibc

/// A process that this one started, with the connection to it.
final class Child: Sendable {
  private let process: pid_t
  private let socket: Int32
  // SAFETY: one thread uses it at a time, as whoever takes the child out of the pool owns it.
  nonisolated(unsafe) let channel: Channel

  /// - Parameter input: becomes its standard input; nil: the connection does.
  init?(program: String, arguments: [String], input: Int32?) {
    var sockets: [Int32] = [-1, -1]
    guard annals_socket_pair(&sockets) == 0 else { return nil }
    let words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    let pointers = words.map { UnsafePointer($0) } + [nil]
    process = annals_spawn(program, pointers, input ?? sockets[1], sockets[1])
    close(sockets[1])
    socket = sockets[0]
    channel = Channel(socket: socket)
    guard process > 0 else {
      close(socket)
      return nil
    }
  }

  /// Ends it, whatever it does.
  ///
  /// - Returns: how it ended, as `waitpid` says.
  @discardableResult
  func end() -> Int32 {
    var status: Int32 = 0
    close(socket)
    if waitpid(process, &status, WNOHANG) == 0 {
      kill(process, SIGKILL)
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    return status
  }

  /// Ends it and says why its document is not loaded.
  func end(after silence: Channel.Silence) -> String {
    // One that is about to die is given the time to do so by itself, which tells the reason.
    if silence == .ended { usleep(20_000) }
    let status = end()
    let signal = status & 0x7F
    switch (silence, signal) {
    case (.tookTooLong, _), (_, SIGXCPU): return "reading it takes too long"
    case (_, 0) where status >> 8 == ConfinedTask.outOfMemory:
      return "reading it takes too much memory"
    case (_, 0): return "its parser gave up"
    default: return "its parser crashed (signal \(signal))"
    }
  }

  /// All that it writes until it ends.
  func output(timeout: Int32) throws(Rejection) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        annals_receive(socket, $0.baseAddress, $0.count, timeout)
      }
      if count == -2 { throw Rejection(end(after: .tookTooLong)) }
      guard count > 0, bytes.count <= FileLoader.largestFile else { break }
      bytes += chunk[..<count]
    }
    usleep(1000)
    let status = end()
    guard bytes.count <= FileLoader.largestFile else { throw Rejection(FileLoader.tooLarge) }
    guard status == 0 || !bytes.isEmpty else {
      throw Rejection(
        status >> 8 == ConfinedTask.missingProgram
          ? "pdftotext is not installed" : "it is no PDF that pdftotext reads")
    }
    return bytes
  }
}
