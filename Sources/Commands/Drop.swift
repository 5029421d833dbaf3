import Workbench

/// Rules that an entity is none.
struct Drop: Command {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Leave out an entity that is none")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["delete", "remove", "hide", "हटाओ", "удалить", "删除", "xoá"]
  static let examples = [
    Example(
      "Kremlin is a building here", "drop Kremlin",
      prints: "Kremlin (E1) is left out")
  ]

  @Argument(help: ArgumentHelp("Entities", valueName: "entities")) var entities: [String]

  func run(in session: Session) throws -> Output {
    .text(try entities.map { try session.drop($0) })
  }
}
