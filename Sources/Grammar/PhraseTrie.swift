public import Text

/// Phrases as sequences of token keys, and what each stands for.
///
/// A look-up costs one hash probe a token, so a scan over a text is linear in its tokens.
public struct PhraseTrie<Value: Sendable>: Sendable {
  @usableFromInline var edges = EdgeTable()
  /// Values of the phrases that end at a node; node 0 is the root.
  @usableFromInline var values: [[Value]] = [[]]

  public init() {}

  /// Adds a phrase; a phrase may stand for several things, kept in the order they were added.
  public mutating func insert(_ keys: [UInt64], _ value: Value) {
    guard !keys.isEmpty else { return }
    var node: Int32 = 0
    for key in keys {
      if let next = edges.child(of: node, key) {
        node = next
      } else {
        let next = Int32(values.count)
        values.append([])
        edges.insert(node, key, next)
        node = next
      }
    }
    values[Int(node)].append(value)
    edges.markEnd(node)
  }

  /// The longest phrase that begins at token `index`, as the index after it and its values.
  ///
  /// Inlined into its callers, as most tokens begin no phrase and a generic result costs more than
  /// the look-up.
  @inlinable
  public func longest(_ tokens: [Token], from index: Int) -> (end: Int, values: [Value])? {
    guard let hit = edges.longest(tokens, from: index) else { return nil }
    return (end: hit.end, values: values[Int(hit.node)])
  }

  /// Every phrase that begins at token `index`, shortest first.
  public func each(
    _ tokens: [Token], from index: Int, _ body: (_ end: Int, _ values: [Value]) -> Void
  ) {
    edges.walk(tokens, from: index) { end, node in body(end, values[Int(node)]) }
  }

  /// Whether some phrase begins with a token of that key.
  public func begins(with key: UInt64) -> Bool {
    edges.mayBegin(with: key) && edges.child(of: 0, key) != nil
  }
}

/// An open-addressed hash table from a node and a key to a child node.
@usableFromInline
struct EdgeTable: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    /// Zero marks an empty slot: the root is nobody's child.
    var child: Int32 = 0
    var parent: Int32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 16)
  /// A bit for every key of the root, and for some that are none of it: most tokens begin no
  /// phrase, and this is small enough for the cache.
  private var firsts = [UInt64](repeating: 0, count: 2)
  private var count = 0
  /// Whether a phrase ends at a node.
  private var isEnd: [Bool] = [false]

  mutating func markEnd(_ node: Int32) { isEnd[Int(node)] = true }

  /// Where the longest phrase that begins at a token ends, and its node.
  @usableFromInline
  func longest(_ tokens: [Token], from index: Int) -> (end: Int, node: Int32)? {
    guard index < tokens.count, mayBegin(with: tokens[index].key) else { return nil }
    var best: (end: Int, node: Int32)?
    walk(tokens, from: index) { end, node in best = (end, node) }
    return best
  }

  func walk(_ tokens: [Token], from index: Int, _ visit: (_ end: Int, _ node: Int32) -> Void) {
    var node: Int32 = 0
    var end = index
    while end < tokens.count, let next = child(of: node, tokens[end].key) {
      node = next
      end += 1
      if isEnd[Int(node)] { visit(end, node) }
    }
  }

  func child(of parent: Int32, _ key: UInt64) -> Int32? {
    var index = Self.hash(parent, key) & (slots.count - 1)
    while slots[index].child != 0 {
      if slots[index].key == key, slots[index].parent == parent { return slots[index].child }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The pair must be new, and `child` greater than 0.
  mutating func insert(_ parent: Int32, _ key: UInt64, _ child: Int32) {
    if count * 2 >= slots.count { grow() }
    place(Slot(key: key, child: child, parent: parent))
    count += 1
    isEnd.append(false)
  }

  /// False for most keys that begin no phrase.
  func mayBegin(with key: UInt64) -> Bool {
    let bit = bit(of: key)
    return firsts[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  private func bit(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 28) & (firsts.count * 64 - 1)
  }

  private mutating func place(_ slot: Slot) {
    if slot.parent == 0 {
      let bit = bit(of: slot.key)
      firsts[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    var index = Self.hash(slot.parent, slot.key) & (slots.count - 1)
    while slots[index].child != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    firsts = [UInt64](repeating: 0, count: slots.count / 8)
    for slot in old where slot.child != 0 { place(slot) }
  }

  /// Fibonacci hashing of the key mixed with the node.
  private static func hash(_ parent: Int32, _ key: UInt64) -> Int {
    let mixed =
      (key ^ (UInt64(UInt32(bitPattern: parent)) &* 0xBF58_476D_1CE4_E5B9))
      &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}
