import FoundationEssentials
import Glibc

/// Writes files whole or not at all.
enum FileWriting {
  /// Writes `lines` to `path`: into a new file beside it that then takes its name.
  ///
  /// A symbolic link at `path` is replaced, never followed.
  ///
  /// - Throws: `Problem` with the system's reason.
  static func write(_ lines: [String], to path: String) throws(Problem) {
    try write(lines.map { $0 + "\n" }.joined(), to: path)
  }

  static func write(_ text: String, to path: String) throws(Problem) {
    let temporary = path + ".partial"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw cannotWrite(path) }
    let isWritten = writeAll(Array(text.utf8), to: descriptor)
    guard isWritten, fsync(descriptor) == 0, close(descriptor) == 0,
      rename(temporary, path) == 0
    else {
      let problem = cannotWrite(path)
      unlink(temporary)
      throw problem
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard written > 0 else { return false }
      start += written
    }
    return true
  }

  private static func cannotWrite(_ path: String) -> Problem {
    Problem("cannot write \(path): \(String(cString: strerror(errno)))", at: path)
  }
}
