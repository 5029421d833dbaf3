/// The patterns of all rules as one trie of elements, so that rules with the same beginning are
/// tried together; patterns are of bounded length, so a text takes time linear in its length.
struct TimePatternTrie: Sendable {
  /// A rule whose pattern ends at a node, and the neighbours it forbids.
  struct Ending: Sendable {
    var rule: Int
    var notBefore: Int?
    var notAfter: Int?
  }

  struct Node: Sendable {
    var edges: [(element: TimeElement, child: Int)] = []
    var endings: [Ending] = []
  }

  private(set) var nodes = [Node()]
  /// Edges of the root by symbol: most tokens begin nothing.
  private(set) var first: [[(element: TimeElement, child: Int)]] = []

  mutating func insert(_ sequence: [TimeElement], rule: Int) {
    var node = 0
    var ending = Ending(rule: rule)
    for (index, element) in sequence.enumerated() {
      if element.isNegative {
        if index == 0 {
          ending.notBefore = element.symbol
        } else {
          ending.notAfter = element.symbol
        }
      } else {
        node = child(of: node, element)
      }
    }
    nodes[node].endings.append(ending)
  }

  private struct Step: Hashable {
    var node: Int
    var element: TimeElement
  }

  /// Child by node and element, while patterns are put in.
  private var children: [Step: Int] = [:]

  private mutating func child(of node: Int, _ element: TimeElement) -> Int {
    let step = Step(node: node, element: element)
    if let child = children[step] { return child }
    nodes.append(Node())
    nodes[node].edges.append((element, nodes.count - 1))
    children[step] = nodes.count - 1
    return nodes.count - 1
  }

  /// To be called when all patterns are in.
  mutating func seal(symbols: Int) {
    children = [:]
    first = Array(repeating: [], count: symbols)
    for edge in nodes[0].edges { first[edge.element.symbol].append(edge) }
  }
}
