/// A page's elements and texts in the order in which they begin, each with its end.
///
/// Built in one pass over tags of any kind and number: broken nesting is mended as browsers do,
/// and elements beyond `deepest` are left out while their text is kept.
struct HTMLTree {
  struct Node {
    /// In lower case; empty for a text.
    var name: String
    var element: HTMLElement
    /// Class and id, in lower case with a blank between them.
    var marks = ""
    /// Whether an attribute says that nobody sees it, or that it is no content.
    var isHidden = false
    var isBody = false
    var text = ""
    var parent: Int
    /// The node after its last descendant.
    var end = 0

    var isText: Bool { name.isEmpty }
  }

  /// The first is the root, which has no name of a tag.
  private(set) var nodes = [Node(name: "#", element: .block, parent: 0)]
  private(set) var head = HTMLHead()
  private var open = [0]

  static let deepest = 256

  init(_ markup: String) {
    var scanner = HTMLScanner(markup)
    while let piece = scanner.next() {
      switch piece {
      case .tag(let tag):
        head.take(tag)
        if tag.isClosing { close(tag.name) } else { begin(tag) }
      case .raw(let tag, let content):
        head.take(content, of: tag)
        close(tag.name)
      case .text(let text): add(HTMLReferences.resolve(text))
      }
    }
    for index in open { nodes[index].end = nodes.count }
  }

  private mutating func add(_ text: String) {
    guard let parent = open.last else { return }
    if let last = nodes.indices.last, nodes[last].isText, nodes[last].parent == parent {
      nodes[last].text += text
      return
    }
    nodes.append(
      Node(name: "", element: [], text: text, parent: parent, end: nodes.count + 1))
  }

  private mutating func begin(_ tag: HTMLScanner.Tag) {
    let element = HTMLElement.named(tag.name)
    if element.contains(.endsParagraph) { endParagraph() }
    if let ending = HTMLElement.ending(at: tag.name) {
      end(ending.ends, notBeyond: ending.bounds)
    }
    guard let parent = open.last, open.count < Self.deepest else { return }
    if tag.name == "br" { return add(String(HTMLBlockFinder.lineBreak)) }
    nodes.append(Node(tag, element, parent: parent, end: nodes.count + 1))
    if !element.contains(.void) { open.append(nodes.count - 1) }
  }

  private mutating func endParagraph() {
    for index in open.indices.reversed() {
      if nodes[open[index]].name == "p" { return end(at: index) }
      if nodes[open[index]].element.contains(.block) { return }
    }
  }

  private mutating func end(_ names: [String], notBeyond bounds: [String]) {
    for index in open.indices.reversed().prefix(Self.reach) {
      let name = nodes[open[index]].name
      if names.contains(name) { return end(at: index) }
      if bounds.contains(name) || ["div", "article", "section"].contains(name) { return }
    }
  }

  /// Open elements that are looked through for one to end; it keeps hostile pages linear.
  private static let reach = 64

  /// Ends what an end tag names; an inline one ends no block, and none but its own a table's cell.
  private mutating func close(_ name: String) {
    let isBlock = HTMLElement.named(name).contains(.block)
    for index in open.indices.reversed().prefix(Self.reach) where index > 0 {
      let node = nodes[open[index]]
      if node.name == name { return end(at: index) }
      if !isBlock, node.element.contains(.block) { return }
      if ["td", "th", "table"].contains(node.name), !Self.endsCells.contains(name) { return }
    }
  }

  private static let endsCells: Set<String> = [
    "table", "tr", "tbody", "thead", "html", "body", "div", "article", "section", "main",
  ]

  /// Ends an open element with all that is open in it.
  private mutating func end(at index: Int) {
    for node in open[index...] { nodes[node].end = nodes.count }
    open.removeSubrange(index...)
  }
}

extension HTMLTree.Node {
  fileprivate init(_ tag: HTMLScanner.Tag, _ element: HTMLElement, parent: Int, end: Int) {
    let attributes = tag.attributes
    let marks = [attributes["class"], attributes["id"]].compactMap { $0 }
    let style = attributes["style"]?.lowercased().filter { $0 != " " } ?? ""
    self.init(
      name: tag.name, element: element, marks: marks.joined(separator: " "),
      isHidden: attributes["hidden"] != nil || attributes["aria-hidden"] == "true"
        || style.contains("display:none")
        || Self.asides.contains(attributes["role"]?.lowercased() ?? ""),
      isBody: attributes["itemprop"]?.lowercased().contains("articlebody") ?? false,
      parent: parent, end: end)
  }

  /// Roles of WAI-ARIA that are no content of a page.
  private static let asides: Set<String> = [
    "navigation", "complementary", "contentinfo", "banner", "search", "dialog", "menu",
  ]
}
