import Workbench

/// Gives an entity the name it is shown by, or another kind.
struct Rename: Command {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Rename an entity, or change its kind")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["retype", "नाम", "переименовать", "重命名", "đổi tên"]
  static let examples = [
    Example(
      "Show Xi by his Hindi name", "rename \"Xi Jinping\" \"शी जिनपिंग\"",
      prints: "E2 is शी जिनपिंग: Xi Jinping, शी जिनपिंग")
  ]

  @Argument(help: ArgumentHelp("An entity", valueName: "entity")) var entity: String
  @Argument(help: ArgumentHelp("The name to show", valueName: "name")) var name: String?
  @Option(help: "It is a person, organization or place") var kind: EntityKind?

  func validate() throws {
    if name == nil, kind == nil { throw ValidationError("a new name or --kind is needed") }
  }

  func run(in session: Session) throws -> Output {
    .done(try session.rename(entity, to: name, kind: kind))
  }
}
