import Analysis
import Workbench

/// Lists who said what, and through whom.
struct Quotes: Command {
  static let configuration = CommandConfiguration(
    commandName: "quotes", abstract: "List who said what, and through whom")
  static let searchTerms = ["said", "statement", "कहा", "сказал", "表示", "nói"]
  static let columns = ["quote", "kind", "chain", "cue", "content", "doc"]
  static let examples = [
    Example(
      "What did the spokesman say?", "quotes --by Peskov",
      prints:
        "q2 | direct | Northgate Herald → Dmitry Peskov | said | We are preparing the visit | d1"
    )
  ]

  @Option(help: ArgumentHelp("Only what this speaker said", valueName: "name")) var by: String?
  @Flag(help: "Only statements that came through an agency or another person") var chain = false
  @Flag(help: "Only statements that several reports give, and how their words differ")
  var variants = false
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let speaker = try by.map { try session.entity($0).id }
    let quotes = try session.quotes(session.scope(scope)).filter { row in
      (speaker.map { row.speakerEntity == $0 } ?? true) && (!chain || !row.quote.via.isEmpty)
    }
    if variants { return try variants(of: quotes, in: session) }
    let rows = try session.patiently(quotes) { row -> [Output.Cell]? in
      [
        .text(row.handle.description), .text(row.quote.kind.rawValue),
        .text(row.chain.joined(separator: " → ")), .text(row.quote.cue?.text ?? ""),
        .text(row.quote.text), .text(row.document.handle.description),
      ]
    }
    return .table(
      Self.columns, rows, json: .array(try session.patiently(quotes, \.json)))
  }

  /// Later wordings of a statement beside the first: verbatim, shortened, altered, paraphrased,
  /// translated.
  private func variants(of quotes: [QuoteRow], in session: Session) throws -> Output {
    let cells = try session.variants(of: quotes).map { row -> [Output.Cell] in
      let isSame = row.relation == .verbatim
      return [
        .text(row.first.handle.description), .text(row.relation.rawValue),
        .text(row.other.handle.description), .text(row.other.speaker ?? ""),
        .text([row.first, row.other].map(outlet).joined(separator: " → ")),
        .text(row.first.quote.text), .text(isSame ? "" : row.other.quote.text),
      ]
    }
    return .table(
      ["first", "relation", "other", "speaker", "outlets", "first words", "other words"], cells)
  }

  private func outlet(_ row: QuoteRow) -> String { row.document.source ?? row.document.name }
}
