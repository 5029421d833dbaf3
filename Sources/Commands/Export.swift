import Workbench

/// Writes what another command finds into a file; the name's ending chooses the format.
struct Export: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write what a command finds into a file")
  static let effects: Set<Effect> = [.writesFiles]
  static let commandPosition: Int? = 1
  static let task = HelpTask.keep
  static let searchTerms = [
    "report", "print", "save", "write", "csv", "json", "html", "svg", "calendar", "निर्यात", "экспорт",
    "导出",
    "xuất",
  ]
  static let examples = [
    Example(
      "A spreadsheet of the people", "export people.csv entities --kind person",
      prints: "wrote people.csv: 3 rows"),
    Example(
      "A page with the timeline for the editor", "export page.html timeline --until 2024-09",
      prints: "wrote page.html: 2 rows"),
  ]

  @Argument(
    help: ArgumentHelp(
      "A file that ends in .csv, .json, .jsonl, .md or .txt; of a timeline also "
        + TimelineSheet.endings.joined(separator: ", ")), completion: .file())
  var file: String
  @Argument(parsing: .captureForPassthrough, help: ArgumentHelp("A command", valueName: "command"))
  var command: [String]

  func run(in session: Session) throws -> Output {
    let isPicture = TimelineSheet.endings.contains { file.hasSuffix($0) }
    guard isPicture || Format(fileName: file) != nil else {
      throw Problem(
        "no format for \(file)", at: file, hint: "end it in .csv, .json, .jsonl, .md or .txt",
        kind: .usage)
    }
    let line = session.line(of: command)
    let output = try session.run(line).output
    let count = counted(max(output.rows.count, output.lines.count), "row")
    if var sheet = output.timeline {
      sheet.title = line
      if let text = sheet.text(for: file) {
        try session.write(text: text, to: file)
        return .done("wrote \(file): \(count)")
      }
    }
    guard let format = Format(fileName: file), !isPicture else {
      throw Problem("only a timeline can be written as \(file)", at: file, kind: .usage)
    }
    try session.write(output.lines(as: format), to: file)
    return .done("wrote \(file): \(count)")
  }
}
