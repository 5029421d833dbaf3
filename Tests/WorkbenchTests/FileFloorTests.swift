import Foundation
import Registry
import Testing

@testable import Workbench

/// A thread that a floor can be held on: it holds for nobody else.
enum HeldThread {
  static let canBeHeld = run { FileFloor(for: []).hold() } ?? false

  /// What `body` gives on a thread of its own.
  static func run<Result: Sendable>(
    _ body: @escaping @Sendable () -> Result
  ) -> Result? {
    let answer = Answer<Result>()
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      answer.value = body()
      done.signal()
    }
    done.wait()
    return answer.value
  }

  /// Written by one thread before the other, which waits, reads it.
  private final class Answer<Value: Sendable>: @unchecked Sendable { var value: Value? }
}

/// What the kernel refuses a replay where annals itself would not.
@Suite("The floor below replays", .enabled(if: HeldThread.canBeHeld, "no Landlock here"))
struct FileFloorTests {
  /// The desk with a folder that belongs to its notebook, and one beside it that does not.
  private struct Desk {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "annals-\(UUID().uuidString)")
    var outside: String { folder.path + "/outside" }
    var notebook: String { folder.path + "/inside/x.annals" }

    init() throws {
      for path in ["inside/x.annals", "outside/secret.annals"] {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("annals 1\ndocs\n".utf8).write(to: url)
      }
    }

    /// What `line` says for an analyst's session, which may touch everything, and whether the
    /// kernel holds it to what the notebook may touch.
    func problem(_ line: String, isHeld: Bool) -> String? {
      let access = FileAccess.confined(toNotebook: notebook)
      access.makeWritableFolder()
      let folder = self.folder.path
      return HeldThread.run {
        if isHeld { _ = FileFloor(for: [access]).hold() }
        do {
          let session = try Session.inMemory(catalog: .registered, files: .open(from: folder))
          try session.run(line)
          return ""
        } catch { return "\(error)" }
      }
    }
  }

  @Test(
    "The kernel refuses what only our own checks forbid",
    arguments: [
      "run OUTSIDE/secret.annals", "docs > OUTSIDE/stolen.csv", "record OUTSIDE/stolen.annals",
      "session save OUTSIDE/stolen.session", "export OUTSIDE/stolen.csv docs",
      "docs > inside/beside.csv",
    ])
  func refused(_ line: String) throws {
    let desk = try Desk()
    let line = line.replacing("OUTSIDE", with: desk.outside)
    #expect(desk.problem(line, isHeld: true) != "")
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.outside).count == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.folder.path + "/inside").count == 2)
  }

  @Test(
    "Without it they are carried out, so that it is the kernel that refuses",
    arguments: [
      "run OUTSIDE/secret.annals", "docs > OUTSIDE/x.csv", "session save OUTSIDE/x.session",
    ])
  func carriedOut(_ line: String) throws {
    let desk = try Desk()
    let line = line.replacing("OUTSIDE", with: desk.outside)
    #expect(desk.problem(line, isHeld: false) == "")
  }

  @Test(
    "What a notebook may do the kernel lets it do",
    arguments: [
      "run inside/x.annals", "docs > inside/x.annals.out/docs.csv",
      "session save inside/x.annals.out/x.session", "record inside/x.annals.out/r.annals",
    ])
  func allowed(_ line: String) throws {
    #expect(try Desk().problem(line, isHeld: true) == "")
  }

  @Test("A folder for writing is made only for a notebook that may write")
  func writing() throws {
    let may = { (line: String) in
      try Notebook(path: "x.annals", text: "annals 1\n\(line)\n").mayWrite(with: .registered)
    }
    for line in [
      "docs > a.csv", "docs > $file", "export a.csv docs", "record a.annals", "run b.annals",
      "compare d1 d2 --to a.html", "compare d1 d2 --to=a.html", "session save a.session",
    ] {
      #expect(try may(line))
    }
    for line in [
      "docs", "entities | freq kind", "expect docs count = 1", "expect docs count > 1",
      "entities | where mentions > 3", "compare d1 d2", "session check",
    ] {
      #expect(try !may(line))
    }
  }
}

/// Replays as the program does them, in a process that the kernel holds.
@Suite("Replays from the command line", .enabled(if: ReplayProgram.isBuilt))
struct ReplayProgramTests {
  private func desk() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "annals-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let page = "<!doctype html><html><body><p>Xi Jinping came to Kazan.</p></body></html>"
    try Data(page.utf8).write(to: folder.appending(path: "a.html"))
    let notebook =
      "annals 1\nload a.html\n#* \nexpect docs count = 1\ndocs > docs.csv\ndocs | freq lang\n"
    try Data(notebook.utf8).write(to: folder.appending(path: "x.annals"))
    return folder
  }

  @Test("A page is read in a child, a file written, a session kept, and the notebook recorded")
  func whole() throws {
    let folder = try desk()
    let notebook = folder.path + "/x.annals"
    #expect(
      try ReplayProgram.run("run", notebook, "--session", folder.path + "/s.session").code == 0)
    let files = FileManager.default
    #expect(files.fileExists(atPath: notebook + ".out/docs.csv"))
    #expect(files.fileExists(atPath: folder.path + "/s.session"))
    #expect(try ReplayProgram.run("update", notebook).code == 0)
    #expect(try String(contentsOfFile: notebook, encoding: .utf8).contains("#> en | 1 | 100%"))
    #expect(try ReplayProgram.run("check", notebook).code == 0)
    #expect(try ReplayProgram.run("render", notebook, "-o", folder.path + "/x.html").code == 0)
    #expect(files.fileExists(atPath: folder.path + "/x.html"))
  }

  @Test("Locale, time zone and the seed of hashes change no byte")
  func surroundings() throws {
    let notebook = try desk().path + "/x.annals"
    try Data(
      "annals 1\nload a.html --published 2024-10-03\nentities\ntimeline\nsearch KAZAN\nevents\n"
        .utf8
    ).write(to: URL(filePath: notebook))
    let plain = try ReplayProgram.run(
      "run", notebook, environment: ["LC_ALL": "C.UTF-8", "TZ": "UTC"])
    let other = try ReplayProgram.run(
      "run", notebook, environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "COLUMNS": "40"])
    #expect(plain.code == 0 && plain.lines.count > 6)
    #expect(plain == other)
  }

  @Test("The plan says who holds the notebook to it", .enabled(if: HeldThread.canBeHeld))
  func plan() throws {
    let (code, lines) = try ReplayProgram.run("run", "--plan", try desk().path + "/x.annals")
    #expect(code == 0 && lines.last == "held to that by the kernel")
  }
}

/// The built program.
enum ReplayProgram {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".build/debug/annals")
    .path
  static let isBuilt = FileManager.default.isExecutableFile(atPath: path)

  /// Runs it; its exit code and the lines it printed.
  static func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> (code: Int32, lines: [String]) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return (process.terminationStatus, lines)
  }
}
