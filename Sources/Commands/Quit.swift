import Workbench

/// Leaves the shell; everything is saved already.
struct Quit: Command {
  static let configuration = CommandConfiguration(
    commandName: "quit", abstract: "Leave the shell")
  static let task = HelpTask.session
  static let searchTerms = ["exit", "leave", "bye", "बंद", "выход", "退出", "thoát"]
  static let examples = [
    Example(
      "Leave", "quit",
      prints: "")
  ]

  func run(in session: Session) throws -> Output {
    session.isOver = true
    return .nothing
  }
}
