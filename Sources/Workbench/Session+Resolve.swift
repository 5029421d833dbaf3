import Analysis
import Store

/// Which names are one entity: found anew whenever documents or decisions change.
extension Session {
  /// Resolves all names of the session and stores the entities; they keep their handles.
  ///
  /// - Parameter isNew: whether documents came or went, rather than decisions.
  func resolve(afterReading isNew: Bool = true) throws {
    let uses = try store.names()
    let decisions = try store.numberedDecisions()
    let rulings = decisions.flatMap { id, decision in
      Ruling.rulings(decision).map { (decision: id, ruling: $0) }
    }
    let resolution = Resolution(
      try NameNodes(uses, decisions.map(\.decision), readers).nodes,
      rulings: rulings.map(\.ruling), spread: AllCores())
    let firstUse = Self.firstUses(uses)
    let clusters = resolution.clusters.map(Cluster.init).sorted {
      (firstUse($0), $0.name) < (firstUse($1), $1.name)
    }
    let changed = try store.updateEntities(clusters).changed
    try store.countUses(of: isNew ? nil : changed)
    let idle = Self.idle(decisions, among: uses)
    try store.replaceSuggestions(
      resolution.suggestions.map(Suggestion.init),
      conflicts: (resolution.conflicts.map {
        Conflict(decision: rulings[$0.ruling].decision, evidence: $0.evidence)
      } + idle).sorted { ($0.decision, $0.evidence) < ($1.decision, $1.evidence) })
  }

  /// Decisions on names that no document has any more.
  private static func idle(_ decisions: [(id: Int, decision: Decision)], among uses: [NameUse])
    -> [Conflict]
  {
    let present = Set(uses.map(\.name))
    return decisions.compactMap { id, decision in
      guard decision.kind != .alias, !decision.names.contains(where: present.contains),
        !decision.others.contains(where: present.contains)
      else { return nil }
      let names = Set(decision.names.map(\.text)).sorted().joined(separator: ", ")
      return Conflict(decision: id, evidence: "no document names \(names) any more")
    }
  }

  /// Where a cluster is first named, so that new entities are numbered in reading order.
  private static func firstUses(_ uses: [NameUse]) -> (Cluster) -> [Int] {
    var order: [EntityName: [Int]] = [:]
    for use in uses {
      order[use.name] = [use.documents.first ?? .max, use.firstOffset]
    }
    return { cluster in
      let uses = cluster.members.compactMap { order[$0.name] }
      return uses.min { $0.lexicographicallyPrecedes($1) } ?? []
    }
  }
}

private func < (a: ([Int], String), b: ([Int], String)) -> Bool {
  a.0 == b.0 ? a.1 < b.1 : a.0.lexicographicallyPrecedes(b.0)
}

extension NameKey {
  init(_ name: EntityName) { self.init(name.text, name.kind) }
}

extension Cluster {
  init(_ cluster: NameCluster) {
    let members = cluster.members.map {
      Member(EntityName($0.key.text, $0.key.kind), reason: $0.reason)
    }
    self.init(
      name: cluster.name, kind: cluster.kind, members: members, isDropped: cluster.isDropped)
  }
}

extension Suggestion {
  init(_ suggestion: NameSuggestion) {
    let names = suggestion.names.map { EntityName($0.text, $0.kind) }
    self.init(
      names[0], names[1], distance: suggestion.distance, reason: suggestion.reason)
  }
}

extension Ruling {
  /// What a decision rules: a merge also says by which name the whole is shown.
  static func rulings(_ decision: Decision) -> [Ruling] {
    let rulings = [Ruling(decision)].compactMap { $0 }
    guard decision.kind == .merge, let name = decision.value else { return rulings }
    let shown = decision.names.filter { $0.text == name }
    return rulings + [.rename((shown.isEmpty ? decision.names : shown).map(NameKey.init), name)]
  }

  /// The ruling that a decision is; nil for one without the value that it needs.
  init?(_ decision: Decision) {
    let keys = decision.names.map(NameKey.init)
    switch decision.kind {
    case .merge: self = .merge(keys)
    case .split: self = .split(keys)
    case .drop: self = .drop(keys)
    case .differ: self = .differ(keys, decision.others.map(NameKey.init))
    case .alias: return nil
    case .rename:
      guard let name = decision.value else { return nil }
      self = .rename(keys, name)
    case .retype:
      guard let kind = decision.value.flatMap(EntityKind.init) else { return nil }
      self = .retype(keys, kind)
    }
  }
}
