import Workbench

/// Does again what was taken back last.
struct Redo: Command {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what was taken back")
  static let effects: Set<Effect> = [.takesBack]
  static let task = HelpTask.rule
  static let searchTerms = ["again", "forward", "फिर", "вернуть", "重做", "làm lại"]
  static let examples = [
    Example(
      "Nothing was taken back here", "redo",
      prints: "nothing to redo")
  ]

  func run(in session: Session) throws -> Output { try session.redo() }
}
