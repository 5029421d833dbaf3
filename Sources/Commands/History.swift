import Workbench

/// Lists the commands that made the session what it is.
struct History: Command {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List the commands of this session")
  static let task = HelpTask.session
  static let searchTerms = ["journal", "log", "इतिहास", "история", "历史", "lịch sử"]
  static let columns = ["number#", "status", "command"]
  static let examples = [
    Example(
      "What was done so far?", "history",
      prints: "1 | done | load articles")
  ]

  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let rows = try session.history().map { entry -> [Output.Cell] in
      [.number(entry.number), .text(entry.status), .text(entry.line)]
    }
    return .table(Self.columns, rows)
  }
}
