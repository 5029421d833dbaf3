import Workbench

/// Reads articles into the session.
struct Load: Command {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Read articles into the session")
  static let effects: Set<Effect> = [.changesSession, .readsFiles]
  static let isAtomic = false
  var endsItself: Bool { true }
  static let task = HelpTask.load
  static let searchTerms = [
    "mail", "pdf", "html", "file", "open", "import", "add", "लोड", "загрузить", "载入", "tải",
  ]
  static let columns = ["doc", "lang", "published", "name", "outcome"]
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

  @Option(
    help: ArgumentHelp("What a column of a table is, if not its name", valueName: "text=Body"))
  var column: [String] = []

  @Flag(help: "Only store and index them; reread finds names, times, quotes and events later")
  var unread = false

  @Flag(help: "The files were written by annotate --whole; take their readings as they are")
  var annotated = false

  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  /// The columns as they were typed, `text=Body` each.
  private func columns() throws -> [String: String] {
    var columns: [String: String] = [:]
    for pair in column {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, LoadOrder.fields.contains(parts[0]) else {
        throw Problem(
          "\(pair) names no field and column", at: pair,
          hint: "fields are \(LoadOrder.fields.joined(separator: ", ")), as in text=Body",
          kind: .usage)
      }
      columns[parts[0]] = parts[1]
    }
    return columns
  }

  func run(in session: Session) throws -> Output {
    var order = LoadOrder(
      paths: paths, published: published?.first, language: lang, source: source, tag: tag,
      isRead: !unread, isAnnotated: annotated)
    order.columns = try columns()
    let report = try session.load(order)
    let rows = report.items.map { item -> [Output.Cell] in
      [
        .optional(item.document.map { $0.handle.description }),
        .optional(item.document?.language), .optional(item.document?.publicationLabel),
        .text(item.name), .text(item.outcome),
      ]
    }
    return .table(
      Self.columns, rows, notes: [report.summary])
  }
}
