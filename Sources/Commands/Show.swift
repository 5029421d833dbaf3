import Workbench

/// Prints a document, or the sentence of a fact.
struct Show: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print an article, or what was removed from it")
  static let task = HelpTask.load
  static let searchTerms = ["read", "text", "article", "दिखाओ", "показать", "显示", "xem"]
  static let examples = [
    Example(
      "What does the first article say?", "show d1",
      prints: """
        d1 | Visit to Kazan announced | Northgate Herald | en | 2024-10-03 text
        The Kremlin said on Wednesday that Chinese President Xi Jinping will visit Kazan in October.
        "We are preparing the visit," spokesman Dmitry Peskov said.
        """)
  ]

  @Argument(help: ArgumentHelp("A document", valueName: "doc")) var document: String
  @Flag(help: "Only the web noise that reading leaves out") var noise = false

  func run(in session: Session) throws -> Output {
    let (row, document) = try session.document(document)
    if noise { return .table(["kind", "text"], session.noise(of: document)) }
    let title = [
      row.handle.description, row.title ?? row.name, row.source ?? "", row.language,
      row.publicationLabel,
    ]
    let body = document.text.split(separator: "\n", omittingEmptySubsequences: false)
    return .text([title.joined(separator: " | ")] + body.map(String.init).droppingLastEmpty)
  }
}

extension [String] {
  fileprivate var droppingLastEmpty: [String] { last == "" ? Array(dropLast()) : self }
}
