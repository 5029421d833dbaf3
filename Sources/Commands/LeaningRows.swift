import Analysis
import Workbench

/// What one side has more often than another, as the rows of a comparison and as JSON.
struct LeaningRows {
  private let leaning: Leaning
  private let sides: [String]
  private let sizes: [Int]
  /// Whether the second side is later, so that something rose or fell.
  private let arePeriods: Bool

  init(_ leaning: Leaning, of sides: [String], sizes: [Int], arePeriods: Bool) {
    self.leaning = leaning
    self.sides = sides
    self.sizes = sizes
    self.arePeriods = arePeriods
  }

  var cells: [[Output.Cell]] {
    leaning.rows.map { row in
      let told = row.count.documents.indices.map { side -> Output.Cell in
        let documents = row.count.documents[side]
        return .text(documents == 0 ? "–" : "\(documents) of \(counted(sizes[side], "document"))")
      }
      return [.text(row.count.kind), .text(verdict(row)), .text(row.count.fact)] + told
    }
  }

  private func verdict(_ row: Leaning.Row) -> String {
    guard arePeriods else { return row.isOnly ? "only" : "more" }
    let isLater = row.side == 1
    return row.isOnly ? (isLater ? "appeared" : "vanished") : (isLater ? "rose" : "fell")
  }

  var json: JSON {
    .array(
      leaning.rows.map { row in
        [
          "kind": .string(row.count.kind), "fact": .string(row.count.fact),
          "verdict": .string(verdict(row)), "side": .string(sides[row.side]),
          "g2": .double(row.g2), "documents": .array(row.count.documents.map { .int($0) }),
        ]
      })
  }
}
