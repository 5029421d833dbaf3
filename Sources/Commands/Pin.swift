import Workbench

/// Keeps what a handle stands for in timelines, however short they are.
struct Pin: Command {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Keep a line in every timeline")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["timeline", "keep", "star", "पिन", "закрепить", "置顶", "ghim"]
  static let examples = [
    Example("Keep the visit, whatever else there is", "pin e1", prints: "e1 is pinned")
  ]

  @Argument(help: ArgumentHelp("An event, a time expression or a document", valueName: "handle"))
  var handle: String

  func run(in session: Session) throws -> Output {
    .done(try session.pin(handle))
  }
}
