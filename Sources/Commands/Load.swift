import Workbench

/// Reads articles into the session.
struct Load: Command {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Read articles into the session")
  static let effects: Set<Effect> = [.changesSession, .readsFiles]
  static let isAtomic = false
  static let task = HelpTask.load
  static let searchTerms = ["open", "import", "add", "लोड", "загрузить", "载入", "tải"]
  static let examples = [
    Example(
      "Which of these articles are new?", "load articles/en/visit.txt",
      prints: """
        d1 | en | 2024-10-03 text | visit.txt | already here
        0 documents loaded, 1 already here, 0 rejected
        """)
  ]

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input"), completion: .file())
  var paths: [String]

  @Option(help: ArgumentHelp("The day they were published", valueName: "date"))
  var published: DayBound?

  @Option(help: ArgumentHelp("Their language, if it must not be guessed", valueName: "code"))
  var lang: String?

  @Option(help: ArgumentHelp("The outlet they come from", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("Tag them", valueName: "tag"))
  var tag: String?

  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let order = LoadOrder(
      paths: paths, published: published?.first, language: lang, source: source, tag: tag)
    let report = try session.load(order)
    let rows = report.items.map { item -> [Output.Cell] in
      [
        .optional(item.document.map { $0.handle.description }),
        .optional(item.document?.language), .optional(item.document?.publicationLabel),
        .text(item.name), .text(item.outcome),
      ]
    }
    return .table(
      ["doc", "lang", "published", "name", "outcome"], rows, notes: [report.summary])
  }
}
