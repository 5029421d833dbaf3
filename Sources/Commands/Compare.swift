import Analysis
import Workbench

/// Lays documents, sources, languages or periods side by side, fact by fact and word by word.
struct Compare: Command {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare sides: facts with verdicts, and words")
  static let keepsSets = true
  static let searchTerms = ["difference", "contradiction", "तुलना", "сравнить", "比较", "so sánh"]
  static let examples = [
    Example(
      "What does only one of the two articles tell?", "compare d1 d2 --facts --kind event",
      prints: """
        event | only | consult: Xi Jinping, व्लादिमीर पुतिन | d2: 2024-07 meet @ अस्ताना (hi/baithak.txt)
        event | only | hold: शंघाई सहयोग संगठन | d2: 2024-07 summit @ अस्ताना (hi/baithak.txt)
        event | only | consult: Xi Jinping | d1: 2024-10 planned visit @ Kazan (en/visit.txt)
        """)
  ]

  @Argument(help: "Sides: d1, source:NAME, lang:hi, 2024-07..2024-09, an entity") var sides:
    [String] = []
  @Flag(help: "Only the facts") var facts = false
  @Flag(help: "Only the words") var words = false
  @Flag(help: "Only facts that the sides tell differently") var conflicts = false
  @Option(help: "Only facts of this kind: event, date, participant, place or quote") var kind:
    String?
  @Option(help: ArgumentHelp("Words of each side", valueName: "number")) var top: Int = 10
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let names = sides.isEmpty ? scope.languages.map { "lang:" + $0 } : sides
    guard names.count > 1 else {
      throw Problem("compare needs two sides", hint: "compare lang:hi lang:en", kind: .usage)
    }
    let sides = try names.map { try session.side($0) }
    let rows = words ? [] : Comparison(sides).rows.filter(isWanted)
    let terms =
      facts || conflicts || kind != nil || sides.count != 2 ? [] : try keyness(sides, session)
    let table =
      rows.map {
        [Output.Cell.text($0.kind), .text($0.verdict.rawValue), .text($0.fact), .text(cells($0))]
      }
      + terms.map { row($0, names) }
    return .table(
      ["kind", "verdict", "fact", "sides"], table, json: try json(names, rows, terms, session))
  }

  private func isWanted(_ row: FactRow) -> Bool {
    guard kind == nil || row.kind == kind else { return false }
    return !conflicts || [.conflict, .update, .rounding, .unit].contains(row.verdict)
  }

  private func keyness(_ sides: [Side], _ session: Session) throws -> [Keyness.Term] {
    Keyness(
      try session.words(of: sides[0]), try session.words(of: sides[1]),
      functionWords: try session.functionWords(), top: top
    ).terms
  }

  private func cells(_ row: FactRow) -> String {
    row.cells.map { cell in
      row.kind == "event"
        ? "\(cell.side): \(cell.value) (\(cell.document))" : "\(cell.side): \(cell.document)"
    }.joined(separator: "; ")
  }

  private func row(_ term: Keyness.Term, _ names: [String]) -> [Output.Cell] {
    let counts = "\(names[0]) \(term.documents[0]), \(names[1]) \(term.documents[1])"
    return [.text("word"), .text(names[term.side]), .text(term.term), .text(counts)]
  }

  private func json(
    _ names: [String], _ rows: [FactRow], _ terms: [Keyness.Term], _ session: Session
  ) throws -> JSON {
    let facts = try rows.map { row -> JSON in
      [
        "kind": .string(row.kind), "fact": .string(row.fact),
        "verdict": .string(row.verdict.rawValue),
        "cells": .array(try row.cells.map { try json($0, session) }),
      ]
    }
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

  private func json(_ cell: FactRow.Cell, _ session: Session) throws -> JSON {
    let document = try session.documentRow(cell.document).id
    let span = try session.codePoints(cell.span, in: document)
    return [
      "side": .string(cell.side), "value": .string(cell.value), "text": .string(cell.sentence),
      "doc": .string(cell.document), "start": .int(span.start), "end": .int(span.end),
    ]
  }
}
