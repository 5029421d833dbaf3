import Workbench

/// What the analyst can correct of a document.
enum DocumentField: String, CaseIterable, ExpressibleByArgument {
  case published, source, lang, title
}

/// Corrects what is known of a document and reads it again.
struct SetCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Correct a document's date, source, language or title")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.load
  static let searchTerms = ["fix", "correct", "date", "ठीक", "исправить", "更正", "sửa"]
  static let examples = [
    Example(
      "The first article is a day older", "set published d1 2024-10-02",
      prints: "d1 | en | 2024-10-02 given | Northgate Herald | en/visit.txt")
  ]

  @Argument(help: "published, source, lang or title") var field: DocumentField
  @Argument(help: ArgumentHelp("A document", valueName: "doc")) var document: String
  @Argument(help: "The right value") var value: String

  func run(in session: Session) throws -> Output {
    let row: DocumentRow
    switch field {
    case .published: row = try session.setPublished(document, to: value)
    case .source: row = try session.setSource(document, to: value)
    case .lang: row = try session.setLanguage(document, to: value)
    case .title: row = try session.setTitle(document, to: value)
    }
    let fields = [
      row.handle.description, row.language, row.publicationLabel, row.source ?? "", row.name,
    ]
    return .done(fields.joined(separator: " | "))
  }
}
