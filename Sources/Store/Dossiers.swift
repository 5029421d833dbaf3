public import Dates
import Facts
import GRDB

/// What a session knows of one entity beside its names.
extension SessionStore {
  /// The entity that a name stands for; nil if the session has no such name.
  public func entity(of name: EntityName) throws(StoreProblem) -> Int? {
    try read { db in
      try db.row(
        "SELECT entity FROM entity_name WHERE name = ? AND kind = ?",
        [name.text, name.kind.rawValue]
      ) { try $0[0] }
    }
  }

  /// Mentions of an entity by publication day; nil stands for undated documents.
  public func mentionsByDay(of entity: Int) throws(StoreProblem) -> [(
    day: CalendarDate?, mentions: Int
  )] {
    try read { db in
      try db.rows(
        """
          SELECT published, sum(mentions)
            FROM entity_use
            JOIN document ON document.id = entity_use.document
           WHERE entity = ?
           GROUP BY published
           ORDER BY published
        """, [entity]
      ) { (day: try $0.day(0), mentions: try $0[1]) }
    }
  }

  /// Outlets whose documents mention an entity, with the number of documents, most first.
  public func sources(of entity: Int) throws(StoreProblem) -> [(source: String, documents: Int)] {
    try read { db in
      try db.rows(
        """
          SELECT coalesce(source, document.name), count(*)
            FROM entity_use
            JOIN document ON document.id = entity_use.document
           WHERE entity = ?
           GROUP BY coalesce(source, document.name)
           ORDER BY count(*) DESC, coalesce(source, document.name)
        """, [entity]
      ) { (source: try $0[0], documents: try $0[1]) }
    }
  }

  /// Entities that documents mention together with one, with the number of documents, most first.
  public func companions(of entity: Int, limit: Int) throws(StoreProblem) -> [(
    entity: Int, documents: Int
  )] {
    try read { db in
      try db.rows(
        """
          SELECT other.entity, count(*)
            FROM entity_use AS own
            JOIN entity_use AS other ON other.document = own.document
            JOIN entity ON entity.id = other.entity
           WHERE own.entity = ?1
             AND other.entity <> ?1
             AND NOT is_dropped
           GROUP BY other.entity
           ORDER BY count(*) DESC, entity.name, other.entity
           LIMIT ?2
        """, [entity, limit]
      ) { (entity: try $0[0], documents: try $0[1]) }
    }
  }

  /// Titles before or behind the names of an entity, with their first and last day, most used first.
  public func titles(of entity: Int) throws(StoreProblem) -> [EntityTitle] {
    try read { db in
      try db.rows(
        """
          SELECT mention.title, count(*), min(published), max(published)
            FROM mention
            JOIN entity_name ON entity_name.name = mention.name
                            AND entity_name.kind = mention.kind
            JOIN document ON document.id = mention.document
           WHERE entity_name.entity = ?
             AND mention.title IS NOT NULL
           GROUP BY mention.title
           ORDER BY count(*) DESC, mention.title
        """, [entity]
      ) { row in
        try EntityTitle(text: row[0], mentions: row[1], first: row.day(2), last: row.day(3))
      }
    }
  }

  /// Numbers of the events that an entity takes part in or is the place of, by date; undated first.
  public func eventNumbers(about entity: Int) throws(StoreProblem) -> [Int] {
    try read { db in
      try db.rows(
        """
          SELECT id
            FROM event
           WHERE id IN (
                   SELECT event
                     FROM entity_name
                     JOIN participant ON participant.name = entity_name.name
                                     AND participant.kind = entity_name.kind
                    WHERE entity = ?1
                    UNION
                   SELECT event.id
                     FROM entity_name
                     JOIN event ON event.place = entity_name.name
                    WHERE entity = ?1 AND entity_name.kind = 'place')
           ORDER BY earliest, document, start
        """, [entity]
      ) { try $0[0] }
    }
  }

  /// Numbers of the quotes that an entity is the speaker of, by publication day.
  public func quoteNumbers(by entity: Int) throws(StoreProblem) -> [Int] {
    try read { db in
      try db.rows(
        """
          SELECT DISTINCT quote.id, published, quote.document, quote.start
            FROM entity_name
            JOIN party ON party.name = entity_name.name AND party.role = 'speaker'
            JOIN quote ON quote.id = party.quote
            JOIN document ON document.id = quote.document
           WHERE entity = ?
           ORDER BY published, quote.document, quote.start
        """, [entity]
      ) { try $0[0] }
    }
  }

  /// Pairs of entities that documents of a scope mention together, most often first.
  public func pairs(among entities: [Int], in scope: Scope) throws(StoreProblem) -> [(
    a: Int, b: Int, documents: Int
  )] {
    var documents = scope
    documents.about = []
    let condition = documents.condition(for: .documents)
    var arguments = condition.arguments
    arguments["entities"] = Self.list(entities)
    return try read { db in
      try db.rows(
        """
          SELECT a.entity, b.entity, count(*)
            FROM entity_use AS a
            JOIN entity_use AS b ON b.document = a.document AND b.entity > a.entity
            JOIN document ON document.id = a.document
           WHERE a.entity IN (SELECT value FROM json_each(:entities))
             AND b.entity IN (SELECT value FROM json_each(:entities))
             AND \(condition.sql)
           GROUP BY a.entity, b.entity
           ORDER BY count(*) DESC, a.entity, b.entity
        """, StatementArguments(arguments)
      ) { (a: try $0[0], b: try $0[1], documents: try $0[2]) }
    }
  }
}

/// A title of an entity as documents have it.
public struct EntityTitle: Sendable, Equatable {
  public let text: String
  public let mentions: Int
  public let first: CalendarDate?
  public let last: CalendarDate?
}
