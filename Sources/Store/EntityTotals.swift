import Facts
import GRDB

/// How the documents of a scope mention entities: as counted before for the whole session, counted
/// anew for a part of it.
extension SessionStore {
  /// Entities that are mentioned, the most mentioned first; dropped ones are left out.
  public func totals(in scope: Scope = Scope()) throws(StoreProblem) -> [EntityTotal] {
    var documents = scope
    documents.about = []
    guard documents == Scope() else { return try countedTotals(scope) }
    return try read { db in
      try db.rows(
        """
          SELECT id, name, kind, mentions, documents, first, last
            FROM entity_total
            JOIN entity ON entity.id = entity_total.entity
           WHERE NOT is_dropped
             AND (?1 = '[]' OR id IN (SELECT value FROM json_each(?1)))
           ORDER BY mentions DESC, name, id
        """, [Self.list(scope.about)], EntityTotal.init)
    }
  }

  private func countedTotals(_ scope: Scope) throws(StoreProblem) -> [EntityTotal] {
    if scope.tags.isEmpty { return try totalsOfUses(scope) }
    let condition = scope.condition(for: .mentions)
    return try read { db in
      try db.rows(
        """
          SELECT entity.id, entity.name, entity.kind, count(*), count(DISTINCT document.id),
                 min(published), max(published)
            FROM mention
            JOIN document ON document.id = mention.document
            JOIN entity_name ON entity_name.name = mention.name
                            AND entity_name.kind = mention.kind
            JOIN entity ON entity.id = entity_name.entity
           WHERE NOT is_dropped
             AND \(condition.sql)
           GROUP BY entity.id
           ORDER BY count(*) DESC, entity.name, entity.id
        """, StatementArguments(condition.arguments), EntityTotal.init)
    }
  }

  /// Adds up what was counted document by document.
  private func totalsOfUses(_ scope: Scope) throws(StoreProblem) -> [EntityTotal] {
    var documents = scope
    documents.about = []
    var condition = documents.condition(for: .documents)
    condition.require(
      ":about = '[]' OR entity_use.entity IN (SELECT value FROM json_each(:about))", "about",
      Self.list(scope.about))
    return try read { db in
      try db.rows(
        """
          SELECT entity.id, entity.name, entity.kind, sum(mentions), count(*), min(published),
                 max(published)
            FROM document
            JOIN entity_use ON entity_use.document = document.id
            JOIN entity ON entity.id = entity_use.entity
           WHERE NOT is_dropped
             AND \(condition.sql)
           GROUP BY entity.id
           ORDER BY sum(mentions) DESC, entity.name, entity.id
        """, StatementArguments(condition.arguments), EntityTotal.init)
    }
  }

  /// The forms of entities' names in the documents of a scope, by entity, most used first.
  public func forms(of entities: [Int], in scope: Scope = Scope()) throws(StoreProblem)
    -> [Int: [EntityForm]]
  {
    var documents = scope
    documents.about = []
    let isWhole = documents == Scope()
    documents.about = entities
    let condition = documents.condition(for: .mentions)
    let rows = try read { db in
      isWhole
        ? try db.rows(
          """
            SELECT entity, name, kind, language, mentions
              FROM entity_form
             WHERE entity IN (SELECT value FROM json_each(?))
             ORDER BY entity, mentions DESC, name, language
          """, [Self.list(entities)], Self.form)
        : try db.rows(
          """
            SELECT entity, mention.name, mention.kind, language, count(*)
              FROM mention
              JOIN document ON document.id = mention.document
              JOIN entity_name ON entity_name.name = mention.name
                              AND entity_name.kind = mention.kind
             WHERE \(condition.sql)
             GROUP BY entity, mention.name, mention.kind, language
             ORDER BY entity, count(*) DESC, mention.name, language
          """, StatementArguments(condition.arguments), Self.form)
    }
    return Dictionary(grouping: rows, by: \.entity).mapValues { $0.map(\.form) }
  }

  static func list(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ",") + "]"
  }

  private static func form(_ row: Fields) throws -> (entity: Int, form: EntityForm) {
    let form = try EntityForm(
      name: EntityName(row[1], row.word(2)), language: row[3], mentions: row[4])
    return (try row[0], form)
  }
}

extension EntityTotal {
  fileprivate init(_ row: Fields) throws {
    entity = try row[0]
    name = try row[1]
    kind = try row.word(2)
    mentions = try row[3]
    documents = try row[4]
    first = try row.day(5)
    last = try row.day(6)
  }
}
