/// Which names the analyst ruled to differ, as fences between groups of names.
///
/// A fence falls when a later ruling merges names from both of its sides.
struct Fences {
  /// By index of the name: twice the ruling's place, plus one for its second side.
  private(set) var sides: [Int: Set<Int>] = [:]
  /// Names of each fence, by its ruling.
  private(set) var names: [Int: [NameKey]] = [:]

  init(_ nodes: [NameNode], _ rulings: [Ruling]) {
    let indexOf = Dictionary(
      nodes.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for (place, ruling) in rulings.enumerated() {
      guard case .differ(let left, let right) = ruling,
        !rulings[(place + 1)...].contains(where: { Self.merges($0, left, right) })
      else { continue }
      for key in left { indexOf[key].map { _ = sides[$0, default: []].insert(2 * place) } }
      for key in right { indexOf[key].map { _ = sides[$0, default: []].insert(2 * place + 1) } }
      names[place] = left + right
    }
  }

  private static func merges(_ ruling: Ruling, _ left: [NameKey], _ right: [NameKey]) -> Bool {
    guard case .merge(let keys) = ruling else { return false }
    let merged = Set(keys)
    return !merged.isDisjoint(with: left) && !merged.isDisjoint(with: right)
  }

  /// The ruling that keeps two groups with these sides apart.
  static func between(_ a: Set<Int>, _ b: Set<Int>) -> Int? {
    a.filter { b.contains($0 ^ 1) }.map { $0 / 2 }.min()
  }
}
