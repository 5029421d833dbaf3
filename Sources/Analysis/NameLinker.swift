import Facts
import Text

/// Joins names by rule; every join keeps its reason.
struct NameLinker {
  private let nodes: [NameNode]
  private let words: [[UInt64]]
  private var parent: [Int]
  private var identities: [String?]
  private var reasons: [String]

  init(_ nodes: [NameNode]) {
    self.nodes = nodes
    words = nodes.map { Folding.keys($0.key.text) }
    parent = Array(nodes.indices)
    identities = nodes.map(\.identity)
    reasons = nodes.map { "named so in " + $0.languages.joined(separator: ", ") }
  }

  /// Indices of the names of each group with their reasons.
  var groups: [[(index: Int, reason: String)]] {
    var byRoot: [Int: [(Int, String)]] = [:]
    for index in nodes.indices { byRoot[root(index), default: []].append((index, reasons[index])) }
    return byRoot.keys.sorted().compactMap { byRoot[$0] }
  }

  mutating func linkIdentities() {
    link(nodes.indices.filter { nodes[$0].identity != nil }, by: { "\($0.identity ?? "")" }) {
      node in
      "known as \(node.identity ?? "") in the lexicon"
    }
  }

  mutating func linkSpellings() {
    link(Array(nodes.indices), by: { Folding.fold($0.key.text) + "\t" + $0.key.kind.rawValue }) {
      _ in
      "the same but for spelling"
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

  /// Joins names of several words that sound alike in different scripts or spellings.
  mutating func linkSounds() {
    var blocks: [String: [(index: Int, sound: String)]] = [:]
    for index in nodes.indices where isLong(index) {
      guard let sound = Phonetic.normal(nodes[index].key.text),
        let skeleton = Phonetic.skeleton(nodes[index].key.text)
      else { continue }
      blocks[nodes[index].key.kind.rawValue + skeleton, default: []].append((index, sound))
    }
    for key in blocks.keys.sorted() { linkBlock(blocks[key] ?? []) }
  }

  /// Compares neighbours in order of sound, so that a large block stays cheap.
  private mutating func linkBlock(_ block: [(index: Int, sound: String)]) {
    let sorted = block.sorted { ($0.sound, $0.index) < ($1.sound, $1.index) }
    for (position, name) in sorted.enumerated() {
      for other in sorted[(position + 1)...].prefix(8) {
        let distance = Phonetic.distance(name.sound, other.sound)
        guard distance <= Resolution.closeEnough else { continue }
        let hundredths = Int((distance * 100).rounded())
        join(
          other.index, name.index,
          "sounds like \(nodes[name.index].key.text), distance 0.\(hundredths < 10 ? "0" : "")\(hundredths)"
        )
      }
    }
  }

  private func isLong(_ index: Int) -> Bool {
    nodes[index].key.kind == .person
      ? words[index].count >= 2 : nodes[index].key.text.unicodeScalars.count >= 5
  }

  /// Joins a person's single word with the one fuller name that ends in it.
  mutating func linkSurnames() {
    var fuller: [UInt64: [Int]] = [:]
    for index in nodes.indices where nodes[index].key.kind == .person && words[index].count >= 2 {
      if let last = words[index].last { fuller[last, default: []].append(index) }
    }
    for index in nodes.indices where nodes[index].key.kind == .person && words[index].count == 1 {
      let candidates = fuller[words[index][0]] ?? []
      let roots = Set(candidates.map { root($0) })
      guard roots.count == 1, let first = candidates.first else { continue }
      join(index, first, "surname of \(nodes[first].key.text), which no other name here has")
    }
  }

  private func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index { index = parent[index] }
    return index
  }

  /// Joins two groups unless they are known to be different.
  private mutating func join(_ a: Int, _ b: Int, _ reason: String) {
    let (rootA, rootB) = (root(a), root(b))
    guard rootA != rootB else { return }
    if let left = identities[rootA], let right = identities[rootB], left != right { return }
    let (low, high) = (min(rootA, rootB), max(rootA, rootB))
    parent[high] = low
    identities[low] = identities[low] ?? identities[high]
    reasons[a] = reason
    compress(a, low)
    compress(b, low)
  }

  private mutating func compress(_ index: Int, _ root: Int) {
    var index = index
    while parent[index] != root, index != root {
      (parent[index], index) = (root, parent[index])
    }
  }
}
