public import Store

/// Looking up entities, and the analyst's rulings on them.
extension Session {
  /// The entities that the documents of a scope mention, most mentioned first.
  public func entities(_ scope: Scope = Scope()) throws -> [EntityRow] {
    let documents = try documentsByID()
    let mentions = try store.mentions(in: scope)
    let reasons = try memberReasons()
    let ids = try store.entityOfName()
    var tallies: [Int: EntityTally] = [:]
    for stored in mentions {
      let name = EntityName(stored.value.name, stored.value.kind)
      guard let id = ids[name], let document = documents[stored.document] else { continue }
      guard scope.about.isEmpty || scope.about.contains(id) else { continue }
      tallies[id, default: EntityTally()].count(stored.value, in: document, reason: reasons[name])
    }
    return try store.entities().compactMap { entity -> EntityRow? in
      guard !entity.cluster.isDropped, let tally = tallies[entity.id] else { return nil }
      return tally.row(of: entity)
    }.sorted { ($1.mentions, $0.name, $0.id) < ($0.mentions, $1.name, $1.id) }
  }

  private func memberReasons() throws -> [EntityName: String] {
    let members = try store.entities().flatMap(\.cluster.members)
    return Dictionary(members.map { ($0.name, $0.reason) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entity that `E1` or a name in any spelling stands for.
  ///
  /// - Throws: `Problem` if there is none, or if a part of a name fits several.
  public func entity(_ reference: String) throws -> EntityRow {
    guard let ids = findEntities(reference) else {
      let known = try store.entities().flatMap { [$0.name] + $0.cluster.members.map(\.name.text) }
      throw Problem.unknown("entity", reference, among: known)
    }
    guard ids.count == 1, let id = ids.first else {
      let names = try ids.compactMap { try store.entity($0) }.map { "\($0.name) (E\($0.id))" }
      throw Problem("\(reference) may be \(names.joined(separator: ", "))", at: reference)
    }
    guard let row = try entities().first(where: { $0.id == id }) else {
      throw Problem("\(reference) was left out", at: reference, hint: "undo brings it back")
    }
    return row
  }

  /// Entities that a handle, a name or a part of a name stands for; nil if there is none.
  ///
  /// The whole name goes before a part of one.
  func findEntities(_ reference: String) -> [Int]? {
    guard let entities = try? store.entities().filter({ !$0.cluster.isDropped }) else { return nil }
    if let handle = Handle(reference), handle.kind == .entity {
      return entities.contains { $0.id == handle.number } ? [handle.number] : nil
    }
    let wanted = Folding.keys(reference)
    guard !wanted.isEmpty else { return nil }
    let keyed = entities.map { entity in
      (
        id: entity.id,
        keys: ([entity.name] + entity.cluster.members.map(\.name.text)).map(Folding.keys)
      )
    }
    let whole = keyed.filter { $0.keys.contains(wanted) }.map(\.id)
    if !whole.isEmpty { return whole }
    let parts = keyed.filter { $0.keys.contains { $0.holds(wanted) } }.map(\.id)
    return parts.isEmpty ? nil : parts
  }

  /// Makes entities one.
  ///
  /// - Returns: a sentence that says what it is now.
  public func merge(_ entity: String, with others: [String], reason: String?) throws -> String {
    let rows = try ([entity] + others).map { try self.entity($0) }
    guard Set(rows.map(\.id)).count == rows.count else {
      throw Problem("\(others[0]) is \(rows[0].name) already", at: others[0])
    }
    let names = try rows.flatMap { try members(of: $0.id) }
    try store.decide(Decision(.merge, names, value: rows[0].name, reason: reason))
    try resolve()
    return try describe(names)
  }

  /// Takes names out of an entity; together they are another one.
  public func split(_ entity: String, names: [String]) throws -> String {
    let row = try self.entity(entity)
    let members = try members(of: row.id)
    let leaving = try names.flatMap { name -> [EntityName] in
      let found = members.filter { Folding.fold($0.text) == Folding.fold(name) }
      guard !found.isEmpty else {
        throw Problem.unknown("name of \(row.name)", name, among: members.map(\.text))
      }
      return found
    }
    guard Set(leaving).count < members.count else {
      throw Problem("\(row.name) has no other name", at: entity)
    }
    try store.decide(Decision(.split, leaving))
    try resolve()
    let now = try store.entityOfName()[leaving[0]] ?? 0
    let left = names.joined(separator: ", ")
    return "\(left) is E\(now) now, no longer \(row.name) (\(row.handle))"
  }

  /// Shows an entity under another name, or as another kind.
  public func rename(_ entity: String, to name: String?, kind: EntityKind?) throws -> String {
    let members = try members(of: try self.entity(entity).id)
    if let name { try store.decide(Decision(.rename, members, value: name)) }
    if let kind { try store.decide(Decision(.retype, members, value: kind.rawValue)) }
    try resolve()
    return try describe(members)
  }

  /// Leaves an entity out.
  public func drop(_ entity: String) throws -> String {
    let row = try self.entity(entity)
    try store.decide(Decision(.drop, try members(of: row.id)))
    try resolve()
    return "\(row.name) (\(row.handle)) is left out"
  }

  private func members(of id: Int) throws -> [EntityName] {
    try store.entity(id)?.cluster.members.map(\.name) ?? []
  }

  /// `E1 is Vladimir Putin: पुतिन, Putin`, for the entity of the first of `names`.
  private func describe(_ names: [EntityName]) throws -> String {
    guard let first = names.first, let id = try store.entityOfName()[first],
      let entity = try store.entity(id)
    else { return "nothing changed" }
    let all = Set(entity.cluster.members.map(\.name.text)).sorted().joined(separator: ", ")
    return "E\(id) is \(entity.name): \(all)"
  }
}

extension [UInt64] {
  /// Whether `part` stands in it, as one piece.
  func holds(_ part: [UInt64]) -> Bool {
    guard part.count <= count else { return false }
    return (0...(count - part.count)).contains { Array(self[$0..<($0 + part.count)]) == part }
  }
}
