import Glibc

/// The lines that were typed in a session, one a line, in a file that only its owner can read.
///
/// A symbolic link, or a file of somebody else, is neither read nor written.
public struct HistoryFile: Sendable {
  /// Lines that are recalled.
  private static let longest = 5000
  /// Bytes that are read at the most.
  private static let largest = 4 << 20

  /// Stands in the file for a line feed within a pasted command (LINE SEPARATOR).
  private static let lineBreak: Character = "\u{2028}"

  private let path: String

  public init(path: String) { self.path = path }

  /// The last lines, oldest first; none if the file cannot be trusted.
  public func lines() -> [String] {
    guard let descriptor = open(O_RDONLY) else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < Self.largest {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").suffix(Self.longest)
      .map { $0.split(separator: Self.lineBreak).joined(separator: "\n") }
  }

  /// Adds a line; one that begins with a blank is not kept.
  public func append(_ line: String) {
    guard !line.isEmpty, !line.hasPrefix(" "),
      let descriptor = open(O_WRONLY | O_APPEND | O_CREAT)
    else { return }
    let kept = line.split(separator: "\n").joined(separator: String(Self.lineBreak))
    Device.write(bytes: kept + "\n", to: descriptor)
    close(descriptor)
  }

  private func open(_ flags: Int32) -> Int32? {
    let descriptor = Glibc.open(path, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_uid == getuid(),
      status.st_mode & S_IFMT == S_IFREG, fchmod(descriptor, 0o600) == 0 || flags == O_RDONLY
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}
