import Workbench

/// Leaves what a handle stands for out of timelines.
struct Exclude: Command {
  static let configuration = CommandConfiguration(
    commandName: "exclude", abstract: "Leave a line out of timelines")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["timeline", "hide", "remove", "हटाना", "исключить", "排除", "loại bỏ"]
  static let examples = [Example("Leave the visit out", "exclude e1", prints: "e1 is excluded")]

  @Argument(help: ArgumentHelp("An event, a time expression or a document", valueName: "handle"))
  var handle: String

  func run(in session: Session) throws -> Output {
    .done(try session.exclude(handle))
  }
}
