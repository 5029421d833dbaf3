/// The lines of a page: what stands between two borders of blocks.
struct HTMLBlock {
  enum Kind { case paragraph, heading, item, other }

  var text = ""
  var kind: Kind
  /// Characters, and how many of them belong to links.
  var length = 0
  var linkLength = 0
  /// The first text of it in the tree.
  var node: Int
  /// Whether it stands in an `h1`.
  var isTitle = false

  /// Whether it is nothing but links, as lists of further articles are.
  var isLinks: Bool {
    guard linkLength > 0 else { return false }
    return kind == .item
      ? linkLength * 10 > length * 6 && length < 400
      : linkLength * 10 > length * 8 && length < 300
  }

  /// Characters that speak for an article here: long lines of text that is not linked.
  var weight: Int {
    guard kind == .paragraph || length > 80, linkLength * 2 < length else { return 0 }
    return length
  }
}

/// Cuts a tree into blocks, in order, without the elements that are left out.
struct HTMLBlockFinder {
  private let tree: HTMLTree
  private var blocks: [HTMLBlock] = []
  /// Open blocks with their ends, the innermost last.
  private var open: [(end: Int, kind: HTMLBlock.Kind, isTitle: Bool)] = []
  private var block: HTMLBlock?
  private var pending = ""
  private var pendingLinks = 0

  static func blocks(of tree: HTMLTree, leavingOut isOut: [Bool]) -> [HTMLBlock] {
    var finder = HTMLBlockFinder(tree: tree)
    finder.walk(isOut)
    return finder.blocks
  }

  private init(tree: HTMLTree) { self.tree = tree }

  private mutating func walk(_ isOut: [Bool]) {
    var index = 0
    var linkEnd = 0
    while index < tree.nodes.count {
      while let last = open.last, last.end <= index {
        flush()
        open.removeLast()
      }
      let node = tree.nodes[index]
      guard !isOut[index] else {
        if node.element.contains(.block) { flush() }
        index = node.end
        continue
      }
      if node.isText {
        take(node.text, at: index, isLinked: index < linkEnd)
      } else if node.element.contains(.block) {
        flush()
        open.append((node.end, kind(of: node), node.name == "h1" || open.last?.isTitle ?? false))
      } else if node.element.contains(.link) {
        linkEnd = max(linkEnd, node.end)
      }
      index += 1
    }
    flush()
  }

  private func kind(of node: HTMLTree.Node) -> HTMLBlock.Kind {
    if node.element.contains(.paragraph) { return .paragraph }
    if node.element.contains(.heading) { return .heading }
    if node.element.contains(.item) { return .item }
    let outer = open.last?.kind
    return ["div", "section"].contains(node.name) && (outer == .item || outer == .paragraph)
      ? outer ?? .other : .other
  }

  private mutating func take(_ text: String, at index: Int, isLinked: Bool) {
    if block == nil {
      block = HTMLBlock(
        kind: open.last?.kind ?? .other, node: index, isTitle: open.last?.isTitle ?? false)
    }
    pending += text
    if isLinked { pendingLinks += Self.squeezed(text).unicodeScalars.count }
  }

  /// Ends the block that is being read.
  private mutating func flush() {
    guard var block else { return }
    block.text = Self.squeezed(pending)
    block.length = block.text.unicodeScalars.count
    block.linkLength = pendingLinks
    if block.length > 0 { blocks.append(block) }
    self.block = nil
    pending = ""
    pendingLinks = 0
  }

  /// Runs of blanks as one blank, runs with a forced line break as a line break.
  static func squeezed(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var gap: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      guard scalar.properties.isWhitespace else {
        if let gap, !out.isEmpty { out.append(gap) }
        gap = nil
        out.append(scalar)
        continue
      }
      if scalar == lineBreak { gap = "\n" } else if gap == nil { gap = " " }
    }
    return String(out)
  }

  /// Stands for `br` in texts, as a line feed in a page's source is only a blank.
  static let lineBreak: Unicode.Scalar = "\u{2028}"
}
