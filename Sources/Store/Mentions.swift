public import Facts
import GRDB
import Text

/// Mentions of names.
extension SessionStore {
  /// Mentions in the documents of a scope, by document and place in the text; `about` leaves only
  /// those of the entities.
  ///
  /// A mention's `id` is its place among the document's mentions, from 0.
  public func mentions(in scope: Scope = Scope()) throws(StoreProblem) -> [Stored<Mention>] {
    let condition = scope.condition(for: .mentions)
    return try read { db in
      try db.rows(
        """
          SELECT mention.ordinal, mention.document, mention.start, mention.end, mention.text,
                 mention.kind, mention.name, identity, is_description, rule, mention.title
            FROM mention
            JOIN document ON document.id = mention.document
           WHERE \(condition.sql)
           ORDER BY mention.document, mention.ordinal
        """, StatementArguments(condition.arguments)
      ) { row in
        let mention = try Mention(
          span: row.span(2), text: row[4], kind: row.word(5), name: row[6], identity: row[7],
          isDescription: row[8], title: row[10], rule: row[9])
        return try Stored(id: row[0], document: row[1], value: mention)
      }
    }
  }
}

extension RowInserter {
  static func mentions(_ db: Database) throws -> RowInserter {
    try RowInserter(
      db, into: "mention",
      "document, ordinal, start, end, text, kind, name, identity, is_description, rule, title")
  }

  func add(_ mention: Mention, ordinal: Int, of document: Int) throws {
    try add(
      document, ordinal, mention.span.start, mention.span.end, mention.text,
      mention.kind.rawValue, mention.name, mention.identity, mention.isDescription, mention.rule,
      mention.title)
  }
}
