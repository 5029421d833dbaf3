import Glibc

/// The file of a session: made for its owner only, and never reached through a symbolic link.
enum SessionFile {
  /// Makes an empty file if there is none, and refuses what cannot be a session.
  ///
  /// - Returns: whether the file was made now or is empty.
  static func prepare(_ path: String) throws(StoreProblem) -> Bool {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw problem(opening: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw StoreProblem("\(path) is not a file", kind: .unreadable)
    }
    _ = fchmod(descriptor, 0o600)
    guard status.st_size > 0 else { return true }
    guard isDatabase(descriptor) else {
      throw StoreProblem(
        "\(path) is not a session", hint: "name another file for a new session",
        kind: .unreadable)
    }
    return false
  }

  /// Makes an empty file where there is none.
  static func create(_ path: String) throws(StoreProblem) {
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw problem(opening: path) }
    close(descriptor)
  }

  /// Whether there is no session at `path`; looking makes none.
  ///
  /// - Throws: `StoreProblem` if something else is there.
  static func isMissing(_ path: String) throws(StoreProblem) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return true }
      throw problem(opening: path)
    }
    defer { close(descriptor) }
    guard isDatabase(descriptor) else {
      throw StoreProblem("\(path) is not a session", kind: .unreadable)
    }
    return false
  }

  /// The path in a form that SQLite takes for nothing but a file (`:memory:`, `file:x?mode=ro`).
  static func plain(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// SQLite's file header begins with this string and a zero (sqlite.org/fileformat2.html).
  private static let header = Array("SQLite format 3".utf8) + [0]

  private static func isDatabase(_ descriptor: Int32) -> Bool {
    var bytes = [UInt8](repeating: 0, count: header.count)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return count == header.count && bytes == header
  }

  private static func problem(opening path: String) -> StoreProblem {
    switch errno {
    case ELOOP:
      StoreProblem(
        "\(path) is a symbolic link", hint: "name the file that it leads to", kind: .unreadable)
    case EEXIST:
      StoreProblem("there is a file at \(path)", hint: "name another file")
    case EISDIR: StoreProblem("\(path) is a folder", hint: "name a file", kind: .unreadable)
    default: StoreProblem("cannot open \(path): \(String(cString: strerror(errno)))")
    }
  }
}
