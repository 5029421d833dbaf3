import Workbench

/// Takes back the last command that changed the session.
struct Undo: Command {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last change")
  static let effects: Set<Effect> = [.changesSession, .takesBack]
  static let task = HelpTask.rule
  static let searchTerms = ["revert", "back", "वापस", "отменить", "撤销", "hoàn tác"]
  static let examples = [
    Example(
      "What would be taken back?", "undo",
      prints: "undone: load articles")
  ]

  func run(in session: Session) throws -> Output { .done(try session.undo()) }
}
