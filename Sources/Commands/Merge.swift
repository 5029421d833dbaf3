import Workbench

/// Rules that several entities, or reports of events, are one.
struct Merge: Command {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make several entities or events one")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["person", "same", "join", "जोड़ो", "объединить", "合并", "gộp"]
  static let examples = [
    Example(
      "Peskov stands for the Kremlin here", "merge Kremlin Peskov",
      prints: "E1 is Kremlin: Dmitry Peskov, Kremlin")
  ]

  @Argument(help: ArgumentHelp("The entity that stays, or an event", valueName: "entity"))
  var entity: String
  @Argument(help: ArgumentHelp("Those that join it", valueName: "others")) var others: [String]
  @Option(help: ArgumentHelp("Why, for those who read it later", valueName: "reason"))
  var why: String?

  func run(in session: Session) throws -> Output {
    if Handle.areEvents([entity] + others) {
      return .done(try session.mergeEvents([entity] + others, reason: why))
    }
    return .done(try session.merge(entity, with: others, reason: why))
  }
}
