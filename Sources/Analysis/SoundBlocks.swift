import Facts
import Names

/// Names of a kind that share a skeleton, or all but one letter of it, or a listed part: only such
/// names are compared.
struct SoundBlocks {
  /// Names that are compared within one block.
  private static let largest = 400

  /// Ascending.
  private var blocks: [[Int32]] = []
  /// Blocks of each name, and its place in them.
  private var places: [[(block: Int32, position: Int32)]]

  /// - Parameter indices: of the nodes that are compared at all, ascending.
  init(_ nodes: [NameNode], _ indices: [Int], _ spread: any Spread) {
    places = Array(repeating: [], count: nodes.count)
    let keys = spread.flatMap(indices.count) { range in
      range.map { Self.keys(of: nodes[indices[$0]]) }
    }
    var numbers: [UInt64: Int32] = [:]
    for (index, keys) in zip(indices, keys) {
      for key in keys {
        let block = numbers[key] ?? Int32(blocks.count)
        if block == blocks.count {
          numbers[key] = block
          blocks.append([])
        }
        let position = blocks[Int(block)].count
        guard position < Self.largest else { continue }
        blocks[Int(block)].append(Int32(index))
        places[index].append((block, Int32(position)))
      }
    }
  }

  /// What the names of a block have in common, as hashes.
  private static func keys(of node: NameNode) -> Set<UInt64> {
    guard let sound = node.sound else { return [] }
    let shared = Skeleton.all(sound).flatMap(Skeleton.neighbours) + Skeleton.listed(sound)
    return Set(shared.map { hash(node.key.kind.rawValue.utf8, $0.utf8) })
  }

  /// FNV-1a (Fowler, Noll, Vo).
  private static func hash(_ kind: String.UTF8View, _ key: String.UTF8View) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in kind { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  /// The names behind one in its blocks; one may come several times.
  func eachNeighbour(behind index: Int, _ body: (Int) -> Void) {
    for (block, position) in places[index] {
      for other in blocks[Int(block)][(Int(position) + 1)...] { body(Int(other)) }
    }
  }
}
