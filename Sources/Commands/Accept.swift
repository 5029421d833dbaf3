import Workbench

/// Rules that two entities which are suggested to be one are one.
struct Accept: Command {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Make one of two entities suggested to be one")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["suggestion", "same", "मानो", "принять", "接受", "chấp nhận"]
  static let examples: [Example] = [
    Example(
      "A pair that nothing suggests", "accept Kremlin Peskov",
      prints:
        "Kremlin and Dmitry Peskov are not suggested to be one; merge makes any two one")
  ]

  @Argument(help: ArgumentHelp("An entity", valueName: "entity")) var entity: String
  @Argument(help: ArgumentHelp("What it may be", valueName: "other")) var other: String

  func run(in session: Session) throws -> Output { .done(try session.accept(entity, other)) }
}
