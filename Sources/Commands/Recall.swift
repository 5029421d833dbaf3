import Workbench

/// Carries out a command line that was kept with `save`.
struct Recall: Command {
  static let configuration = CommandConfiguration(
    commandName: "recall", abstract: "Carry out a search that was kept")
  /// The command that it carries out is cut off, or is not, by itself.
  var endsItself: Bool { true }
  static let task = HelpTask.keep
  static let searchTerms = ["favourite", "again", "दोहराओ", "повторить", "重复", "lặp lại"]
  static let examples = [
    Example(
      "There is nothing kept yet", "recall hindi",
      prints: "no saved search hindi; save NAME COMMAND keeps one")
  ]

  @Argument(help: "The name") var name: String
  @Argument(help: "Values for $1, $2 … in it") var values: [String] = []

  func run(in session: Session) throws -> Output {
    let saved = try session.savedCommands()
    guard let line = saved.first(where: { $0.name == name })?.line else {
      var problem = Problem.unknown("saved search", name, among: saved.map(\.name))
      problem.hint = problem.hint ?? "save NAME COMMAND keeps one"
      throw problem
    }
    let numbered = values.enumerated().map { (String($0.offset + 1), $0.element) }
    return try session.run(line, with: Dictionary(uniqueKeysWithValues: numbered))
  }
}
