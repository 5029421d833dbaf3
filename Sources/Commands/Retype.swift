import Workbench

/// Rules that an entity is of another kind.
struct Retype: Command {
  static let configuration = CommandConfiguration(
    commandName: "retype", abstract: "Say that an entity is of another kind")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["kind", "type", "प्रकार", "тип", "类型", "loại"]
  static let examples = [
    Example(
      "Kremlin is the government here", "retype Kremlin organization",
      prints: "Kremlin (E1) is an organization now")
  ]

  @Argument(help: ArgumentHelp("An entity", valueName: "entity")) var entity: String
  @Argument(help: "person, organization or place") var kind: EntityKind

  func run(in session: Session) throws -> Output { .done(try session.retype(entity, to: kind)) }
}
