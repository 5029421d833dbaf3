/// News items of the IPTC's NewsML-G2, alone or in a message; withheld and cancelled ones are
/// respected.
enum NewsML: FileFormat {
  static let isConfined = true

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    let start = FileFormats.start(head)
    guard start.first == UInt8(ascii: "<") else { return false }
    return ["<newsitem", "<newsmessage"].contains { start.firstRange(of: Array($0.utf8)) != nil }
  }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    do throws(Rejection) {
      let tree = try XMLTree(bytes)
      let items = tree.all("newsItem")
      guard !items.isEmpty else { throw Rejection("the message has no news item") }
      return items.map { item in
        let number = items.count == 1 ? name : "\(name):\((items.firstIndex(of: item) ?? 0) + 1)"
        return document(item, tree, name: number)
      }
    } catch {
      return [.rejected(name: name, reason: error.reason)]
    }
  }

  private static func document(_ item: Int, _ tree: XMLTree, name: String) -> LoadResult {
    var draft = Draft(name: tree.nodes[item].attributes["guid"] ?? name)
    let status = tree.first("pubStatus", in: item).flatMap { tree.nodes[$0].attributes["qcode"] }
    if let status, !status.hasSuffix(":usable") {
      let word = status.split(separator: ":").last.map(String.init) ?? status
      return .rejected(name: draft.name, reason: "its agency says: \(word)")
    }
    let inline = tree.first("inlineXML", "inlineData", in: item)
    draft.title = tree.text(tree.first("headline", in: item))
    draft.author = tree.text(tree.first("by", in: item))
    draft.source = label(tree.first("provider", "infoSource", in: item), tree)
    draft.language =
      tree.first("language", in: item).flatMap { tree.nodes[$0].attributes["tag"] }
      ?? tree.nodes[item].attributes["lang"]
    draft.claim(tree.text(tree.first("contentCreated", in: item)), "NewsML contentCreated")
    draft.claim(tree.text(tree.first("firstCreated", in: item)), "NewsML firstCreated")
    draft.claim(tree.text(tree.first("versionCreated", in: item)), "NewsML versionCreated")
    guard let inline else {
      return .rejected(name: draft.name, reason: "the item has no text")
    }
    let body = tree.first("body.content", "body", in: inline) ?? inline
    return draft.result(tree.lines(in: body, blocks: blocks, signs: ["br": " "]))
  }

  /// The name in an element's `name` child, else in its attributes.
  private static func label(_ node: Int?, _ tree: XMLTree) -> String? {
    guard let node else { return nil }
    if let name = tree.text(tree.first("name", in: node)), !name.isEmpty { return name }
    let attributes = tree.nodes[node].attributes
    return attributes["literal"] ?? attributes["qcode"]?.split(separator: ":").last.map(String.init)
  }

  private static let blocks: Set<String> = [
    "p", "hl1", "hl2", "h1", "h2", "h3", "h4", "li", "dt", "dd", "tr", "block", "div", "section",
    "blockquote", "pre",
  ]
}
