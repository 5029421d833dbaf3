import Workbench

/// Rules that two entities are not the same, whatever the rules find later.
struct Reject: Command {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Rule that two entities are not the same")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["different", "not same", "अलग", "разные", "不同", "khác"]
  static let examples = [
    Example(
      "Peskov is not Putin", "reject Peskov \"व्लादिमीर पुतिन\"",
      prints: "Dmitry Peskov (E4) and व्लादिमीर पुतिन (E7) are not the same")
  ]

  @Argument(help: ArgumentHelp("An entity", valueName: "entity")) var entity: String
  @Argument(help: ArgumentHelp("What it is not", valueName: "other")) var other: String
  @Option(help: ArgumentHelp("Why, for those who read it later", valueName: "reason"))
  var why: String?

  func run(in session: Session) throws -> Output {
    .done(try session.reject(entity, other, reason: why))
  }
}
