import FoundationEssentials
import Glibc
import Workbench

/// Where sessions are kept that were given no name, and which one was open last.
enum SessionPlace {
  /// `$XDG_DATA_HOME/annals`, by default `~/.local/share/annals`; made for its owner only.
  static func folder() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    guard
      let base = environment["XDG_DATA_HOME"].flatMap({ $0.isEmpty ? nil : $0 })
        ?? environment["HOME"].map({ $0 + "/.local/share" })
    else {
      throw Problem("no folder for sessions", hint: "name a session file: annals FILE")
    }
    let folder = base + "/annals"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Problem("cannot make the folder \(folder)", hint: "name a session file: annals FILE")
    }
    return folder
  }

  /// The session that was open last, else a new one.
  static func last() throws -> String {
    let folder = try folder()
    let remembered = FileManager.default.contents(atPath: folder + "/last").map {
      String(decoding: $0, as: UTF8.self)
    }
    if let remembered, FileManager.default.fileExists(atPath: remembered) { return remembered }
    return folder + "/first.session"
  }

  /// Notes that the session at `path` was open last; nothing depends on it.
  static func remember(_ path: String) {
    guard let folder = try? folder() else { return }
    let absolute = path.hasPrefix("/") ? path : WorkingFolder.path + "/" + path
    let temporary = folder + "/last.\(getpid())"
    guard (try? Data(absolute.utf8).write(to: URL(filePath: temporary))) != nil else { return }
    rename(temporary, folder + "/last")
  }
}

/// The folder that the program was started in.
enum WorkingFolder {
  static var path: String { FileManager.default.currentDirectoryPath }
}

/// The time of day, for the journal.
enum Clock {
  /// Seconds since 1970.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
