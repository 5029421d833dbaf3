import ArgumentParser
import Glibc
import Registry
import Terminal
import Workbench

/// What `run`, `check` and `update` have in common.
struct NotebookOptions: ParsableArguments {
  @Argument(
    help:
      "Notebooks; each reads below its folder, or the nearest one that a file .annals-root marks",
    completion: .file())
  var notebooks: [String]
  @Option(
    name: [.customShort("p"), .customLong("param")],
    help: ArgumentHelp("A value for a parameter", valueName: "name=value"))
  var parameters: [String] = []
  @Option(
    name: [.customShort("P"), .customLong("param-file")],
    help: ArgumentHelp("A file of parameters, a name, a tab and a value a line", valueName: "file"),
    completion: .file())
  var parameterFile: String?
  @Option(help: ArgumentHelp("A further folder that the notebook may read", valueName: "folder"))
  var corpus: [String] = []

  /// Reads the notebooks, and has the kernel hold this process to what they may touch.
  ///
  /// - Parameter folders: the process itself writes here: a session, a page, the notebook.
  func read(writingBelow folders: [String] = []) throws -> HeldNotebooks {
    let notebooks = try notebooks.map { path throws(Problem) in try Notebook.read(path) }
    let kept =
      try parameterFile.map { path throws(Problem) in try Parameters.read(file: path) } ?? [:]
    let given = try Parameters.read(parameters)
    let files = notebooks.map { FileAccess.confined(toNotebook: $0.path, corpora: corpus) }
    for (notebook, access) in zip(notebooks, files) where notebook.mayWrite(with: .registered) {
      access.makeWritableFolder()
    }
    let floor = FileFloor(for: files)
    folders.forEach { floor.allow(writingBelow: $0) }
    return HeldNotebooks(
      items: Array(zip(notebooks, files)), parameters: kept.merging(given) { _, last in last },
      isHeld: floor.hold())
  }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }
}

/// Notebooks of a process that the kernel holds to what all of them together may touch.
struct HeldNotebooks {
  let items: [(Notebook, FileAccess)]
  let parameters: [String: String]
  /// Whether the kernel does.
  let isHeld: Bool

  /// Each notebook with an empty session that is confined to its folder.
  ///
  /// - Parameter file: where the session is kept; nil: in memory.
  func forEach(session file: String? = nil, _ body: (Replay) throws -> Void) throws {
    Interrupt.catching()
    for (notebook, files) in items {
      let session =
        try file.map { try Session.open($0, catalog: .registered, files: files) }
        ?? Session.inMemory(catalog: .registered, files: files)
      session.isCancelled = { Screen.isInterrupted }
      session.isStopped = { Screen.isInterrupted }
      session.confineParsers(with: ProgramFile.path)
      try body(try Replay(notebook, in: session, parameters: parameters))
    }
  }
}

extension [Replay.Result] {
  /// - Throws: the `Problem` of the step that Ctrl-C cut off, with its `file:line`.
  fileprivate func refuseInterrupted() throws {
    if let last, last.isInterrupted, let problem = last.problem { throw problem }
  }
}

/// Replays notebooks and prints what their commands print.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Replay notebooks from an empty session and print their outputs")
  @OptionGroup var options: NotebookOptions
  @Option(help: ArgumentHelp("Keep the session in this new file", valueName: "file"))
  var session: String?
  @Flag(help: "Only say what the notebook would do") var plan = false

  func run() throws {
    let folder = session.map(NotebookOptions.folder)
    // SQLite sorts in files of its own, and may not where it would.
    if let folder { setenv("SQLITE_TMPDIR", folder, 1) }
    let notebooks = try options.read(writingBelow: folder.map { [$0] } ?? [])
    if plan {
      try notebooks.forEach { replay in try replay.plan().forEach { Screen.say($0) } }
      Screen.say(notebooks.isHeld ? "held to that by the kernel" : "the kernel has no Landlock")
      return
    }
    try notebooks.forEach(session: session) { replay in
      let results = replay.run { result in
        Screen.say("> " + result.step.command)
        if result.problem == nil {
          result.output.forEach { Screen.say($0) }
        } else {
          result.output.forEach { Screen.say("! " + $0) }
        }
      }
      if let problem = results.last(where: { !$0.isExpected })?.problem { throw problem }
    }
  }
}

/// Replays notebooks and says where they differ from what they recorded.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Replay notebooks and compare; exit 0 same, 1 differs, 2 error, 3 no notebook")
  @OptionGroup var options: NotebookOptions

  func run() throws {
    var code: Int32 = 0
    try options.read().forEach { replay in
      let path = replay.notebook.path
      let results = replay.run()
      try results.refuseInterrupted()
      let changed = results.filter { !$0.isAsRecorded }
      for result in changed {
        Replay.difference(result, of: replay.notebook).forEach { Screen.say($0) }
        code = max(code, result.isExpected ? 1 : 2)
      }
      if let (cause, detail) = try replay.cause(of: results) {
        let steps = counted(changed.count, "step")
        Screen.say("\(path): \(cause.rawValue) in \(steps) (\(detail))")
      } else {
        Screen.say("\(path): \(counted(results.count, "command")), as recorded")
      }
    }
    if code != 0 { throw ExitCode(code) }
  }
}

/// Replays notebooks and rewrites their recorded outputs.
struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Replay notebooks and record their outputs anew")
  @OptionGroup var options: NotebookOptions
  @Flag(name: .shortAndLong, help: "Ask before each change") var interactive = false

  func run() throws {
    let folders = options.notebooks.map(NotebookOptions.folder)
    try options.read(writingBelow: folders).forEach { replay in
      let path = replay.notebook.path
      let results = replay.run(keepGoing: true)
      try results.refuseInterrupted()
      if let new = results.first(where: { $0.problem != nil && !$0.isExpected }) {
        var problem = new.problem ?? .interrupted
        problem.hint = "a new error is not recorded; write `#! …` below the command to expect it"
        throw problem
      }
      let accepted = ask(results, of: replay.notebook)
      if Screen.isInterrupted {
        throw Problem("interrupted", hint: "nothing was written", kind: .interrupted)
      }
      let text = Replay.updated(replay.notebook, with: accepted, stamp: try replay.session.stamp())
      try replay.notebook.rewrite(as: text)
      Screen.say("\(path): \(counted(changes(replay.notebook, text), "changed line"))")
    }
  }

  private func changes(_ notebook: Notebook, _ text: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.difference(from: notebook.lines).count
  }

  /// The results whose outputs are to be recorded: all, or those that the person accepts.
  private func ask(_ results: [Replay.Result], of notebook: Notebook) -> [Replay.Result] {
    guard interactive else { return results }
    var accepted: [Replay.Result] = []
    var answer = ""
    for result in results {
      if result.isAsRecorded {
        accepted.append(result)
        continue
      }
      if answer == "q" { continue }
      if answer != "a" {
        Replay.difference(result, of: notebook).forEach { Screen.say($0) }
        Screen.ask("Accept this change? [y]es [n]o [a]ll [q]uit ")
        answer = String((readLine() ?? "q").lowercased().prefix(1))
      }
      if answer == "y" || answer == "a" { accepted.append(result) }
    }
    return accepted
  }
}
