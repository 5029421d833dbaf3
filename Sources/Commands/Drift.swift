import Analysis
import Workbench

/// Lists what a copy or translation of a document changed.
struct Drift: Command {
  static let configuration = CommandConfiguration(
    commandName: "drift", abstract: "List what a copy or translation changed")
  static let searchTerms = ["translation", "altered", "changed", "बदलाव", "искажение", "出入"]
  static let examples = [
    Example(
      "Do numbers, dates and names agree?", "drift d1 d2",
      prints: """
        date | only | 2024-10-02 | Wednesday | –
        date | only | 2024-10 | October | –
        date | only | 2024-07 | – | जुलाई
        participant | only | Dmitry Peskov | Dmitry Peskov | –
        participant | only | Kremlin | Kremlin | –
        participant | same | Xi Jinping | Xi Jinping | Xi Jinping
        participant | only | व्लादिमीर पुतिन | – | व्लादिमीर पुतिन
        participant | only | शंघाई सहयोग संगठन | – | शंघाई सहयोग संगठन
        place | only | Kazan | Kazan | –
        place | only | अस्ताना | – | अस्ताना
        """)
  ]

  @Argument(help: "The document: d1, doc:NAME") var first: String
  @Argument(help: "Its copy or translation") var second: String
  @Flag(help: "Only what differs") var conflicts = false
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let sides = try [first, second].map { try session.side($0) }
    for (name, side) in zip([first, second], sides) where side.documents.count != 1 {
      throw Problem("\(name) is not one document", at: name, hint: "name it as d1", kind: .usage)
    }
    let rows = Comparison(sides, areTranslations: true).rows.filter {
      ["number", "date", "participant", "place"].contains($0.kind)
        && (!conflicts || $0.verdict == .conflict || $0.verdict == .rounding)
    }
    return .table(
      FactsOutput.columns([first, second]),
      rows.map { FactsOutput.row($0, of: [first, second]) }, heads: 3,
      json: [
        "sides": [.string(first), .string(second)],
        "facts": .array(try FactsOutput(session).json(rows)),
      ])
  }
}
