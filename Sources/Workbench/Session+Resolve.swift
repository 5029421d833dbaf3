import Analysis
import Store

/// Which names are one entity: found anew whenever documents or decisions change.
extension Session {
  /// Resolves all names of the session and stores the entities; they keep their handles.
  func resolve() throws {
    let nodes = try store.names().map { use in
      NameNode(
        key: NameKey(use.name), identity: use.identity, languages: use.languages,
        mentions: use.mentions)
    }
    let rulings = try store.decisions().flatMap(Ruling.rulings)
    let firstUse = try firstUses()
    let clusters = Resolution(nodes, rulings: rulings).clusters.map(Cluster.init).sorted {
      (firstUse($0), $0.name) < (firstUse($1), $1.name)
    }
    try store.replaceEntities(clusters)
  }

  /// Where a cluster is first named, so that new entities are numbered in reading order.
  private func firstUses() throws -> (Cluster) -> [Int] {
    var order: [EntityName: [Int]] = [:]
    for use in try store.names() {
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
    case .rename:
      guard let name = decision.value else { return nil }
      self = .rename(keys, name)
    case .retype:
      guard let kind = decision.value.flatMap(EntityKind.init) else { return nil }
      self = .retype(keys, kind)
    }
  }
}
