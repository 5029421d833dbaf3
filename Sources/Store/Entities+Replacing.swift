import Facts
import GRDB

/// Entities are made anew whenever names are resolved anew, and keep their numbers as they can.
extension SessionStore {
  /// Makes the entities anew out of clusters of names.
  ///
  /// An entity keeps its number in a cluster that has its shown name, else in the one that has most
  /// of its names; an entity that comes back, as after an undo, gets the number it had; other
  /// clusters are numbered in the order given.
  ///
  /// - Returns: the number of each cluster's entity.
  /// - Throws: `StoreProblem` if a name is in two clusters.
  @discardableResult
  public func replaceEntities(_ clusters: [Cluster]) throws(StoreProblem) -> [Int] {
    try updateEntities(clusters).numbers
  }

  /// Like `replaceEntities`; also tells which entities are not as they were.
  public func updateEntities(_ clusters: [Cluster]) throws(StoreProblem)
    -> (numbers: [Int], changed: [Int])
  {
    let old = try entities()
    let kept = Self.keptNumbers(of: clusters, from: old)
    let before = Dictionary(old.map { ($0.id, $0.cluster) }) { first, _ in first }
    return try write { db in
      let isSame = zip(clusters, kept).map { cluster, number in
        number.map { before[$0] == cluster } ?? false
      }
      let staying = Set(kept.compactMap { $0 })
      for (number, isSame) in zip(kept, isSame) where !isSame {
        if let number { try db.run("DELETE FROM entity_name WHERE entity = ?", [number]) }
      }
      for entity in old where !staying.contains(entity.id) {
        try remember(entity, db)
        try db.run("DELETE FROM entity WHERE id = ?", [entity.id])
      }
      var numbers: [Int] = []
      var changed: [Int] = []
      for (index, cluster) in clusters.enumerated() {
        if isSame[index], let number = kept[index] {
          numbers.append(number)
          continue
        }
        let former = try formerNumber(of: cluster, db)
        let id = try save(cluster, as: kept[index], former: former, db)
        try saveMembers(of: cluster, entity: id, db)
        numbers.append(id)
        changed.append(id)
      }
      return (numbers, changed)
    }
  }

  /// Notes the number of an entity that goes, under each of its names.
  private func remember(_ entity: StoredEntity, _ db: Database) throws {
    for member in entity.cluster.members {
      try db.run(
        "INSERT OR REPLACE INTO former_entity (name, kind, entity) VALUES (?, ?, ?)",
        [member.name.text, member.name.kind.rawValue, entity.id])
    }
  }

  /// The number that an entity of these names had, if nobody else has it now.
  private func formerNumber(of cluster: Cluster, _ db: Database) throws -> Int? {
    for member in cluster.members {
      let former = try db.row(
        """
          SELECT entity
            FROM former_entity
           WHERE name = ? AND kind = ?
             AND NOT EXISTS (SELECT 1 FROM entity WHERE entity.id = former_entity.entity)
        """, [member.name.text, member.name.kind.rawValue]
      ) { try $0[0] as Int }
      if let former { return former }
    }
    return nil
  }

  private func save(_ cluster: Cluster, as number: Int?, former: Int?, _ db: Database) throws -> Int
  {
    guard let number else {
      return try db.add(
        "INSERT INTO entity (id, name, kind, is_dropped) VALUES (?, ?, ?, ?)",
        former, cluster.name, cluster.kind.rawValue, cluster.isDropped)
    }
    try db.run(
      "UPDATE entity SET name = ?, kind = ?, is_dropped = ? WHERE id = ?",
      [cluster.name, cluster.kind.rawValue, cluster.isDropped, number])
    return number
  }

  private func saveMembers(of cluster: Cluster, entity: Int, _ db: Database) throws {
    for (ordinal, member) in cluster.members.enumerated() {
      try db.add(
        "INSERT INTO entity_name (name, kind, entity, ordinal, reason) VALUES (?, ?, ?, ?, ?)",
        member.name.text, member.name.kind.rawValue, entity, ordinal, member.reason)
    }
  }

  /// For each cluster the number of the entity that it goes on; nil for a new one.
  private static func keptNumbers(of clusters: [Cluster], from old: [StoredEntity]) -> [Int?] {
    var entities: [EntityName: StoredEntity] = [:]
    for entity in old {
      for member in entity.cluster.members { entities[member.name] = entity }
    }
    let claims = clusters.indices.flatMap { Claim.claims(of: clusters[$0], at: $0, on: entities) }
      .sorted()
    var numbers = [Int?](repeating: nil, count: clusters.count)
    var taken: Set<Int> = []
    for claim in claims where numbers[claim.cluster] == nil && !taken.contains(claim.entity) {
      numbers[claim.cluster] = claim.entity
      taken.insert(claim.entity)
    }
    return numbers
  }
}

/// A cluster's wish to go on an entity; the strongest comes first.
private struct Claim: Comparable {
  let isShownName: Bool
  let names: Int
  let entity: Int
  let cluster: Int

  static func < (a: Claim, b: Claim) -> Bool {
    if a.isShownName != b.isShownName { return a.isShownName }
    if a.names != b.names { return a.names > b.names }
    return (a.entity, a.cluster) < (b.entity, b.cluster)
  }

  static func claims(
    of cluster: Cluster, at index: Int, on entities: [EntityName: StoredEntity]
  ) -> [Claim] {
    let old = cluster.members.compactMap { entities[$0.name] }
    return Dictionary(grouping: old, by: \.id).compactMap { id, found in
      found.first.map { entity in
        Claim(
          isShownName: entity.name == cluster.name, names: found.count, entity: id, cluster: index)
      }
    }
  }
}
