import Facts
import Names
import Text

/// Joins names that sound alike, and suggests those that may be one.
extension NameLinker {
  /// Two names that are surely one, were they alone.
  private struct SurePair {
    let distance: Double
    let names: [Int]
    let reason: String
  }

  private enum Likeness {
    case sure(SurePair)
    case maybe(NameSuggestion)
  }

  /// Joins the closest first: a name that has found another in a script joins no further one there,
  /// unless the two are hardly apart.
  mutating func linkSounds(_ spread: any Spread) {
    var sure: [SurePair] = []
    for likeness in likenesses(spread) {
      switch likeness {
      case .sure(let pair): sure.append(pair)
      case .maybe(let suggestion): candidates.append(suggestion)
      }
    }
    sure.sort { ($0.distance, $0.names[0], $0.names[1]) < ($1.distance, $1.names[0], $1.names[1]) }
    for pair in sure where root(pair.names[0]) != root(pair.names[1]) {
      let (a, b) = (pair.names[0], pair.names[1])
      if isTaken(a, b) || isTaken(b, a) {
        suggest(b, a, pair.distance, pair.reason)
      } else {
        let together = partners[root(a), default: [a]] + partners[root(b), default: [b]]
        join(b, a, pair.reason)
        if root(a) == root(b) { partners[root(a)] = together }
      }
    }
  }

  /// Whether `a` sounds more like another name in the script of `b`.
  private func isTaken(_ a: Int, _ b: Int) -> Bool {
    guard let sound = nodes[b].sound else { return false }
    return partners[root(a), default: []].contains { other in
      guard let partner = nodes[other].sound, partner.script == sound.script else { return false }
      let isPerson = nodes[b].key.kind == .person
      let distance = isPerson ? partner.fit(with: sound)?.distance : partner.distance(to: sound)
      return (distance ?? 1) > limits.word
    }
  }

  /// What names of one block have to do with one another.
  private func likenesses(_ spread: any Spread) -> [Likeness] {
    let blocks = SoundBlocks(nodes, nodes.indices.filter(isLong), spread)
    return spread.flatMap(nodes.count) { indices in
      var found: [Likeness] = []
      // The last name that each was compared with: two names may be in several blocks together.
      var last = [Int32](repeating: -1, count: nodes.count)
      for a in indices {
        blocks.eachNeighbour(behind: a) { b in
          guard last[b] != Int32(a) else { return }
          last[b] = Int32(a)
          if let likeness = compare(a, b) { found.append(likeness) }
        }
      }
      return found
    }
  }

  private func isLong(_ index: Int) -> Bool {
    guard nodes[index].key.kind == .person else {
      return nodes[index].key.text.unicodeScalars.count >= 4 || nodes[index].sound?.script == .han
    }
    return words[index].count >= 2
  }

  private func compare(_ a: Int, _ b: Int) -> Likeness? {
    guard root(a) != root(b), let left = nodes[a].sound, let right = nodes[b].sound,
      !isKnownToDiffer(a, b)
    else { return nil }
    let isCross = left.script != right.script
    guard isCross || left.script != .han else { return nil }
    let isPerson = nodes[a].key.kind == .person
    let fit: NameFit
    if isPerson {
      guard let found = left.fit(with: right) else { return nil }
      fit = found
    } else {
      let distance = left.distance(to: right)
      fit = NameFit(distance: distance, worst: distance, omitted: 0)
    }
    guard fit.distance <= limits.suggested else { return nil }
    let how = fit.isListed ? "has listed forms of parts of" : "sounds like"
    let reason = "\(how) \(nodes[a].key.text), distance \(Self.hundredths(fit.distance))"
    let isSyllabic = left.script == .han || right.script == .han
    let isSure =
      isCross
      ? limits.isSure(fit, isPerson: isPerson, isSyllabic: isSyllabic)
      : fit.worst == 0 && fit.omitted == 0
    guard !isSure else {
      return .sure(SurePair(distance: fit.distance, names: [a, b], reason: reason))
    }
    return suggestion(b, a, fit.distance, reason).map { .maybe($0) }
  }

  private func suggestion(_ a: Int, _ b: Int, _ distance: Double, _ reason: String)
    -> NameSuggestion?
  {
    guard !isFenced(a, b) else { return nil }
    return NameSuggestion(
      names: [nodes[a].key, nodes[b].key], distance: distance, reason: reason)
  }

  private mutating func suggest(_ a: Int, _ b: Int, _ distance: Double, _ reason: String) {
    if let suggestion = suggestion(a, b, distance, reason) { candidates.append(suggestion) }
  }

  /// Suggests that a person's single word is the one fuller name that ends in it.
  mutating func linkSurnames() {
    var fuller: [UInt64: [Int]] = [:]
    for index in nodes.indices where nodes[index].key.kind == .person && words[index].count >= 2 {
      if let last = words[index].last { fuller[last, default: []].append(index) }
    }
    for index in nodes.indices where nodes[index].key.kind == .person && words[index].count == 1 {
      let bearers = fuller[words[index][0]] ?? []
      guard Set(bearers.map { root($0) }).count == 1, let first = bearers.first,
        root(first) != root(index), !isKnownToDiffer(index, first)
      else { continue }
      suggest(
        index, first, 0.05,
        "surname of \(nodes[first].key.text), which no other name here has")
    }
  }

  /// The suggestions that are still open: between two clusters, the best of each pair, at most
  /// three for one cluster.
  func suggestions(among clusters: [NameCluster]) -> [NameSuggestion] {
    var clusterOf: [NameKey: Int] = [:]
    for (index, cluster) in clusters.enumerated() {
      for member in cluster.members { clusterOf[member.key] = index }
    }
    var seen: Set<[Int]> = []
    var uses: [Int: Int] = [:]
    return candidates.sorted(by: Self.isCloser).filter { candidate in
      let pair = candidate.names.compactMap { clusterOf[$0] }.sorted()
      guard pair.count == 2, pair[0] != pair[1], pair.allSatisfy({ !clusters[$0].isDropped }),
        clusters[pair[0]].kind == clusters[pair[1]].kind,
        pair.allSatisfy({ uses[$0, default: 0] < 3 }), seen.insert(pair).inserted
      else { return false }
      for index in pair { uses[index, default: 0] += 1 }
      return true
    }
  }

  private static func isCloser(_ a: NameSuggestion, _ b: NameSuggestion) -> Bool {
    (a.distance, a.names[0], a.names[1]) < (b.distance, b.names[0], b.names[1])
  }

  /// A distance as `0.07`.
  static func hundredths(_ distance: Double) -> String {
    let value = Int((distance * 100).rounded())
    return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
  }
}
