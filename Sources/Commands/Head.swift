import Workbench

/// Keeps the first rows of a result.
struct Head: Command {
  static let configuration = CommandConfiguration(
    commandName: "head", abstract: "Keep the first rows of a result")
  static let task = HelpTask.results
  static let searchTerms = ["top", "first", "limit", "पहले", "первые", "前几行", "đầu"]
  static let examples = [
    Example(
      "Who is named most?", "entities | head 1",
      prints: "E2 | Xi Jinping | person | शी जिनपिंग | 2 mentions | 2 documents")
  ]

  @Argument(help: ArgumentHelp("How many rows", valueName: "number")) var count: Int = 10
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func validate() throws {
    if count < 0 { throw ValidationError("a number of rows is not negative") }
  }

  func run(in session: Session) throws -> Output {
    let input = try session.input(of: Self.name)
    return input.keeping(Array(input.rows.indices.prefix(count)))
  }
}
