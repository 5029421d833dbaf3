import Glibc

/// Reads files and bytes into documents; it keeps no state, so it can run on every core at once.
public enum FileLoader {
  /// Bytes; a larger file is rejected.
  public static let largestFile = 64 << 20
  /// Bytes; a longer record of JSON Lines is rejected.
  public static let longestRecord = 10_000_000

  /// The documents of a file, in its order; a file that cannot be read gives one rejection.
  public static func load(_ file: SourceFile) -> [LoadResult] {
    do throws(Rejection) {
      return load(try bytes(of: file.path), name: file.name)
    } catch {
      return [.rejected(name: file.name, reason: error.reason)]
    }
  }

  /// The documents in bytes, as if they were a file's.
  ///
  /// - Parameter name: names the documents.
  public static func load(_ bytes: [UInt8], name: String) -> [LoadResult] {
    guard bytes.count <= largestFile else { return [.rejected(name: name, reason: tooLarge)] }
    return FileFormats.format(of: bytes).documents(in: bytes, name: name)
  }

  private static let tooLarge = "it is larger than \(largestFile >> 20) MB"

  private static func bytes(of path: String) throws(Rejection) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Rejection("it is not a file")
    }
    guard status.st_size <= largestFile else { throw Rejection(tooLarge) }
    return try read(descriptor, expecting: Int(status.st_size))
  }

  /// All that can be read, which is more than `size` bytes if the file grows meanwhile.
  private static func read(_ descriptor: Int32, expecting size: Int) throws(Rejection) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var end = 0
    while true {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: end), $0.count - end)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable() }
      guard count > 0 else { break }
      end += count
      guard end <= largestFile else { throw Rejection(tooLarge) }
      if end == bytes.count { bytes.append(contentsOf: repeatElement(0, count: 1 << 16)) }
    }
    bytes.removeLast(bytes.count - end)
    return bytes
  }

  private static func unreadable() -> Rejection {
    Rejection("it cannot be read: \(String(cString: strerror(errno)))")
  }
}
