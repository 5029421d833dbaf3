import Workbench

/// Asks the session's database a question in SQL; it can only read.
struct Sql: Command {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Ask the session in SQL, or list its tables")
  static let task = HelpTask.results
  static let searchTerms = ["query", "select", "table", "schema", "प्रश्न", "запрос", "查询", "truy vấn"]
  static let examples = [
    Example(
      "How long are the documents?", "sql \"SELECT name, bytes FROM document ORDER BY bytes\"",
      prints: """
        en/visit.txt | 153
        hi/baithak.txt | 339
        """),
    Example(
      "It cannot write", "sql \"DELETE FROM document\"",
      prints: "sql reads only; begin with SELECT or WITH"),
  ]

  @Argument(help: "One SELECT, in quotation marks") var query: [String] = []
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    query.isEmpty ? try session.tables() : try session.query(query.joined(separator: " "))
  }
}
