import Workbench

/// Marks documents, entities or events so that `--tag` finds them.
struct Tag: Command {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Tag rows, or take a tag off")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["label", "mark", "टैग", "метка", "标签", "nhãn"]
  static let examples = [
    Example(
      "Mark the two articles", "tag kazan d1 d2",
      prints: "kazan: d1 d2")
  ]

  @Argument(help: ArgumentHelp("The tag", valueName: "tag")) var tag: String
  @Argument(help: ArgumentHelp("Documents, entities or events", valueName: "handles"))
  var handles: [String]
  @Flag(help: "Take the tag off") var off = false

  func run(in session: Session) throws -> Output {
    .done(try session.tag(tag, handles, off: off))
  }
}
