/// News items in JSON as the IPTC's ninjs 1.x and 2.x has them; withheld and cancelled ones are
/// respected.
enum Ninjs: FileFormat {
  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool { false }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    JSONDocument.documents(in: bytes, name: name)
  }

  /// Whether an object has what only ninjs has.
  static func isItem(_ value: JSONValue) -> Bool {
    guard value["uri"] != nil else { return false }
    return value["pubstatus", "versioncreated", "body_html", "body_text", "bodies", "headlines"]
      != nil
  }

  /// - Parameter bytes: what was read; nil: what the item says.
  static func document(_ item: JSONValue, name: String, read bytes: [UInt8]?) -> LoadResult {
    var draft = Draft(record: item, name: name)
    if let status = item["pubstatus"]?.text?.lowercased(), status != "usable" {
      return .rejected(name: draft.name, reason: "its agency says: \(status)")
    }
    draft.name = item["uri"]?.text ?? name
    draft.title = item["headline", "title"]?.text ?? item["headlines"]?.elements.first?.text
    draft.author = item["byline", "by"]?.text ?? draft.author
    draft.source = item["infosources", "source", "provider", "copyrightholder"]?.text
    draft.dates = []
    draft.claim(item["firstcreated", "firstCreated"]?.text, "ninjs firstcreated")
    draft.claim(item["versioncreated", "versionCreated"]?.text, "ninjs versioncreated")
    guard let text = text(of: item) else {
      return .rejected(name: draft.name, reason: "the item has no body")
    }
    return draft.result(text, read: bytes)
  }

  private static func text(of item: JSONValue) -> String? {
    if let text = item["body_text"]?.text { return text }
    if let page = item["body_html", "body_xhtml"]?.text { return HTML.text(of: page) }
    let bodies = item["bodies"]?.elements ?? []
    let plain = bodies.first { $0["contenttype", "role"]?.text?.contains("plain") ?? false }
    guard let body = plain ?? bodies.first, let text = body["value"]?.text else {
      return item["description_text"]?.text
    }
    return plain == nil ? HTML.text(of: text) : text
  }
}
