import Workbench

/// Rules that a name does not belong to its entity, or a report to the event it was put to.
struct Split: Command {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Take names out of an entity, or events apart")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["separate", "different", "अलग", "разделить", "拆分", "tách"]
  static let examples = [
    Example(
      "शी जिनपिंग is to stand alone", "split E2 \"शी जिनपिंग\"",
      prints: "शी जिनपिंग is E8 now, no longer Xi Jinping (E2)")
  ]

  @Argument(help: ArgumentHelp("An entity, or an event", valueName: "entity")) var entity: String
  @Argument(help: ArgumentHelp("The names that leave it", valueName: "names"))
  var names: [String] = []

  func run(in session: Session) throws -> Output {
    if Handle.areEvents([entity] + names) {
      return .done(try session.splitEvents([entity] + names))
    }
    return .done(try session.split(entity, names: names))
  }
}
