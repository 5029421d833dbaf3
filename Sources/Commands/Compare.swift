import Analysis
import Workbench

/// Lays documents, sources, languages or periods side by side, fact by fact and word by word.
struct Compare: Command {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare sides: facts with verdicts, and words")
  static let keepsSets = true
  static let effects: Set<Effect> = [.writesFiles]
  static let searchTerms = ["difference", "contradiction", "तुलना", "сравнить", "比较", "so sánh"]
  static let examples = [
    Example(
      "What does only one of the two articles tell?", "compare d1 d2 --facts --kind event",
      prints: """
        event | only | consult: Xi Jinping, व्लादिमीर पुतिन | – | 2024-07 meet @ अस्ताना
        event | only | hold: शंघाई सहयोग संगठन | – | 2024-07 summit @ अस्ताना
        event | only | consult: Xi Jinping | 2024-10 planned visit @ Kazan | –
        """)
  ]

  @Argument(help: "Sides: d1, source:NAME, lang:hi, 2024-07..2024-09, an entity") var sides:
    [String] = []
  @Flag(help: "Only the facts") var facts = false
  @Flag(help: "Only the words") var words = false
  @Flag(help: "Only facts that the sides tell differently") var conflicts = false
  @Option(help: "Only this kind: event, number, date, participant, place or quote")
  var kind: String?
  @Option(help: ArgumentHelp("Words of each side", valueName: "number")) var top: Int = 10
  @Option(help: "Order words by ratio (conservative log ratio), g2 or odds")
  var measure: KeynessMeasure = .ratio
  @Option(help: ArgumentHelp("Write a page that stands alone", valueName: "file.html"))
  var to: String?
  @Option(
    name: .customLong("lang"), parsing: .upToNextOption,
    help: ArgumentHelp("Languages as sides, where none are named", valueName: "code"))
  var languages: [String] = []
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let names = sides.isEmpty ? languages.map { "lang:" + $0 } : sides
    guard names.count > 1 else {
      throw Problem("compare needs two sides", hint: "compare lang:hi lang:en", kind: .usage)
    }
    let rows =
      words ? [] : Comparison(try names.map { try session.side($0) }).rows.filter(isWanted)
    let keyness =
      facts || conflicts || kind != nil || names.count != 2 ? nil : try keyness(names, session)
    let terms = keyness?.terms ?? []
    let table =
      rows.map { FactsOutput.row($0, of: names) }
      + terms.map { row($0, names, keyness?.sizes ?? []) }
    if let to { return try report(rows, terms, names, to, session) }
    return .table(
      FactsOutput.columns(names), table, json: try json(names, rows, terms, session))
  }

  private func isWanted(_ row: FactRow) -> Bool {
    guard kind == nil || row.kind == kind else { return false }
    return !conflicts || [.conflict, .update, .rounding, .unit].contains(row.verdict)
  }

  private func keyness(_ names: [String], _ session: Session) throws -> Keyness {
    let rows = try names.map { try session.sideRows($0) }
    return Keyness(
      try session.articles(rows[0]), try session.articles(rows[1]),
      emptyWords: try session.emptyWords(Set(rows.joined().map(\.language))), top: top,
      by: measure)
  }

  /// The side, the term and its strength, then each side's use: `12 of 66 documents, 3 sources`.
  private func row(_ term: Keyness.Term, _ names: [String], _ sizes: [Int]) -> [Output.Cell] {
    let uses = names.indices.map { side -> Output.Cell in
      let documents = "\(term.documents[side]) of \(counted(sizes[side], "document"))"
      return .text(documents + ", " + counted(term.sources[side], "source"))
    }
    let strength =
      "\(term.term), log ratio \(Output.Cell.decimal(tenths(term.logRatio)).plain), "
      + "G² \(Output.Cell.decimal(tenths(term.g2)).plain)"
    return [.text("word"), .text(names[term.side]), .text(strength)] + uses
  }

  private func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private func report(
    _ rows: [FactRow], _ terms: [Keyness.Term], _ names: [String], _ file: String,
    _ session: Session
  ) throws -> Output {
    let report = ComparisonReport(sides: names, rows: rows, terms: terms)
    if file.hasSuffix(".html") {
      try session.write(report.html, to: file)
    } else if file.hasSuffix(".md") {
      try session.write(report.markdown, to: file)
    } else {
      throw Problem("no report for \(file)", at: file, hint: "end it in .html or .md", kind: .usage)
    }
    return .done("wrote \(file): \(counted(rows.count, "fact")), \(counted(terms.count, "word"))")
  }

  private func json(
    _ names: [String], _ rows: [FactRow], _ terms: [Keyness.Term], _ session: Session
  ) throws -> JSON {
    let facts = try FactsOutput(session).json(rows)
    let words = terms.map { term -> JSON in
      [
        "term": .string(term.term), "side": .string(names[term.side]), "g2": .double(term.g2),
        "logRatio": .double(term.logRatio), "documents": .array(term.documents.map { .int($0) }),
      ]
    }
    return [
      "sides": .array(names.map { .string($0) }), "facts": .array(facts), "words": .array(words),
    ]
  }
}
