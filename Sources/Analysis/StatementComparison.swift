import Text

/// Compares facts that are simply stated or not: names, days, quotes.
struct StatementComparison {
  let rows: [FactRow]

  /// The facts of one kind; spelling aside, those of the same letters are one.
  ///
  /// - Parameters:
  ///   - inOtherWords: whether what only one side states is looked for in the others under other
  ///     words, as for quotes that a desk has shortened.
  ///   - values: numbers and dates as they were compared; a quote in which one conflicts conflicts.
  init(
    _ kind: String, _ sides: [Side], _ path: KeyPath<SideDocument, [SideDocument.Statement]>,
    inOtherWords: Bool = false, values: [FactRow] = []
  ) {
    var told: [String: [FactRow.Cell]] = [:]
    for side in sides {
      var seen: Set<String> = []
      for document in side.documents {
        for statement in document[keyPath: path] {
          let key = statement.fact.letters
          guard seen.insert(key).inserted else { continue }
          told[key, default: []].append(
            FactRow.Cell(
              side: side.name, value: statement.fact, sentence: statement.sentence,
              document: document.name, span: statement.span))
        }
      }
    }
    var cells = told.values.sorted { Self.order($0) < Self.order($1) }
    var reworded: [FactRow] = []
    if inOtherWords {
      reworded = Self.joined(kind, &cells, sides, values.filter { $0.verdict == .conflict })
    }
    rows =
      reworded
      + cells.map { cells in
        let verdict: Verdict =
          cells.count == sides.count ? .same : cells.count > 1 ? .omitted : .only
        return FactRow(kind: kind, fact: cells[0].value, verdict: verdict, cells: cells)
      }
  }

  private static func order(_ cells: [FactRow.Cell]) -> (String, String) {
    (cells[0].value, cells[0].document)
  }

  /// Takes out the pairs of lonely statements of two sides that say nearly the same.
  private static func joined(
    _ kind: String, _ cells: inout [[FactRow.Cell]], _ sides: [Side], _ conflicts: [FactRow]
  ) -> [FactRow] {
    let rank = Dictionary(
      sides.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let lonely = cells.filter { $0.count == 1 }.map(\.[0])
      .sorted { (rank[$0.side] ?? 0, $0.value) < (rank[$1.side] ?? 0, $1.value) }
    guard lonely.count <= mostLonely else { return [] }
    let wordings = lonely.map { Wording($0.value) }
    var taken: Set<Int> = []
    var rows: [FactRow] = []
    for (index, one) in lonely.enumerated() where !taken.contains(index) {
      let partner = lonely.indices.dropFirst(index + 1).first { other in
        !taken.contains(other) && lonely[other].side != one.side
          && wordings[index].isLike(wordings[other])
      }
      guard let partner else { continue }
      taken.formUnion([index, partner])
      let pair = [one, lonely[partner]]
      let isConflict = conflicts.contains { row in pair.allSatisfy { $0.holds(a: row) } }
      rows.append(
        FactRow(
          kind: kind, fact: one.value, verdict: isConflict ? .conflict : .finer, cells: pair))
    }
    let gone = taken.map { lonely[$0] }
    cells.removeAll { cells in
      cells.count == 1
        && gone.contains { $0.document == cells[0].document && $0.value == cells[0].value }
    }
    return rows
  }

  /// More are not held against each other, as each is held against all.
  private static let mostLonely = 2000

  private struct Wording {
    let words: Set<UInt64>

    init(_ text: String) {
      words = Set(TokenizedText(text).tokens.filter { $0.kind == .word }.map(\.key))
    }

    /// Whether one says the other, or most of it.
    func isLike(_ other: Wording) -> Bool {
      let shared = words.intersection(other.words).count
      let fewer = min(words.count, other.words.count)
      let more = max(words.count, other.words.count)
      return shared >= StatementComparison.leastShared && shared * 5 >= fewer * 4
        && fewer * 2 >= more
    }
  }

  /// Words that two statements must share.
  private static let leastShared = 5
}

extension FactRow.Cell {
  /// Whether a place of the row lies in it.
  fileprivate func holds(a row: FactRow) -> Bool {
    row.cells.contains { $0.document == document && span.contains($0.span) }
  }
}

extension String {
  /// Its letters and digits, folded: what is left of a statement when marks are written otherwise.
  fileprivate var letters: String {
    Folding.fold(self).filter { $0.isLetter || $0.isNumber }
  }
}
