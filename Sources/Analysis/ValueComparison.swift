import Dates
import Facts
import Text

/// Compares the numbers and dates of several sides, and what copies of one text changed.
///
/// Each document is held against those of the other sides that share most of its words.
struct ValueComparison {
  private(set) var rows: [FactRow] = []
  /// Whether every date of the sides is in a row, as when two documents are compared.
  let coversDates: Bool

  /// Partners that a document of a larger side is held against.
  private static let partners = 3

  private struct Told {
    let side: Int
    let sideName: String
    let document: SideDocument
    let text: StatedText
  }

  /// - Parameter areTranslations: whether texts of two languages are known to be one text.
  init(_ sides: [Side], areTranslations: Bool = false) {
    let told = sides.enumerated().flatMap { index, side in
      side.documents.compactMap { document in
        document.text.map { Told(side: index, sideName: side.name, document: document, text: $0) }
      }
    }
    let isPair = sides.count == 2 && told.count == 2 && told.map(\.side) == [0, 1]
    coversDates = isPair
    if isPair {
      rows = Self.rows(told[0], told[1], withLonely: true, areTranslations)
    } else {
      rows = Self.merged(
        Self.pairs(told).flatMap { a, b in
          Self.rows(told[a], told[b], withLonely: false).filter {
            $0.kind != "date" || $0.verdict != .same
          }
        })
    }
  }

  /// Rows of a pair of documents; with what only one of them says if asked.
  private static func rows(
    _ a: Told, _ b: Told, withLonely: Bool, _ areTranslations: Bool = false
  ) -> [FactRow] {
    let findings = PairComparison(a.text, b.text, areTranslations: areTranslations).findings
    var rows = findings.map { finding in
      FactRow(
        kind: finding.kind, fact: finding.fact, verdict: finding.verdict,
        cells: [finding.a.map { cell($0, a) }, finding.b.map { cell($0, b) }].compactMap { $0 })
    }
    guard withLonely else { return rows }
    for (told, spans) in [(a, findings.compactMap(\.a)), (b, findings.compactMap(\.b))] {
      for value in told.text.values where !spans.contains(where: { $0.overlaps(value.span) }) {
        rows.append(
          FactRow(
            kind: value.kind, fact: value.label, verdict: .only, cells: [cell(value.span, told)]))
      }
    }
    return rows
  }

  private static func cell(_ span: Span, _ told: Told) -> FactRow.Cell {
    FactRow.Cell(
      side: told.sideName, value: told.text.oneLine(span),
      sentence: told.text.oneLine(told.text.sentence(at: span)), document: told.document.name,
      span: span)
  }

  /// For each document those of other sides that share most of its rarer words.
  private static func pairs(_ told: [Told]) -> [(Int, Int)] {
    guard told.count > 1 else { return [] }
    let words = told.map { text in
      Set(text.text.items.filter { !text.text.functionWords.contains($0.key) }.map(\.key))
    }
    var frequency: [UInt64: Int] = [:]
    for set in words { for word in set { frequency[word, default: 0] += 1 } }
    let rare = words.map { set in set.filter { (frequency[$0] ?? 0) * 2 <= told.count + 2 } }
    var found: Set<[Int]> = []
    for a in told.indices {
      let others = told.indices.filter { told[$0].side != told[a].side }
        .map { (b: $0, shared: rare[a].intersection(rare[$0]).count) }
        .filter { $0.shared > 2 }
        .sorted { ($1.shared, $0.b) < ($0.shared, $1.b) }
      for other in others.prefix(partners) {
        let isInOrder = told[a].side < told[other.b].side
        found.insert(isInOrder ? [a, other.b] : [other.b, a])
      }
    }
    return found.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }
  }

  /// One row for what several pairs say of one place, or alike of one fact.
  private static func merged(_ rows: [FactRow]) -> [FactRow] {
    var merged: [FactRow] = []
    var known: [String: Int] = [:]
    for row in rows {
      let first = row.cells.first.map { "\($0.document) \($0.span.start)" } ?? ""
      let agrees = [.same, .finer, .rounding, .unit].contains(row.verdict)
      let key = agrees ? "\(row.kind) \(row.verdict) \(row.fact)" : "\(row.verdict) \(first)"
      guard let index = known[key] else {
        known[key] = merged.count
        merged.append(row)
        continue
      }
      let sides = Set(merged[index].cells.map(\.side))
      let more = row.cells.filter { !sides.contains($0.side) }
      merged[index] = FactRow(
        kind: row.kind, fact: merged[index].fact, verdict: row.verdict,
        cells: merged[index].cells + more)
    }
    return merged
  }
}

extension StatedText {
  /// The text of a span with every run of blanks as one blank.
  func oneLine(_ span: Span) -> String {
    string(span).split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
      .joined(separator: " ")
  }
}
