import Workbench

/// Keeps a command line in the session under a name.
struct Save: Command {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Keep a search under a name, or list those kept")
  static let task = HelpTask.keep
  static let searchTerms = ["favourite", "search", "alias", "सहेजो", "сохранить", "保存", "lưu"]
  static let examples = [
    Example(
      "Keep a question for every morning", "save hindi \"docs --lang hi | head 5\"",
      prints: "hindi: docs --lang hi | head 5")
  ]

  @Argument(help: "The name") var name: String?
  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A command, in quotation marks if it has | in it", valueName: "command"))
  var command: [String] = []

  static let commandPosition: Int? = 1

  func run(in session: Session) throws -> Output {
    guard let name else {
      let rows = try session.savedCommands().map { [Output.Cell.text($0.name), .text($0.line)] }
      return .table(["name", "command"], rows)
    }
    guard !command.isEmpty else {
      throw Problem("nothing to keep as \(name)", at: name, hint: "save \(name) COMMAND")
    }
    let line = command.count == 1 ? command[0] : session.line(of: command)
    try session.save(line, as: name)
    return .done("\(name): \(line)")
  }
}
