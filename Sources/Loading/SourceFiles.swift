import FoundationEssentials
import Glibc

/// A file to load.
public struct SourceFile: Sendable, Hashable {
  /// Where it is.
  public let path: String
  /// Its path below the loaded folder; its own name if the file itself was named.
  public let name: String
  /// The folder below which it must still be when it is opened, without links; nil: anywhere.
  let root: String?

  public init(path: String, name: String) { self.init(path: path, name: name, root: nil) }

  init(path: String, name: String, root: String?) {
    (self.path, self.name, self.root) = (path, name, root)
  }

  /// Whether an open file is the one that was found, and not what a link led to that took its place
  /// meanwhile.
  func isFound(_ descriptor: Int32) -> Bool {
    guard let root else { return true }
    guard let opened = Self.resolved("/proc/self/fd/\(descriptor)") else { return false }
    return opened.hasPrefix(root == "/" ? root : root + "/")
  }

  /// A path without links; nil if nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Its length in bytes; 0 if it cannot be looked at.
  public var size: Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

/// The files that a path leads to: itself, or all below a folder.
public struct SourceFiles: Sendable {
  /// Sorted by the bytes of their names.
  public private(set) var files: [SourceFile] = []
  /// Entries that cannot be loaded, with reasons, sorted likewise.
  public private(set) var rejected: [(name: String, reason: String)] = []

  /// Folders within folders, at most so deep.
  private static let deepest = 64

  /// Looks at a file or walks a folder; hidden entries are left out, and links are followed only
  /// to files below the folder.
  ///
  /// - Throws: `LoadingProblem` if there is nothing at `path`, or it cannot be looked at.
  public init(at path: String) throws(LoadingProblem) {
    switch Self.kind(of: path, followingLinks: true) {
    case .file: files = [SourceFile(path: path, name: Self.lastPart(of: path))]
    case .folder:
      guard let root = SourceFile.resolved(path) else { throw Self.problem(path) }
      walk(path, prefix: "", root: root, depth: 0)
    case .none:
      let problem = Self.problem(path)
      let matches = Self.matches(of: path)
      guard !matches.isEmpty else { throw problem }
      for match in matches { try add(match) }
    case .link, .other: throw LoadingProblem("\(path) is neither a file nor a folder")
    }
    files.sort { Self.isBefore($0.name, $1.name) }
    rejected.sort { Self.isBefore($0.name, $1.name) }
  }

  /// Adds what one path of a pattern leads to.
  private mutating func add(_ path: String) throws(LoadingProblem) {
    let found = try SourceFiles(at: path)
    files += found.files
    rejected += found.rejected
  }

  /// What a pattern with `*`, `?` or `[…]` stands for, hidden files left out.
  private static func matches(of pattern: String) -> [String] {
    guard pattern.utf8.contains(where: "*?[".utf8.contains) else { return [] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }
  }

  private mutating func walk(_ folder: String, prefix: String, root: String, depth: Int) {
    let entries: [String]
    do { entries = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      return reject(prefix.isEmpty ? folder : prefix, "the folder cannot be read")
    }
    for entry in entries where !entry.hasPrefix(".") {
      let path = folder + "/" + entry
      let name = prefix.isEmpty ? entry : prefix + "/" + entry
      switch Self.kind(of: path, followingLinks: false) {
      case .file: files.append(SourceFile(path: path, name: name, root: root))
      case .folder where depth < Self.deepest:
        walk(path, prefix: name, root: root, depth: depth + 1)
      case .folder: reject(name, "folders are nested deeper than \(Self.deepest)")
      case .link: follow(path, name: name, root: root)
      case .other: reject(name, "it is neither a file nor a folder")
      case .none: reject(name, "it cannot be looked at")
      }
    }
  }

  private mutating func follow(_ path: String, name: String, root: String) {
    guard let target = SourceFile.resolved(path) else {
      return reject(name, "the link leads nowhere")
    }
    guard target.hasPrefix(root + "/") else {
      return reject(name, Self.leadsOut)
    }
    guard Self.kind(of: target, followingLinks: false) == .file else {
      return reject(name, "the link leads to a folder")
    }
    files.append(SourceFile(path: path, name: name, root: root))
  }

  static let leadsOut = "the link leads out of the folder"

  private mutating func reject(_ name: String, _ reason: String) {
    rejected.append((name, reason))
  }

  private enum Kind { case file, folder, link, other, none }

  private static func kind(of path: String, followingLinks: Bool) -> Kind {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return .none }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func isBefore(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private static func problem(_ path: String) -> LoadingProblem {
    guard errno != ENOENT else {
      return LoadingProblem("there is no \(path)", hint: "check the spelling")
    }
    return LoadingProblem("cannot open \(path): \(String(cString: strerror(errno)))")
  }
}
