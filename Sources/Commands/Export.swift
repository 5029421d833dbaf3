import Workbench

/// Writes what another command finds into a file; the name's ending chooses the format.
struct Export: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write what a command finds into a file")
  static let effects: Set<Effect> = [.writesFiles]
  static let commandPosition: Int? = 1
  static let searchTerms = ["save", "write", "csv", "json", "निर्यात", "экспорт", "导出", "xuất"]
  static let examples = [
    Example(
      "A spreadsheet of the people", "export people.csv entities --kind person",
      prints: "wrote people.csv: 3 rows")
  ]

  @Argument(help: "A file that ends in .csv, .json, .jsonl, .md or .txt", completion: .file())
  var file: String
  @Argument(parsing: .captureForPassthrough, help: ArgumentHelp("A command", valueName: "command"))
  var command: [String]

  private static let formats: [String: Format] = [
    "csv": .csv, "json": .json, "jsonl": .jsonl, "md": .md, "txt": .table,
  ]

  func run(in session: Session) throws -> Output {
    let ending = file.split(separator: ".").last.map(String.init) ?? ""
    guard let format = Self.formats[ending] else {
      throw Problem(
        "no format for \(file)", at: file, hint: "end it in .csv, .json, .jsonl, .md or .txt",
        kind: .usage)
    }
    let line = command.map(Words.quoted).joined(separator: " ")
    let output = try session.run(line).output
    try session.write(output.lines(as: format), to: file)
    return .done("wrote \(file): \(counted(max(output.rows.count, output.lines.count), "row"))")
  }
}
