import Facts
import GRDB

/// Names as the documents use them, and the entities that they stand for.
extension SessionStore {
  /// Every name of the session with its use, ordered by name and kind.
  public func names() throws(StoreProblem) -> [NameUse] {
    try read { db in
      let documents = try NamedDocuments(db)
      var uses: [NameUse] = []
      // Rows of one name at a time: a large session has millions.
      var rows: [NameRow] = []
      try db.eachRow(Self.nameRows) { fields in
        let row = try NameRow(fields)
        if let first = rows.first, first.name != row.name {
          uses.append(NameUse(rows, documents))
          rows.removeAll(keepingCapacity: true)
        }
        rows.append(row)
      }
      if !rows.isEmpty { uses.append(NameUse(rows, documents)) }
      return uses
    }
  }

  /// One row a name and document, as they stand in the index over names.
  private static let nameRows = """
      SELECT name, kind, min(identity), document, count(*), sum(NOT is_description), min(start)
        FROM mention
       GROUP BY name, kind, document
       ORDER BY name, kind, document
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
  let document: Int
  let mentions: Int
  let names: Int
  let offset: Int

  init(_ row: Fields) throws {
    name = try EntityName(row[0], row.word(1))
    identity = try row[2]
    document = try row[3]
    mentions = try row[4]
    names = try row[5]
    offset = try row[6]
  }
}

/// What is asked of the documents of names, read at once: `document` holds the texts, and its pages
/// are not turned for every mention.
private struct NamedDocuments {
  private var languages: [Int: String] = [:]
  /// Places in order of SHA-256, which does not depend on loading.
  private var ranks: [Int: Int] = [:]

  init(_ db: Database) throws {
    try db.eachRow("SELECT id, language FROM document INDEXED BY document_label ORDER BY id") {
      languages[try $0[0]] = try $0[1]
    }
    try db.eachRow("SELECT id FROM document ORDER BY sha256") { ranks[try $0[0]] = ranks.count }
  }

  func language(of document: Int) -> String? { languages[document] }

  func rank(of document: Int) -> Int { ranks[document] ?? .max }
}

extension NameUse {
  /// - Parameter rows: the rows of one name, at least one, by number of their document.
  fileprivate init(_ rows: [NameRow], _ named: NamedDocuments) {
    name = rows[0].name
    identity = rows.compactMap(\.identity).min()
    languages = Set(rows.compactMap { named.language(of: $0.document) }).sorted()
    documents = rows.map(\.document)
    names = rows.reduce(0) { $0 + $1.names }
    mentions = rows.reduce(0) { $0 + $1.mentions }
    let ranked = rows.map { (rank: named.rank(of: $0.document), offset: $0.offset) }
    firstOffset = ranked.min { $0.rank < $1.rank }?.offset ?? 0
  }
}
