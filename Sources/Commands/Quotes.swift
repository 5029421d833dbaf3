import Analysis
import Workbench

/// Lists who said what, and through whom.
struct Quotes: Command {
  static let configuration = CommandConfiguration(
    commandName: "quotes", abstract: "List who said what, and through whom")
  static let searchTerms = ["said", "statement", "कहा", "сказал", "表示", "nói"]
  static let examples = [
    Example(
      "What did the spokesman say?", "quotes --by Peskov",
      prints: "q2 | direct | Northgate Herald → Dmitry Peskov | We are preparing the visit | d1")
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
    if variants { return variants(of: quotes) }
    let rows = quotes.map { row -> [Output.Cell] in
      [
        .text(row.handle.description), .text(row.quote.kind.rawValue),
        .text(row.chain.joined(separator: " → ")), .text(row.quote.text),
        .text(row.document.handle.description),
      ]
    }
    return .table(
      ["quote", "kind", "chain", "content", "doc"], rows, json: .array(quotes.map(\.json)))
  }

  /// Later wordings of a statement beside the first: verbatim, shortened, altered, paraphrased.
  private func variants(of quotes: [QuoteRow]) -> Output {
    let rows = Dictionary(quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let variants = QuoteVariants(
      quotes.compactMap { row in
        row.speaker.map {
          ComparedQuote(
            id: row.id, speaker: $0, language: row.document.language,
            source: row.chain.first ?? "", text: row.quote.text)
        }
      }
    ).variants.filter { rows[$0.first]?.document.id != rows[$0.other]?.document.id }
    let cells = variants.compactMap { variant -> [Output.Cell]? in
      guard let first = rows[variant.first], let other = rows[variant.other] else { return nil }
      return [
        .text(first.handle.description), .text(variant.relation.rawValue),
        .text(other.handle.description), .text(other.speaker ?? ""),
        .text(first.quote.text), .text(other.quote.text),
      ]
    }
    return .table(["first", "relation", "other", "speaker", "first words", "other words"], cells)
  }
}
