/// Finds the article on a page.
///
/// Furniture is left out by what its elements are called; the article is the element named for one,
/// else the smallest that holds most of the running text. A lead between headline and article
/// belongs to it; lines that are all links, and headings over nothing, do not.
struct HTMLArticle {
  private let tree: HTMLTree
  private var isOut: [Bool]
  private var blocks: [HTMLBlock] = []
  /// The weight of all blocks before each node.
  private var weights: [Int] = []

  /// Characters below which the search is done again with nothing left out by its name.
  private static let shortest = 250

  /// The lines of the article; empty if the page has no text.
  static func lines(of tree: HTMLTree) -> [String] {
    let strict = HTMLArticle(tree, strictly: true).lines
    let length = strict.reduce(0) { $0 + $1.utf8.count }
    guard length < shortest else { return strict }
    let lax = HTMLArticle(tree, strictly: false).lines
    return lax.reduce(0) { $0 + $1.utf8.count } > length * 2 ? lax : strict
  }

  private init(_ tree: HTMLTree, strictly: Bool) {
    self.tree = tree
    isOut = Array(repeating: false, count: tree.nodes.count)
    leaveOut(strictly)
    blocks = HTMLBlockFinder.blocks(of: tree, leavingOut: isOut)
    weights = Self.sums(of: blocks, nodes: tree.nodes.count)
  }

  private static func sums(of blocks: [HTMLBlock], nodes: Int) -> [Int] {
    var sums = Array(repeating: 0, count: nodes + 1)
    for block in blocks { sums[block.node + 1] += block.weight }
    for index in 1..<sums.count { sums[index] += sums[index - 1] }
    return sums
  }

  private func weight(_ index: Int) -> Int { weights[tree.nodes[index].end] - weights[index] }
}

extension HTMLArticle {
  /// Marks what is no article; an element that holds half of the paragraphs stays, whatever it is
  /// called, unless it is called comments or the like.
  private mutating func leaveOut(_ strictly: Bool) {
    let texts = lengths(onlyParagraphs: false)
    let paragraphs = lengths(onlyParagraphs: true)
    for index in tree.nodes.indices where index > 0 {
      let node = tree.nodes[index]
      if isOut[node.parent] {
        isOut[index] = true
      } else if node.element.contains(.dropped) {
        isOut[index] = !(node.name == "form" && texts[index] > 2000)
      } else if strictly, isNoise(node) {
        let isMost = paragraphs[index] * 2 >= paragraphs[0] && paragraphs[index] > 400
        isOut[index] = !isMost || HTMLMarks.areNeverArticle(node.marks)
      }
    }
  }

  private func isNoise(_ node: HTMLTree.Node) -> Bool {
    switch node.name {
    case "html", "body", "article", "main": false
    default: node.isHidden || !node.marks.isEmpty && HTMLMarks.areNoise(node.marks)
    }
  }

  /// Bytes of text in each node, or of text in paragraphs.
  private func lengths(onlyParagraphs: Bool) -> [Int] {
    var lengths = Array(repeating: 0, count: tree.nodes.count)
    var paragraphEnd = 0
    var droppedEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      if node.name == "p" { paragraphEnd = max(paragraphEnd, node.end) }
      if onlyParagraphs, Self.unread.contains(node.name) { droppedEnd = max(droppedEnd, node.end) }
      guard node.isText, !onlyParagraphs || index < paragraphEnd && index >= droppedEnd else {
        continue
      }
      lengths[index] = node.text.utf8.count
    }
    for index in tree.nodes.indices.reversed() where index > 0 {
      lengths[tree.nodes[index].parent] += lengths[index]
    }
    return lengths
  }

  private static let unread: Set<String> = ["script", "style", "nav", "footer", "aside", "form"]
}

extension HTMLArticle {
  private var lines: [String] {
    let body = self.body
    let inside = blocks.filter { (body..<tree.nodes[body].end).contains($0.node) }
    let chosen = Self.chosen(inside).map(\.text)
    return lead(before: body).filter { line in !chosen.contains { $0.contains(line) } } + chosen
  }

  /// The element that holds the article.
  private var body: Int {
    let total = weights[weights.count - 1]
    for level in 0..<4 {
      let found = tree.nodes.indices.filter { !isOut[$0] && self.level(of: $0) == level }
      // The first of equals is the outermost.
      guard var best = found.first else { continue }
      for index in found where weight(index) > weight(best) { best = index }
      let isMost = weight(best) > 0 && weight(best) * 2 >= total
      if isMost || weight(best) >= 200 && weight(best) * 4 > total { return best }
    }
    return smallestWithMost
  }

  /// How surely an element is named for an article, 0 the surest.
  private func level(of index: Int) -> Int? {
    let node = tree.nodes[index]
    if node.isText { return nil }
    if ["div", "section", "article", "main", "td", "span", "p"].contains(node.name) {
      if node.isBody { return 0 }
      if HTMLMarks.areArticle(node.marks) { return 1 }
    }
    return switch node.name {
    case "article": 2
    case "main": 3
    default: nil
    }
  }

  /// The innermost block that holds six tenths of the weight of the one around it.
  private var smallestWithMost: Int {
    let most = weights[weights.count - 1] * 6
    var index = 0
    while most > 0 {
      var heaviest: Int?
      var child = index + 1
      while child < tree.nodes[index].end {
        let element = tree.nodes[child].element
        if weight(child) * 10 >= most, element.contains(.block), !element.contains(.paragraph) {
          heaviest = child
          break
        }
        child = tree.nodes[child].end
      }
      guard let heaviest else { return index }
      index = heaviest
    }
    return 0
  }

  /// Long lines between the headline and the article, if they are few.
  private func lead(before body: Int) -> [String] {
    let before = blocks.prefix { $0.node < body }
    guard let title = before.lastIndex(where: \.isTitle) else { return [] }
    let lines = before[(title + 1)...].filter {
      $0.length >= 70 && $0.linkLength * 10 < $0.length * 3
    }
    return lines.count <= 3 ? lines.map(\.text) : []
  }

  /// The blocks without lines of links and the headings over them.
  private static func chosen(_ blocks: [HTMLBlock]) -> [HTMLBlock] {
    var chosen = blocks.indices.filter { index in
      let block = blocks[index]
      let isOverNothing = index + 1 == blocks.count || blocks[index + 1].isLinks
      if block.isLinks || block.kind == .heading && isOverNothing { return false }
      let isCaption = block.length < 60 && block.text.hasSuffix(":")
      return !(isCaption && index + 1 < blocks.count && isOverNothing)
    }
    while let last = chosen.last, blocks[last].kind == .heading { chosen.removeLast() }
    return chosen.map { blocks[$0] }
  }
}
