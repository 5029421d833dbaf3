import Workbench

/// Says what the session holds, checks it, or saves a copy.
struct SessionCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Say what the session holds; check or copy it")
  static let effects: Set<Effect> = [.writesFiles]
  static let searchTerms = ["status", "info", "save", "backup", "सत्र", "сессия", "会话", "phiên"]
  static let examples = [
    Example(
      "Is everything whole?", "session check",
      prints: "everything is whole")
  ]

  enum Action: String, CaseIterable, ExpressibleByArgument { case info, check, save }

  @Argument(help: "info, check or save") var action: Action = .info
  @Argument(
    help: ArgumentHelp("The file to save a copy in", valueName: "file"), completion: .file())
  var file: String?

  func run(in session: Session) throws -> Output {
    switch action {
    case .info: return .table(["what", "number#"], try session.counts())
    case .check: return .text(try session.check())
    case .save:
      guard let file else { throw Problem("session save needs a file", hint: "session save FILE") }
      return .done(try session.save(to: file))
    }
  }
}
