public import Analysis
public import Store

/// Who stands together with whom.
extension Session {
  /// The most mentioned entities of a scope and how often documents mention two of them.
  ///
  /// - Parameters:
  ///   - centre: leaves only this entity and its neighbours.
  ///   - top: how many entities at most.
  public func coMentions(_ scope: Scope, around centre: EntityRow?, top: Int, least: Int) throws
    -> Network
  {
    var scope = scope
    if let centre { scope.about = [centre.id] }
    let nodes = try nodes(scope, top: top)
    let pairs = try store.pairs(among: nodes.map(\.entity), in: scope)
    let edges = pairs.filter { isMeant($0.a, $0.b, scope) }.map {
      Network.Edge(from: "E\($0.a)", to: "E\($0.b)", label: "mentioned", weight: $0.documents)
    }
    return Network(
      nodes: nodes.map(Network.Node.init), edges: edges, isDirected: false, least: least)
  }

  /// Events of a scope as edges from actors to targets, by kind; actors of one event are joined in
  /// the order of their numbers.
  public func eventNetwork(_ scope: Scope, around centre: EntityRow?, top: Int, least: Int) throws
    -> Network
  {
    var scope = scope
    if let centre { scope.about = [centre.id] }
    let nodes = try nodes(scope, top: top)
    let known = Set(nodes.map(\.entity))
    var weights: [[String]: Int] = [:]
    for row in try events(scope) {
      for (from, to) in Self.pairs(row.participants) {
        guard known.contains(from), known.contains(to), isMeant(from, to, scope) else { continue }
        weights[["E\(from)", "E\(to)", row.event.kind], default: 0] += 1
      }
    }
    let edges = weights.map {
      Network.Edge(from: $0.key[0], to: $0.key[1], label: $0.key[2], weight: $0.value)
    }.sorted { ($1.weight, $0.from, $0.to, $0.label) < ($0.weight, $1.from, $1.to, $1.label) }
    return Network(
      nodes: nodes.map(Network.Node.init), edges: edges, isDirected: true, least: least)
  }

  private func nodes(_ scope: Scope, top: Int) throws -> [EntityTotal] {
    var all = scope
    all.about = []
    guard let centre = scope.about.first else {
      return Array(try store.totals(in: all).prefix(top))
    }
    let near = try store.companions(of: centre, limit: top).map(\.entity)
    all.about = Array(Set(scope.about + near)).sorted()
    return try store.totals(in: all)
  }

  private func isMeant(_ a: Int, _ b: Int, _ scope: Scope) -> Bool {
    scope.about.isEmpty || scope.about.contains(a) || scope.about.contains(b)
  }

  private static func pairs(_ participants: [ParticipantRow]) -> [(Int, Int)] {
    let actors = Array(Set(participants.filter { $0.role == .actor }.compactMap(\.entity))).sorted()
    let targets = Array(Set(participants.filter { $0.role == .target }.compactMap(\.entity)))
      .sorted()
    guard targets.isEmpty else {
      return actors.flatMap { actor in targets.filter { $0 != actor }.map { (actor, $0) } }
    }
    return actors.indices.flatMap { index in
      actors[(index + 1)...].map { (actors[index], $0) }
    }
  }
}

extension Network.Node {
  init(_ total: EntityTotal) {
    self.init(
      id: "E\(total.entity)", name: total.name, kind: total.kind, mentions: total.mentions)
  }
}
