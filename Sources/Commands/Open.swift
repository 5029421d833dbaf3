import Workbench

/// Goes into a row of the last result: an article is printed, a fact explained.
struct Open: Command {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Go into a row of the last result")
  static let task = HelpTask.results
  static let searchTerms = ["row", "drill", "खोलो", "открыть", "打开", "mở"]
  static let examples = [
    Example(
      "What does the first article say?", "docs | open 1",
      prints: """
        d1 | Visit to Kazan announced | Northgate Herald | en | 2024-10-03 text
        The Kremlin said on Wednesday that Chinese President Xi Jinping will visit Kazan in October.
        "We are preparing the visit," spokesman Dmitry Peskov said.
        """)
  ]

  @Argument(help: ArgumentHelp("The row, counted from 1", valueName: "number")) var row: Int

  func run(in session: Session) throws -> Output {
    let input = try session.input(of: Self.name)
    guard input.rows.indices.contains(row - 1) else {
      throw Problem(
        "no row \(row)", at: String(row),
        hint: "the result has \(counted(input.rows.count, "row"))",
        kind: .usage)
    }
    guard let handle = input.handle(ofRow: row - 1) else {
      throw Problem("row \(row) has no handle", at: String(row))
    }
    let command = handle.kind == .document ? Show.name : Why.name
    return try session.run("\(command) \(handle)").output
  }
}
