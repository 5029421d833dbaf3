import CConfinement
import FoundationEssentials
import Glibc

/// What the kernel lets this process do with files, whatever annals itself checks (Landlock).
///
/// Below what `FileAccess` allows, and for good: no command and no fault in one can lift it.
public struct FileFloor {
  private let floor = annals_floor_lay()

  /// A floor for what `accesses` allow, and what annals needs of the system and of its own.
  public init(for accesses: [FileAccess]) {
    annals_floor_grant_system(floor, 1)
    for path in ["/proc", "/sys/devices/system/cpu", "/dev/urandom"] + Self.ownFolders {
      annals_floor_grant(floor, path, Self.read)
    }
    annals_floor_grant(floor, "/dev/null", Self.read | Self.write)
    annals_floor_grant(floor, "/proc/self/exe", Self.read | Self.run)
    for access in accesses {
      for folder in access.readable ?? ["/"] { annals_floor_grant(floor, folder, Self.read) }
      allow(writingBelow: access.writable ?? "/")
    }
  }

  /// Also lets it write below `folder`, if there is one.
  public func allow(writingBelow folder: String) {
    annals_floor_grant(floor, folder, Self.read | Self.write)
  }

  /// Holds this thread, and the threads and processes that it starts, to the floor.
  ///
  /// - Returns: false where the kernel has no Landlock.
  public func hold() -> Bool { floor >= 0 && annals_floor_hold(floor) != 0 }

  private static let read = Int32(annals_may_read.rawValue)
  private static let run = Int32(annals_may_run.rawValue)
  private static let write = Int32(annals_may_write.rawValue)

  /// Language packs and tables: beside the program, or where they are installed.
  private static var ownFolders: [String] {
    let manager = FileManager.default
    guard let program = try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      let slash = program.lastIndex(of: "/")
    else { return [] }
    let folder = String(program[..<slash])
    let beside = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    return beside.filter { $0.hasSuffix(".resources") }.map { folder + "/" + $0 }
      + [folder + "/../share/annals"]
  }
}

extension FileAccess {
  /// Makes the folder that is written below, for a floor can only be opened at what is there.
  public func makeWritableFolder() {
    guard let writable else { return }
    try? FileManager.default.createDirectory(atPath: writable, withIntermediateDirectories: true)
  }
}

extension Notebook {
  /// Whether a command may write a file, as far as its words tell.
  public func mayWrite(with catalog: Catalog) -> Bool {
    steps.contains { step in
      let words = step.command.split(separator: " ").map(String.init)
      return Self.writesResult(words)
        || catalog.commands.contains { command in
          guard command.effects.contains(.writesFiles) || command.name == "run",
            words.contains(command.name)
          else { return false }
          guard let needed = command.writingWords else { return true }
          return words.contains { needed.contains(String($0.prefix { $0 != "=" })) }
        }
    }
  }

  /// Whether a result goes into a file: `> FILE` at the end, also one that a parameter names.
  private static func writesResult(_ words: [String]) -> Bool {
    guard words.count > 2, words[words.count - 2] == ">", let last = words.last
    else { return false }
    return last.contains("$") || last.hasSuffix("\"") || Format(fileName: last) != nil
  }
}
