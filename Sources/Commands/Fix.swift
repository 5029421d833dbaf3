import Workbench

/// Corrects the date of an event.
struct Fix: Command {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Give an event another date")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["correct", "date", "सुधारो", "исправить", "更正", "sửa"]
  static let examples = [
    Example(
      "The visit is to be on the 22nd", "fix e1 --date 2024-10-22",
      prints: "e1 took place on 2024-10-22, as you say; it was 2024-10")
  ]

  @Argument(help: ArgumentHelp("An event", valueName: "event")) var event: String
  @Option(help: ArgumentHelp("Its date in EDTF: 2024-07-04, 2024-07, 2024-07?", valueName: "date"))
  var date: EDTF
  @Option(help: ArgumentHelp("Why, for those who read it later", valueName: "reason"))
  var why: String?

  func run(in session: Session) throws -> Output {
    .done(try session.fix(event, date: date, reason: why))
  }
}
