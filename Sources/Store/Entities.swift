import Facts
import GRDB

/// Names as the documents use them, and the entities that they stand for.
extension SessionStore {
  /// Every name of the session with its use, ordered by name and kind.
  public func names() throws(StoreProblem) -> [NameUse] {
    try read { db in
      var uses: [NameUse] = []
      // Rows of one name at a time: a large session has millions.
      var rows: [NameRow] = []
      try db.eachRow(Self.nameRows) { fields in
        let row = try NameRow(fields)
        if let first = rows.first, first.name != row.name {
          uses.append(NameUse(rows[...]))
          rows.removeAll(keepingCapacity: true)
        }
        rows.append(row)
      }
      if !rows.isEmpty { uses.append(NameUse(rows[...])) }
      return uses
    }
  }

  /// One row a name and document; the documents in an order that does not depend on loading.
  private static let nameRows = """
      SELECT mention.name, mention.kind, min(mention.identity), document.language, document.id,
             document.sha256, count(*), sum(NOT mention.is_description), min(mention.start)
        FROM mention
        JOIN document ON document.id = mention.document
       GROUP BY mention.name, mention.kind, document.id
       ORDER BY mention.name, mention.kind, document.sha256
    """

  /// All entities in order of their numbers, dropped ones too.
  public func entities() throws(StoreProblem) -> [StoredEntity] {
    try read { db in try entities("TRUE", [], db) }
  }

  /// One entity; nil if there is none of that number.
  public func entity(_ id: Int) throws(StoreProblem) -> StoredEntity? {
    try read { db in try entities("id = ?", [id], db).first }
  }

  /// Which entity each name stands for.
  public func entityOfName() throws(StoreProblem) -> [EntityName: Int] {
    let pairs = try read { db in
      try db.rows("SELECT name, kind, entity FROM entity_name ORDER BY name, kind") { row in
        try (EntityName(row[0], row.word(1)), row[2] as Int)
      }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func entities(_ condition: String, _ arguments: StatementArguments, _ db: Database) throws
    -> [StoredEntity]
  {
    let members = try db.rows(
      """
        SELECT entity, name, kind, reason
          FROM entity_name
         WHERE entity IN (SELECT id FROM entity WHERE \(condition))
         ORDER BY entity, ordinal
      """, arguments
    ) { row in
      (
        entity: try row[0] as Int,
        value: try Cluster.Member(EntityName(row[1], row.word(2)), reason: row[3])
      )
    }
    let byEntity = Dictionary(grouping: members, by: \.entity)
    return try db.rows(
      "SELECT id, name, kind, is_dropped FROM entity WHERE \(condition) ORDER BY id", arguments
    ) { row in
      let id: Int = try row[0]
      let cluster = try Cluster(
        name: row[1], kind: row.word(2), members: byEntity[id, default: []].map(\.value),
        isDropped: row[3])
      return StoredEntity(id: id, cluster: cluster)
    }
  }
}

/// How one document uses a name.
private struct NameRow {
  let name: EntityName
  let identity: String?
  let language: String
  let document: Int
  let sha256: String
  let mentions: Int
  let names: Int
  let offset: Int

  init(_ row: Fields) throws {
    name = try EntityName(row[0], row.word(1))
    identity = try row[2]
    language = try row[3]
    document = try row[4]
    sha256 = try row[5]
    mentions = try row[6]
    names = try row[7]
    offset = try row[8]
  }
}

extension NameUse {
  /// - Parameter rows: the rows of one name, at least one, by hash of their document.
  fileprivate init(_ rows: ArraySlice<NameRow>) {
    let first = rows[rows.startIndex]
    name = first.name
    identity = rows.compactMap(\.identity).min()
    languages = Set(rows.map(\.language)).sorted()
    documents = rows.map(\.document).sorted()
    names = rows.reduce(0) { $0 + $1.names }
    mentions = rows.reduce(0) { $0 + $1.mentions }
    firstDocument = first.sha256
    firstOffset = first.offset
  }
}
