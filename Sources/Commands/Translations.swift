import Workbench

/// Lists documents of different languages that seem to be one text.
struct Translations: Command {
  static let configuration = CommandConfiguration(
    commandName: "translations", abstract: "List documents that translate one another")
  static let searchTerms = ["parallel", "अनुवाद", "перевод", "翻译", "bản dịch"]
  static let columns = ["score", "a", "b", "text a", "text b"]
  static let examples = [
    Example("Is one of the two a translation?", "translations --least 0.5", prints: "")
  ]

  @Option(help: ArgumentHelp("Least likeness, from 0 to 1", valueName: "score"))
  var least: Double = 0.1
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let pairs = try session.translations(session.scope(scope), least: least)
    let rows = pairs.map { pair -> [Output.Cell] in
      [
        .text(pair.score.formattedShare), .text(label(pair.a)), .text(label(pair.b)),
        .text(pair.a.title ?? pair.a.name), .text(pair.b.title ?? pair.b.name),
      ]
    }
    return .table(
      Self.columns, rows,
      json: .array(
        pairs.map {
          ["a": .string($0.a.name), "b": .string($0.b.name), "score": .double($0.score)]
        }))
  }

  private func label(_ row: DocumentRow) -> String { "\(row.handle) \(row.language)" }
}
