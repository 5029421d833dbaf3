import ArgumentParser
import Glibc
import Registry
import Workbench

/// What `run`, `check` and `update` have in common.
struct NotebookOptions: ParsableArguments {
  @Argument(help: "Notebooks", completion: .file()) var notebooks: [String]
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

  /// The notebook at `path` with an empty session that is confined to its folder.
  func replay(_ path: String, session file: String? = nil) throws -> Replay {
    let notebook = try Notebook.read(path)
    let files = FileAccess.confined(toNotebook: path, corpora: corpus)
    let session =
      try file.map { try Session.open($0, catalog: .registered, files: files) }
      ?? Session.inMemory(catalog: .registered, files: files)
    session.isCancelled = { Screen.isInterrupted }
    let kept =
      try parameterFile.map { path throws(Problem) in try Parameters.read(file: path) } ?? [:]
    let given = try Parameters.read(parameters)
    return try Replay(notebook, in: session, parameters: kept.merging(given) { _, last in last })
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
    for path in options.notebooks {
      if plan {
        try options.replay(path).plan().forEach { Screen.say($0) }
        continue
      }
      let results = try options.replay(path, session: session).run { result in
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
    for path in options.notebooks {
      let replay = try options.replay(path)
      let results = replay.run()
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
    for path in options.notebooks {
      let replay = try options.replay(path)
      let results = replay.run(keepGoing: true)
      if let new = results.first(where: { $0.problem != nil && !$0.isExpected }) {
        var problem = new.problem ?? .interrupted
        problem.hint = "a new error is not recorded; write `#! …` below the command to expect it"
        throw problem
      }
      let accepted = ask(results, of: replay.notebook)
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
