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

  func run() throws {
    let path = try session ?? SessionPlace.last()
    let session = try Session.open(
      path, catalog: .registered, files: .open(from: WorkingFolder.path))
    session.clock = Clock.now
    session.confineParsers(with: ProgramFile.path)
    session.isCancelled = { Screen.isInterrupted }
    SessionPlace.remember(path)
    let shell = Shell(session, path: path)
    Interrupt.catching()
    if !commands.isEmpty {
      try leave(shell.run(commands, from: "-c", keepGoing: keepGoing))
    } else if Device.isTerminal(STDIN_FILENO) {
      shell.prompt()
    } else {
      try leave(shell.runStandardInput(keepGoing: keepGoing))
    }
  }

  private func leave(_ code: Int32) throws {
    if code != 0 { throw ExitCode(code) }
  }
}
