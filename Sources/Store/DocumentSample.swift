import GRDB

/// Some documents that stand for many.
extension SessionStore {
  /// The documents of a scope by number; of more than `most` those with the lowest SHA-256, which
  /// neither the order of loading nor a topic decides.
  ///
  /// - Returns: the documents, and how many the scope has.
  public func sample(of scope: Scope, most: Int) throws(StoreProblem) -> (
    documents: [DocumentRecord], count: Int
  ) {
    let condition = scope.condition(for: .documents)
    var arguments = condition.arguments
    return try read { db in
      let count = try db.row(
        "SELECT count(*) FROM document WHERE \(condition.sql)", StatementArguments(arguments)
      ) { try $0[0] as Int }
      arguments["most"] = most
      let documents = try db.rows(
        """
          SELECT \(Self.recordColumns)
            FROM document
           WHERE \(condition.sql)
           ORDER BY sha256
           LIMIT :most
        """, StatementArguments(arguments), Self.record)
      return (documents.sorted { $0.id < $1.id }, count ?? 0)
    }
  }

  /// How many documents of a scope tell events of each kind.
  public func eventKinds(in scope: Scope) throws(StoreProblem) -> [(kind: String, documents: Int)] {
    let condition = scope.condition(for: .documents)
    return try read { db in
      try db.rows(
        """
          SELECT event.kind, count(DISTINCT event.document)
            FROM document
            JOIN event ON event.document = document.id
           WHERE \(condition.sql)
           GROUP BY event.kind
           ORDER BY event.kind
        """, StatementArguments(condition.arguments)
      ) { (kind: try $0[0], documents: try $0[1]) }
    }
  }
}
