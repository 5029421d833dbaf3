import Analysis
import Workbench

/// What a comparison found, as rows, JSON or a page.
struct ComparisonAnswer {
  let sides: [String]
  var actors: ActorRows?
  var rows: [FactRow] = []
  var leaning: LeaningRows?
  var terms: [Keyness.Term] = []
  /// Documents of each side in which names and words were counted.
  var sizes: [Int] = []
  var notes: [String] = []

  init(sides: [String]) { self.sides = sides }

  var cells: [[Output.Cell]] {
    (actors?.cells ?? []) + rows.map { FactsOutput.row($0, of: sides) } + (leaning?.cells ?? [])
      + terms.map(row)
  }

  /// The side, the term and its strength, then each side's use: `12 of 66 documents, 3 sources`.
  private func row(_ term: Keyness.Term) -> [Output.Cell] {
    let uses = sides.indices.map { side -> Output.Cell in
      let documents = "\(term.documents[side]) of \(counted(sizes[side], "document"))"
      return .text(documents + ", " + counted(term.sources[side], "source"))
    }
    let strength =
      "\(term.term), log ratio \(Output.Cell.decimal(tenths(term.logRatio)).plain), "
      + "G² \(Output.Cell.decimal(tenths(term.g2)).plain)"
    return [.text("word"), .text(sides[term.side]), .text(strength)] + uses
  }

  private func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  /// Writes a page; its form is that of the file's name.
  func report(to file: String, _ session: Session) throws -> Output {
    let listed = (actors?.cells ?? []) + (leaning?.cells ?? [])
    let report = ComparisonReport(
      sides: sides, rows: rows, listed: listed.map { $0.map(\.plain) }, terms: terms, notes: notes)
    if file.hasSuffix(".html") {
      try session.write(report.html, to: file)
    } else if file.hasSuffix(".md") {
      try session.write(report.markdown, to: file)
    } else {
      throw Problem("no report for \(file)", at: file, hint: "end it in .html or .md", kind: .usage)
    }
    let told =
      [counted(rows.count, "fact"), counted(terms.count, "word")]
      + (listed.isEmpty ? [] : [counted(listed.count, "other row")])
    return .done("wrote \(file): \(told.joined(separator: ", "))")
  }

  func json(_ session: Session) throws -> JSON {
    let words = terms.map { term -> JSON in
      [
        "term": .string(term.term), "side": .string(sides[term.side]), "g2": .double(term.g2),
        "logRatio": .double(term.logRatio), "documents": .array(term.documents.map { .int($0) }),
      ]
    }
    var parts: [(String, JSON)] = [
      ("sides", .array(sides.map { .string($0) })),
      ("facts", .array(try FactsOutput(session).json(rows))), ("words", .array(words)),
    ]
    if let leaning { parts.append(("names", leaning.json)) }
    if let actors { parts.append(("actors", actors.json)) }
    if !sizes.isEmpty { parts.append(("counted", .array(sizes.map { .int($0) }))) }
    return .object(parts)
  }
}
