import Facts
import Names
import Text

/// Joins names by rule; every join keeps its reason.
struct NameLinker {
  let nodes: [NameNode]
  let words: [[UInt64]]
  private var parent: [Int]
  private var identities: [String?]
  private var places: [String?]
  private var sides: [Set<Int>]
  private var reasons: [String]
  private let fences: Fences
  let limits: LinkLimits
  private(set) var conflicts: [RulingConflict] = []
  /// Names that were joined by sound, by their group's root.
  var partners: [Int: [Int]] = [:]
  /// Pairs that are close, but not sure to be one.
  var candidates: [NameSuggestion] = []

  init(_ nodes: [NameNode], _ fences: Fences, _ limits: LinkLimits) {
    self.limits = limits
    self.nodes = nodes
    self.fences = fences
    words = nodes.map { Folding.keys($0.key.text) }
    parent = Array(nodes.indices)
    identities = nodes.map(\.identity)
    places = nodes.map(\.known)
    sides = nodes.indices.map { fences.sides[$0] ?? [] }
    reasons = nodes.map { "named so in " + $0.languages.joined(separator: ", ") }
  }

  /// Indices of the names of each group with their reasons.
  var groups: [[(index: Int, reason: String)]] {
    var byRoot: [Int: [(Int, String)]] = [:]
    for index in nodes.indices { byRoot[root(index), default: []].append((index, reasons[index])) }
    return byRoot.keys.sorted().compactMap { byRoot[$0] }
  }

  mutating func linkIdentities() {
    let named = nodes.indices.filter { nodes[$0].identity != nil }
    link(named, by: { $0.identity ?? "" }) { "known as \($0.identity ?? "") in the lexicon" }
    let placed = nodes.indices.filter { nodes[$0].known != nil }
    link(placed, by: { ($0.known ?? "") + "\t" + $0.key.kind.rawValue }) {
      "known as \($0.known ?? "") in the table of places"
    }
  }

  mutating func linkSpellings() {
    link(Array(nodes.indices), by: { Folding.fold($0.key.text) + "\t" + $0.key.kind.rawValue }) {
      _ in "the same but for spelling"
    }
  }

  /// Joins the cases of a name; a person's must have two words, as a surname alone tells little.
  mutating func linkStems() {
    let long = nodes.indices.filter {
      nodes[$0].stem != nil && (nodes[$0].key.kind != .person || words[$0].count >= 2)
    }
    let key = { (node: NameNode) in (node.stem ?? "") + "\t" + node.key.kind.rawValue }
    var first: [String: Int] = [:]
    for index in long {
      guard let other = first[key(nodes[index])] else {
        first[key(nodes[index])] = index
        continue
      }
      join(index, other, "another case of \(nodes[other].key.text)")
    }
  }

  private mutating func link(
    _ indices: [Int], by key: (NameNode) -> String, because reason: (NameNode) -> String
  ) {
    var first: [String: Int] = [:]
    for index in indices {
      let key = key(nodes[index])
      if let other = first[key] {
        join(index, other, reason(nodes[index]))
      } else {
        first[key] = index
      }
    }
  }

  func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index { index = parent[index] }
    return index
  }

  /// Whether both groups have an identity, and not the same.
  func isKnownToDiffer(_ a: Int, _ b: Int) -> Bool {
    let (rootA, rootB) = (root(a), root(b))
    if let left = identities[rootA], let right = identities[rootB], left != right { return true }
    if let left = places[rootA], let right = places[rootB] { return left != right }
    return false
  }

  func isFenced(_ a: Int, _ b: Int) -> Bool {
    Fences.between(sides[root(a)], sides[root(b)]) != nil
  }

  /// Joins two groups unless they are known, or were ruled, to be different.
  mutating func join(_ a: Int, _ b: Int, _ reason: String) {
    let (rootA, rootB) = (root(a), root(b))
    guard rootA != rootB else { return }
    if let left = identities[rootA], let right = identities[rootB], left != right { return }
    if let ruling = Fences.between(sides[rootA], sides[rootB]) {
      note(conflictWith: ruling, a, b, reason)
      return
    }
    let (low, high) = (min(rootA, rootB), max(rootA, rootB))
    parent[high] = low
    identities[low] = identities[low] ?? identities[high]
    places[low] = places[low] ?? places[high]
    sides[low].formUnion(sides[high])
    reasons[a] = reason
    compress(a, low)
    compress(b, low)
  }

  private mutating func note(conflictWith ruling: Int, _ a: Int, _ b: Int, _ reason: String) {
    let evidence = "\(nodes[a].key.text) and \(nodes[b].key.text) would be one: \(reason)"
    guard !conflicts.contains(where: { $0.ruling == ruling && $0.evidence == evidence }) else {
      return
    }
    conflicts.append(
      RulingConflict(ruling: ruling, names: fences.names[ruling] ?? [], evidence: evidence))
  }

  private mutating func compress(_ index: Int, _ root: Int) {
    var index = index
    while parent[index] != root, index != root {
      (parent[index], index) = (root, parent[index])
    }
  }
}
