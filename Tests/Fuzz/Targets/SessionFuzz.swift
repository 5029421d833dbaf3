import AnnalsTesting
import FoundationEssentials
import Registry
import Synchronization
import Workbench

/// Commands on a sample session, and files that are opened as sessions.
enum SessionFuzz {
  /// Commands that one session takes before a new one is made.
  private static let lines = 200
  private static let folder = FileManager.default.temporaryDirectory
    .appending(path: "annals-fuzz-\(UUID().uuidString)").path(percentEncoded: false)
  private static let files = FileAccess.confined(toNotebook: folder + "/a.annals")

  private final class Bench {
    var session: Session?
    var count = 0
  }

  private static let bench = Mutex(Bench())

  static func fault(inCommand line: String) -> String? {
    bench.withLock { bench in
      do {
        if bench.session == nil || bench.count == lines {
          bench.session = try SampleSession.make()
          bench.session?.files = files
          bench.count = 0
        }
        bench.count += 1
        let faults = bench.session.map { run(line, in: $0) }
        if bench.session?.isOver == true { bench.session = nil }
        return faults ?? nil
      } catch { return "no sample session: \(error)" }
    }
  }

  /// What a command finds must be words to show in every format.
  private static func run(_ line: String, in session: Session) -> String? {
    guard let output = try? session.run(line).output else { return nil }
    for format in Format.allCases { _ = output.lines(as: format) }
    return nil
  }

  static func fault(inFile bytes: [UInt8]) -> String? {
    let path = folder + "/a.session"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
      try Data(bytes).write(to: URL(filePath: path))
    } catch { return "no file to open: \(error)" }
    guard let session = try? Session.open(path, catalog: .registered, files: files) else {
      return nil
    }
    for line in [
      "session check", "docs", "show d1", "entities", "entity E1", "timeline", "quotes",
      "search visit", "undo",
    ] { _ = run(line, in: session) }
    return nil
  }
}
