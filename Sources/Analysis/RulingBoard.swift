import Facts
import Text

/// Carries out the analyst's rulings on groups of names.
struct RulingBoard {
  private let nodes: [NameNode]
  private let indexOf: [NameKey: Int]
  private var groups: [[(index: Int, reason: String)]]

  init(_ nodes: [NameNode], groups: [[(index: Int, reason: String)]]) {
    self.nodes = nodes
    self.groups = groups
    indexOf = Dictionary(
      nodes.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  func carryingOut(_ rulings: [Ruling]) -> [NameCluster] {
    var board = self
    for ruling in rulings { board.regroup(ruling) }
    var clusters = board.groups.filter { !$0.isEmpty }.map { cluster(of: $0) }
    for ruling in rulings { label(&clusters, ruling) }
    return clusters.sorted { ($0.members[0].key) < ($1.members[0].key) }
  }

  private mutating func regroup(_ ruling: Ruling) {
    switch ruling {
    case .merge(let keys):
      let indices = keys.compactMap { indexOf[$0] }
      let touched = groups.indices.filter { holds(groups[$0], indices) }
      guard let first = touched.first else { return }
      for other in touched.dropFirst() {
        groups[first] += groups[other].map { ($0.index, "merged by the analyst; " + $0.reason) }
        groups[other] = []
      }
    case .split(let keys):
      let indices = Set(keys.compactMap { indexOf[$0] })
      guard !indices.isEmpty else { return }
      for group in groups.indices { groups[group].removeAll { indices.contains($0.index) } }
      groups.append(indices.sorted().map { ($0, "split by the analyst") })
    case .differ, .rename, .retype, .drop: return
    }
  }

  /// Merges that join names which lexicons know as different.
  func conflicts(_ rulings: [Ruling]) -> [RulingConflict] {
    rulings.enumerated().compactMap { place, ruling in
      guard case .merge(let keys) = ruling else { return nil }
      var named: [String: NameKey] = [:]
      for index in keys.compactMap({ indexOf[$0] }) {
        if let identity = nodes[index].identity {
          named[identity] = named[identity] ?? nodes[index].key
        }
      }
      guard named.count > 1 else { return nil }
      let known = named.keys.sorted().map { "\(named[$0]?.text ?? "") as \($0)" }
      return RulingConflict(
        ruling: place, names: keys, evidence: "the lexicon knows " + known.joined(separator: ", "))
    }
  }

  private func holds(_ group: [(index: Int, reason: String)], _ indices: [Int]) -> Bool {
    group.contains { indices.contains($0.index) }
  }

  private func label(_ clusters: inout [NameCluster], _ ruling: Ruling) {
    for index in clusters.indices {
      switch ruling {
      case .rename(let keys, let name) where has(clusters[index], keys): clusters[index].name = name
      case .retype(let keys, let kind) where has(clusters[index], keys): clusters[index].kind = kind
      case .drop(let keys) where has(clusters[index], keys): clusters[index].isDropped = true
      default: continue
      }
    }
  }

  /// A ruling on an entity holds for the cluster that has its first known name.
  private func has(_ cluster: NameCluster, _ keys: [NameKey]) -> Bool {
    guard let key = keys.first(where: { indexOf[$0] != nil }) else { return false }
    return cluster.members.contains { $0.key == key }
  }

  private func cluster(of group: [(index: Int, reason: String)]) -> NameCluster {
    let members = group.map { NameCluster.Member(key: nodes[$0.index].key, reason: $0.reason) }
      .sorted { $0.key < $1.key }
    let best = group.map { nodes[$0.index] }.min { isBetter($0, $1) }
    return NameCluster(
      name: best?.key.text ?? "", kind: best?.key.kind ?? .person, members: members)
  }

  /// The name to show: Latin before other scripts, several words of a person before one, then the
  /// most used.
  private func isBetter(_ a: NameNode, _ b: NameNode) -> Bool {
    rank(a) < rank(b) || (rank(a) == rank(b) && a.key < b.key)
  }

  private func rank(_ node: NameNode) -> (Int, Int, Int) {
    let isLatin = node.key.text.unicodeScalars.allSatisfy {
      $0.value < 0x250 || (0x1E00...0x1EFF).contains($0.value)
    }
    let isEnglish = node.languages.contains("en")
    let isShort = node.key.kind == .person && !node.key.text.contains(" ") && isLatin
    return (isLatin ? (isEnglish ? 0 : 1) : 2, isShort ? 1 : 0, -node.mentions)
  }
}
