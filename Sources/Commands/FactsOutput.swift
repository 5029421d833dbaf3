import Analysis
import Workbench

/// Rows of a comparison as the contract's JSON has them, and on one line each.
struct FactsOutput {
  private let session: Session
  private let offsets: Session.Offsets

  init(_ session: Session) {
    self.session = session
    offsets = session.offsets()
  }

  func json(_ rows: [FactRow]) throws -> [JSON] {
    let numbers = try documentNumbers(rows)
    return try rows.map { row -> JSON in
      [
        "kind": .string(row.kind), "fact": .string(row.fact),
        "verdict": .string(row.verdict.rawValue),
        "cells": .array(try row.cells.map { try json($0, numbers[$0.document] ?? 0) }),
      ]
    }
  }

  private func documentNumbers(_ rows: [FactRow]) throws -> [String: Int] {
    try Set(rows.flatMap { $0.cells.map(\.document) }).reduce(into: [:]) { numbers, name in
      numbers[name] = try session.documentRow(name).id
    }
  }

  private func json(_ cell: FactRow.Cell, _ document: Int) throws -> JSON {
    let span = try offsets.codePoints(cell.span, in: document)
    return [
      "side": .string(cell.side), "value": .string(cell.value), "text": .string(cell.sentence),
      "doc": .string(cell.document), "start": .int(span.start), "end": .int(span.end),
    ]
  }

  /// Kind, verdict and fact, then what each side has; a dash where it says nothing.
  static func row(_ row: FactRow, of sides: [String]) -> [Output.Cell] {
    let told = sides.map { side -> Output.Cell in
      let own = row.cells.filter { $0.side == side }.map { label($0, of: row) }
      return .text(own.isEmpty ? "–" : own.joined(separator: "; "))
    }
    return [.text(row.kind), .text(row.verdict.rawValue), .text(row.fact)] + told
  }

  /// The value, and where the side is more than a document, which of its documents has it.
  private static func label(_ cell: FactRow.Cell, of row: FactRow) -> String {
    let isOneDocument =
      cell.side == "doc:" + cell.document || Handle(cell.side)?.kind == .document
    if cell.value == row.fact { return isOneDocument ? cell.value : cell.document }
    return isOneDocument ? cell.value : "\(cell.value) (\(cell.document))"
  }

  static func columns(_ sides: [String]) -> [String] { ["kind", "verdict", "fact"] + sides }
}
