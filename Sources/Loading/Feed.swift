/// RSS (0.9 to 2.0, RDF) and Atom: an item a document.
enum Feed: FileFormat {
  static let isConfined = true

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    let start = FileFormats.start(head)
    guard start.first == UInt8(ascii: "<") else { return false }
    return ["<rss", "<feed", "<rdf:rdf", "<!doctype rss"].contains {
      start.firstRange(of: Array($0.utf8)) != nil
    }
      && start.firstRange(of: Array("<html".utf8)) == nil
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    do throws(Rejection) {
      let tree = try XMLTree(bytes)
      let items = tree.all("item") + tree.all("entry")
      guard !items.isEmpty else { throw Rejection("the feed has no items") }
      let channel = Channel(tree, before: items[0])
      return items.enumerated().map { index, item in
        document(item, tree, channel, name: "\(name):\(index + 1)")
      }
    } catch {
      return [.rejected(name: name, reason: error.reason)]
    }
  }

  /// What a feed says for all its items.
  private struct Channel {
    let title: String?
    let language: String?

    init(_ tree: XMLTree, before item: Int) {
      let title = tree.first("title").flatMap { $0 < item ? $0 : nil }
      self.title = tree.text(title)
      let language = tree.first("language").flatMap { $0 < item ? $0 : nil }
      self.language =
        tree.text(language) ?? tree.nodes.first { !$0.attributes.isEmpty }?.attributes["lang"]
    }
  }

  private static func document(_ item: Int, _ tree: XMLTree, _ channel: Channel, name: String)
    -> LoadResult
  {
    var draft = Draft(name: name)
    draft.title = tree.text(tree.children("title", of: item).first).map(plain)
    draft.author = tree.text(tree.first("name", "creator", "author", in: item))
    draft.source = tree.text(tree.first("source", in: item)) ?? channel.title
    draft.url = address(item, tree)
    draft.language = tree.nodes[item].attributes["lang"] ?? channel.language
    for date in ["published", "pubDate", "date", "updated"] {
      draft.claim(tree.text(tree.first(date, in: item)), "feed")
    }
    guard let body = tree.first("encoded", "content", "description", "summary", in: item),
      let text = tree.text(body)
    else { return .rejected(name: name, reason: "the item has no text") }
    let isPlain = tree.nodes[body].attributes["type"] == "text"
    return draft.result(isPlain ? text : HTML.text(of: text))
  }

  private static func address(_ item: Int, _ tree: XMLTree) -> String? {
    let links = tree.children("link", of: item)
    let alternate = links.first { (tree.nodes[$0].attributes["rel"] ?? "alternate") == "alternate" }
    if let alternate, let address = tree.nodes[alternate].attributes["href"] { return address }
    return tree.text(links.first) ?? tree.text(tree.first("guid", in: item))
  }

  /// A title without the markup that some feeds put in it.
  private static func plain(_ title: String) -> String {
    title.contains("<") || title.contains("&") ? HTML.text(of: title) : title
  }
}
