public import Dates
public import Facts
import GRDB
import Text

/// A form of an entity's name in the documents of one language.
public struct EntityForm: Sendable, Equatable {
  public let name: EntityName
  public let language: String
  public let mentions: Int
}

/// How documents mention an entity.
public struct EntityTotal: Sendable, Equatable {
  public let entity: Int
  public let name: String
  public let kind: EntityKind
  public let mentions: Int
  public let documents: Int
  /// Publication days of the first and last document that mentions it.
  public let first: CalendarDate?
  public let last: CalendarDate?
}

/// How documents mention entities: counted once when names are resolved, so that listings and
/// dossiers of large sessions answer at once.
extension SessionStore {
  /// Counts anew for the entities given; for all if nil.
  public func countUses(of entities: [Int]?) throws(StoreProblem) {
    try trust(true)
    let result = Result { () throws(StoreProblem) in try count(usesOf: entities) }
    try trust(false)
    try result.get()
  }

  private func count(usesOf entities: [Int]?) throws(StoreProblem) {
    try write { db in
      let list = entities.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }
      let isMeant = list == nil ? "TRUE" : "entity IN (SELECT value FROM json_each(?1))"
      let arguments: StatementArguments = list.map { [$0] } ?? []
      for table in ["entity_use", "entity_form", "entity_total", "entity_word"] {
        try db.run("DELETE FROM \(table) WHERE \(isMeant)", arguments)
      }
      let uses = """
        FROM entity_name
        JOIN mention ON mention.name = entity_name.name AND mention.kind = entity_name.kind
        """
      // `document` holds the texts: what is asked of it here is in its index too.
      let documents = "JOIN document INDEXED BY document_label ON document.id ="
      try db.run(
        """
          INSERT INTO entity_use (entity, document, mentions)
          SELECT entity, mention.document, count(*)
            \(uses)
           WHERE \(isMeant)
           GROUP BY entity, mention.document
           ORDER BY entity, mention.document
        """, arguments)
      try db.run(
        """
          INSERT INTO entity_form (entity, name, kind, language, mentions)
          SELECT entity, mention.name, mention.kind, language, count(*)
            \(uses)
            \(documents) mention.document
           WHERE \(isMeant)
           GROUP BY entity, mention.name, mention.kind, language
           ORDER BY entity, mention.name, mention.kind, language
        """, arguments)
      try db.run(
        """
          INSERT INTO entity_total (entity, mentions, documents, first, last)
          SELECT entity, sum(mentions), count(*), min(published), max(published)
            FROM entity_use
            \(documents) entity_use.document
           WHERE \(isMeant)
           GROUP BY entity
           ORDER BY entity
        """, arguments)
      try indexWords(isMeant, arguments, db)
      try Self.countDays(of: entities, db)
    }
  }

  /// Enters the words of every name, by which an entity is found.
  private func indexWords(_ isMeant: String, _ arguments: StatementArguments, _ db: Database) throws
  {
    let names = try db.rows(
      """
        SELECT entity, name FROM entity_name WHERE \(isMeant)
         UNION
        SELECT id, name FROM (SELECT id, id AS entity, name FROM entity) WHERE \(isMeant)
         ORDER BY 1, 2
      """, arguments
    ) { (entity: try $0[0] as Int, name: try $0[1] as String) }
    for name in names {
      for key in Set(Folding.keys(name.name)).sorted() {
        try db.add(
          "INSERT OR IGNORE INTO entity_word (word, entity) VALUES (?, ?)",
          Int(truncatingIfNeeded: key), name.entity)
      }
    }
  }

  /// Entities with a name that has all of these words, ascending; dropped ones are left out.
  public func entities(withWords keys: [UInt64]) throws(StoreProblem) -> [StoredEntity] {
    let words = Set(keys).sorted().map { String(Int64(bitPattern: $0)) }
    let ids = try read { db in
      try db.rows(
        """
          SELECT entity
            FROM entity_word
           WHERE word IN (SELECT value FROM json_each(?))
           GROUP BY entity
          HAVING count(*) = ?
           ORDER BY entity
        """, ["[" + words.joined(separator: ",") + "]", words.count]
      ) { try $0[0] as Int }
    }
    var found: [StoredEntity] = []
    for id in ids {
      if let entity = try entity(id), !entity.cluster.isDropped { found.append(entity) }
    }
    return found
  }
}
