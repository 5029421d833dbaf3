import ArgumentParser
import Glibc
import Registry
import Terminal
import Workbench

/// Opens a session and carries out commands: from -c, from standard input, or from the prompt.
struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "Open a session at the prompt (what annals does by itself)")

  @Argument(help: "The session's file", completion: .file()) var session: String?
  @Option(
    name: [.customShort("c"), .customLong("command")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Carry out this command and leave", valueName: "command"))
  var commands: [String] = []
  @Flag(help: "Go on after a problem when commands are piped in") var keepGoing = false

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp("Carry out the commands of this file and leave", valueName: "file"),
    completion: .file())
  var file: String?

  func run() throws {
    Interrupt.catching()
    var path: String? = try session ?? SessionPlace.last()
    while let current = path {
      let session = try open(current)
      SessionPlace.remember(current)
      let shell = Shell(session, path: current)
      if !commands.isEmpty {
        try leave(shell.run(commands, keepGoing: keepGoing))
      } else if let file {
        try leave(shell.run(file: file, keepGoing: keepGoing))
      } else if Device.isTerminal(STDIN_FILENO) {
        shell.prompt()
      } else {
        try leave(shell.runStandardInput(keepGoing: keepGoing))
      }
      path = session.next
    }
  }

  private func open(_ path: String) throws -> Session {
    let session = try Session.open(
      path, catalog: .registered, files: .open(from: WorkingFolder.path))
    session.clock = Clock.now
    session.isConfined = false
    session.isCancelled = { Screen.isInterrupted }
    session.isStopped = { Screen.isInterrupted }
    session.sessionFolder = try? SessionPlace.folder()
    return session
  }

  private func leave(_ code: Int32) throws {
    if code != 0 { throw ExitCode(code) }
  }
}
