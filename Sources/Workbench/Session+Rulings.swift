public import Store

/// What the rules leave to the analyst, and the rulings on it.
extension Session {
  /// Two entities that may be one.
  public struct SuggestionRow: Sendable {
    public let left: EntityRow
    public let right: EntityRow
    /// 0 to 1.
    public let distance: Double
    public let reason: String
  }

  /// A decision that something speaks against.
  public struct ConflictRow: Sendable {
    public let decision: String
    public let entities: [Handle]
    public let evidence: String
  }

  /// Pairs that are close but not sure to be one, the closest first; those with an entity of the
  /// scope.
  public func suggestions(_ scope: Scope = Scope()) throws -> [SuggestionRow] {
    let found = try store.suggestions()
    var both = scope
    both.about = []
    let meant = scope == Scope() ? nil : Set(try store.totals(in: scope).map(\.entity))
    let kept = found.filter {
      meant == nil || meant?.contains($0.entity) == true || meant?.contains($0.other) == true
    }
    var about = Scope()
    about.about = Array(Set(kept.flatMap { [$0.entity, $0.other] })).sorted()
    guard !about.about.isEmpty else { return [] }
    let rows = Dictionary(try store.totals(in: about).map { ($0.entity, $0) }) { first, _ in first }
    return kept.compactMap { item in
      guard let left = rows[item.entity], let right = rows[item.other] else { return nil }
      let distance = (item.suggestion.distance * 100).rounded() / 100
      return SuggestionRow(
        left: EntityRow(left, forms: []), right: EntityRow(right, forms: []), distance: distance,
        reason: "\(item.suggestion.name.text): \(item.suggestion.reason)")
    }
  }

  /// Decisions that lexicons or later documents speak against, in the order they were made.
  public func conflicts() throws -> [ConflictRow] {
    let decisions = try store.numberedDecisions()
    return try store.conflicts().compactMap { conflict in
      guard let decision = decisions.first(where: { $0.id == conflict.decision })?.decision
      else { return nil }
      let names = decision.names + decision.others
      let entities = Set(try names.compactMap { try store.entity(of: $0) }).sorted()
      return ConflictRow(
        decision: decision.sentence, entities: entities.map { Handle(.entity, $0) },
        evidence: conflict.evidence)
    }
  }

  /// Makes one of two entities that are suggested to be one.
  ///
  /// - Throws: `Problem` if they are not suggested.
  public func accept(_ entity: String, _ other: String) throws -> String {
    let rows = [try self.entity(entity), try self.entity(other)]
    let open = try store.suggestions().first {
      Set([$0.entity, $0.other]) == Set(rows.map(\.id))
    }
    guard let open else {
      throw Problem(
        "\(rows[0].name) and \(rows[1].name) are not suggested to be one", at: other,
        hint: "merge makes any two one")
    }
    return try merge(entity, with: [other], reason: open.suggestion.reason)
  }

  /// Rules that two entities are not the same.
  public func reject(_ entity: String, _ other: String, reason: String?) throws -> String {
    let (left, right) = (try self.entity(entity), try self.entity(other))
    guard left.id != right.id else {
      throw Problem(
        "\(other) is \(left.name), the same entity", at: other,
        hint: "split takes a name out of an entity")
    }
    try store.decide(
      Decision(.differ, try members(of: left.id), others: try members(of: right.id), reason: reason)
    )
    try resolve(afterReading: false)
    return "\(left.name) (\(left.handle)) and \(right.name) (\(right.handle)) are not the same"
  }

  /// Rules that an entity is of another kind.
  public func retype(_ entity: String, to kind: EntityKind) throws -> String {
    let row = try self.entity(entity)
    _ = try rename(entity, to: nil, kind: kind)
    return
      "\(row.name) (\(row.handle)) is a\(kind == .organization ? "n" : "") \(kind.rawValue) now"
  }
}

extension Decision {
  /// What was decided, in words.
  var sentence: String {
    let left = Set(names.map(\.text)).sorted().joined(separator: ", ")
    let right = Set(others.map(\.text)).sorted().joined(separator: ", ")
    let what: String =
      switch kind {
      case .merge: "\(left) are one"
      case .split: "\(left) stands apart"
      case .rename: "\(left) is shown as \(value ?? "")"
      case .retype: "\(left) is of the kind \(value ?? "")"
      case .drop: "\(left) is left out"
      case .differ: "\(left) is not \(right)"
      case .alias: "\(left) is another name of \(value ?? "")"
      }
    return reason.map { "\(what) (\($0))" } ?? what
  }
}
