import Workbench

/// Tells what a handle stands for in the analyst's words; the sentence stays beside it.
struct Reword: Command {
  static let configuration = CommandConfiguration(
    commandName: "reword", abstract: "Tell a line of a timeline in your own words")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = [
    "timeline", "edit", "rephrase", "बदलना", "переписать", "改写", "diễn đạt lại",
  ]
  static let examples = [
    Example(
      "Put the visit in plainer words", "reword e1 \"Xi to go to Kazan\"",
      prints: "e1 is reworded: Xi to go to Kazan")
  ]

  @Argument(help: ArgumentHelp("An event, a time expression or a document", valueName: "handle"))
  var handle: String
  @Argument(help: "What it is told as") var text: [String]

  func run(in session: Session) throws -> Output {
    .done(try session.reword(handle, as: text.joined(separator: " ")))
  }
}
