import Workbench

/// Carries out a command again and again until Ctrl-C.
struct Watch: Command {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Repeat a command until Ctrl-C")
  static let effects: Set<Effect> = [.needsPrompt]
  static let commandPosition: Int? = 0
  static let task = HelpTask.session
  static let searchTerms = ["repeat", "follow", "देखते", "следить", "监视", "theo dõi"]
  static let examples = [
    Example(
      "A replay never waits", "watch docs",
      prints: "watch works only at the prompt")
  ]

  @Option(help: ArgumentHelp("Seconds between", valueName: "seconds")) var every: Int = 2
  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A command, in quotation marks if it has | in it", valueName: "command"))
  var command: [String]

  func validate() throws {
    if every < 1 { throw ValidationError("it takes a second at least between two rounds") }
  }

  func run(in session: Session) throws -> Output {
    let line = command.count == 1 ? command[0] : session.line(of: command)
    session.watched = (line, every)
    return .nothing
  }
}
