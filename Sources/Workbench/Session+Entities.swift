public import Store

/// Looking up entities, and the analyst's rulings on them.
extension Session {
  /// The entities that the documents of a scope mention, most mentioned first.
  ///
  /// - Parameters:
  ///   - kind: nil for any.
  ///   - least: mentions that an entity must have.
  ///   - limit: only so many get their names, for listings that show no more.
  public func entities(
    _ scope: Scope = Scope(), kind: EntityKind? = nil, least: Int = 0, naming limit: Int = .max
  ) throws -> [EntityRow] {
    let totals = try store.totals(in: scope).filter {
      (kind == nil || $0.kind == kind) && $0.mentions >= least
    }
    let forms = try store.forms(of: totals.prefix(limit).map(\.entity), in: scope)
    return totals.map { EntityRow($0, forms: forms[$0.entity] ?? []) }
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
      let names = try ids.prefix(6).compactMap { try store.entity($0) }.map {
        "\($0.name) (E\($0.id))"
      }
      let more = ids.count > 6 ? ["\(ids.count - 6) more"] : []
      throw Problem("\(reference) may be \((names + more).joined(separator: ", "))", at: reference)
    }
    var scope = Scope()
    scope.about = [id]
    guard let row = try entities(scope).first else {
      throw Problem("\(reference) was left out", at: reference, hint: "undo brings it back")
    }
    return row
  }

  /// Entities that a handle, a name or a part of a name stands for; nil if there is none.
  ///
  /// The whole name goes before a part of one.
  ///
  /// - Parameter whole: only whole names count.
  func findEntities(_ reference: String, whole isWhole: Bool = false) -> [Int]? {
    if let handle = Handle(reference), handle.kind == .entity {
      let found = (try? store.entity(handle.number)).flatMap { $0 }
      return found.flatMap { $0.cluster.isDropped ? nil : [handle.number] }
    }
    let wanted = Folding.keys(reference)
    guard !wanted.isEmpty, let entities = try? store.entities(withWords: wanted) else { return nil }
    let keyed = entities.map { entity in
      (
        id: entity.id,
        keys: ([entity.name] + entity.cluster.members.map(\.name.text)).map(Folding.keys)
      )
    }
    let whole = keyed.filter { $0.keys.contains(wanted) }.map(\.id)
    if !whole.isEmpty || isWhole { return whole.isEmpty ? nil : whole }
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
    try resolve(afterReading: false)
    return try describe(names)
  }

  /// Takes names out of an entity; together they are another one, and stay so.
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
    try resolve(afterReading: false)
    let now = try store.entity(of: leaving[0]) ?? 0
    let left = names.joined(separator: ", ")
    return "\(left) is E\(now) now, no longer \(row.name) (\(row.handle))"
  }

  /// Shows an entity under another name, or as another kind.
  public func rename(_ entity: String, to name: String?, kind: EntityKind?) throws -> String {
    let members = try members(of: try self.entity(entity).id)
    if let name { try store.decide(Decision(.rename, members, value: name)) }
    if let kind { try store.decide(Decision(.retype, members, value: kind.rawValue)) }
    try resolve(afterReading: false)
    return try describe(members)
  }

  /// Leaves an entity out.
  public func drop(_ entity: String) throws -> String {
    let row = try self.entity(entity)
    try store.decide(Decision(.drop, try members(of: row.id)))
    try resolve(afterReading: false)
    return "\(row.name) (\(row.handle)) is left out"
  }

  func members(of id: Int) throws -> [EntityName] {
    try store.entity(id)?.cluster.members.map(\.name) ?? []
  }

  /// `E1 is Vladimir Putin: पुतिन, Putin`, for the entity of the first of `names`.
  func describe(_ names: [EntityName]) throws -> String {
    guard let first = names.first, let id = try store.entity(of: first),
      let entity = try store.entity(id)
    else { return "nothing changed" }
    let all = Set(entity.cluster.members.map(\.name.text)).sorted().joined(separator: ", ")
    return "E\(id) is \(entity.name): \(all)"
  }
}

extension EntityRow {
  init(_ total: EntityTotal, forms: [EntityForm]) {
    let names = forms.map {
      NameRow(text: $0.name.text, kind: $0.name.kind, language: $0.language, count: $0.mentions)
    }
    self.init(
      id: total.entity, name: total.name, kind: total.kind, names: names,
      documents: total.documents, mentions: total.mentions, first: total.first, last: total.last)
  }
}

extension [UInt64] {
  /// Whether `part` stands in it, as one piece.
  func holds(_ part: [UInt64]) -> Bool {
    guard part.count <= count else { return false }
    return (0...(count - part.count)).contains { Array(self[$0..<($0 + part.count)]) == part }
  }
}
