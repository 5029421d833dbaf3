import GRDB
import Text

/// The numbers of a document's facts before it is read again, so that handles keep their meaning.
struct KeptNumbers {
  enum Table: String, CaseIterable {
    case time, quote, event

    fileprivate var kind: String { self == .time ? "type" : "kind" }
  }

  private struct Key: Hashable {
    let table: Table
    let span: Span
    let kind: String
  }

  private var numbers: [Key: [Int]] = [:]

  /// None, for a document that was never read.
  init() {}

  init(of document: Int, _ db: Database) throws {
    for table in Table.allCases {
      let facts = try db.rows(
        """
          SELECT id, start, end, \(table.kind)
            FROM \(table.rawValue)
           WHERE document = ?
           ORDER BY id DESC
        """, [document]
      ) { try (id: $0[0] as Int, key: Key(table: table, span: $0.span(1), kind: $0[3])) }
      for fact in facts { numbers[fact.key, default: []].append(fact.id) }
    }
  }

  /// The number of a fact, once; nil for one that was not there.
  mutating func take(_ table: Table, _ span: Span, _ kind: String) -> Int? {
    guard !numbers.isEmpty else { return nil }
    return numbers[Key(table: table, span: span, kind: kind)]?.popLast()
  }
}
