import FoundationEssentials
import Glibc

/// Which files a session's commands may read and write.
///
/// A replay is confined: it reads below its notebook's folder, or the marked one above it, and the
/// folders that were named for it, and writes below `<notebook>.out/`; no command can change that.
public struct FileAccess: Sendable {
  /// Relative paths are taken from here.
  public let folder: String
  /// Folders below which files may be read; nil: anywhere.
  let readable: [String]?
  /// The folder below which files may be written; nil: anywhere.
  let writable: String?

  /// What the person at the prompt may do.
  public static func open(from folder: String) -> FileAccess {
    FileAccess(folder: folder, readable: nil, writable: nil)
  }

  /// What the notebook at `path` may do.
  ///
  /// - Parameter corpora: further folders that may be read.
  public static func confined(toNotebook path: String, corpora: [String] = []) -> FileAccess {
    let notebook = resolved(path)
    let folder = String(notebook[..<(notebook.lastIndex(of: "/") ?? notebook.startIndex)])
    return FileAccess(
      folder: folder, readable: [root(of: folder)] + corpora.map(resolved),
      writable: notebook + ".out")
  }

  /// The file that marks the folder of a project: its notebooks read everywhere below it.
  public static let rootMark = ".annals-root"

  /// The nearest folder from `folder` upwards that is marked, else itself.
  ///
  /// A mark counts only from the folder's owner: in a folder that many may write into, nobody can
  /// open it to notebooks for the others.
  private static func root(of folder: String) -> String {
    var parts = folder.split(separator: "/")
    while !parts.isEmpty {
      let path = "/" + parts.joined(separator: "/")
      if let mark = owner(of: path + "/" + rootMark), mark == owner(of: path) { return path }
      parts.removeLast()
    }
    return folder
  }

  /// Links are not followed.
  private static func owner(of path: String) -> UInt32? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_uid : nil
  }

  /// The absolute path of a file or folder to read.
  ///
  /// - Throws: `Problem` if it may not be read here.
  public func reading(_ path: String) throws(Problem) -> String {
    let absolute = Self.resolved(joined(path))
    guard let readable else { return absolute }
    guard readable.contains(where: { Self.isBelow(absolute, $0) }) else {
      throw Problem(
        "a notebook reads only below its own folder", at: path,
        hint:
          "name the folder with --corpus when you run it, or mark one above with \(Self.rootMark)")
    }
    return absolute
  }

  /// The absolute path of a file to write; its folder is made where a notebook writes.
  ///
  /// - Throws: `Problem` if it may not be written here.
  public func writing(_ path: String) throws(Problem) -> String {
    guard let writable else { return joined(path) }
    let absolute = Self.normalized(path.hasPrefix("/") ? path : writable + "/" + path)
    guard Self.isBelow(absolute, writable) else {
      throw Problem("a notebook writes only below \(writable)", at: path)
    }
    let parent = String(absolute[..<(absolute.lastIndex(of: "/") ?? absolute.startIndex)])
    try? FileManager.default.createDirectory(
      atPath: parent, withIntermediateDirectories: true)
    guard Self.isBelow(Self.resolved(parent), Self.resolved(writable)) else {
      throw Problem("a notebook writes only below \(writable)", at: path)
    }
    return absolute
  }

  private func joined(_ path: String) -> String {
    let home =
      path.hasPrefix("~/") && readable == nil
      ? ProcessInfo.processInfo.environment["HOME"].map { $0 + path.dropFirst(1) } : nil
    return Self.normalized(home ?? (path.hasPrefix("/") ? path : folder + "/" + path))
  }

  private static func isBelow(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// The path with every symbolic link followed, as far as it exists.
  private static func resolved(_ path: String) -> String {
    let absolute =
      path.hasPrefix("/")
      ? path : FileManager.default.currentDirectoryPath + "/" + path
    return URL(filePath: normalized(absolute)).resolvingSymlinksInPath().path(percentEncoded: false)
      .droppingLastSlash
  }

  /// The path without `.`, `..` and doubled slashes.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}

extension String {
  fileprivate var droppingLastSlash: String {
    hasSuffix("/") && utf8.count > 1 ? String(dropLast()) : self
  }
}
