import Workbench

/// What the analyst can correct of a document, or choose for the session.
enum SettableField: String, CaseIterable, ExpressibleByArgument {
  case published, source, lang, title
  case theme
}

/// Corrects what is known of a document and reads it again, or chooses the colours.
struct SetCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Correct a document's date, source, language or title",
    discussion: """
      set theme dark|light|none chooses colours for the ground of your terminal, for this session;
      auto goes back to what COLORFGBG tells. NO_COLOR and output that goes elsewhere have none.
      """)
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.load
  static let searchTerms = [
    "fix", "correct", "date", "ठीक", "исправить", "更正", "sửa", "theme", "color", "colour", "dark",
    "light", "रंग", "цвет", "颜色", "màu",
  ]
  static let examples = [
    Example(
      "The first article is a day older", "set published d1 2024-10-02",
      prints: "d1 | en | 2024-10-02 given | Northgate Herald | en/visit.txt"),
    Example("Colours for a dark terminal", "set theme dark", prints: "theme dark"),
  ]

  @Argument(help: "published, source, lang or title of a document; theme of the session")
  var field: SettableField
  @Argument(
    help: ArgumentHelp("A document; for theme: dark, light, none or auto", valueName: "doc"))
  var document: String
  @Argument(help: "The right value, of a document") var value: String?

  func validate() throws {
    guard (field == .theme) == (value == nil) else {
      throw ValidationError(
        field == .theme ? "theme takes one word: dark, light, none or auto" : "what is it to be?")
    }
  }

  func run(in session: Session) throws -> Output {
    guard let value else { return .done("theme \(try session.setTheme(document))") }
    let row: DocumentRow
    switch field {
    case .published: row = try session.setPublished(document, to: value)
    case .source: row = try session.setSource(document, to: value)
    case .lang: row = try session.setLanguage(document, to: value)
    case .title: row = try session.setTitle(document, to: value)
    case .theme: return .nothing
    }
    let fields = [
      row.handle.description, row.language, row.publicationLabel, row.source ?? "", row.name,
    ]
    return .done(fields.joined(separator: " | "))
  }
}
