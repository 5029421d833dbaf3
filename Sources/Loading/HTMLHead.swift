/// What a page says of itself: title, outlet, address, language and dates.
struct HTMLHead {
  private var metas: [String: String] = [:]
  private var title: String?
  private var canonical: String?
  private var language: String?
  private var linkedData: [String] = []
  private var linkedAuthor: String?
  private var times: [String] = []

  /// Names of `meta` under which pages give their date, the most reliable first.
  private static let dateNames = [
    "article:published_time", "datepublished", "og:published_time", "publishdate", "publish-date",
    "pubdate", "date", "dc.date.issued", "dc.date", "sailthru.date", "parsely-pub-date",
  ]

  mutating func take(_ tag: HTMLScanner.Tag) {
    guard !tag.isClosing else { return }
    switch tag.name {
    case "html": language = language ?? tag.attributes["lang"]
    case "meta":
      let name = tag.attributes["property"] ?? tag.attributes["name"] ?? tag.attributes["itemprop"]
      guard let name = name?.lowercased(), metas[name] == nil else { return }
      metas[name] = tag.attributes["content"]
    case "link" where tag.attributes["rel"]?.lowercased() == "canonical":
      canonical = canonical ?? tag.attributes["href"]
    case "time": if let time = tag.attributes["datetime"] { times.append(time) }
    default: break
    }
  }

  mutating func take(_ content: Substring.UTF8View, of tag: HTMLScanner.Tag) {
    switch tag.name {
    case "title": title = title ?? HTMLReferences.resolve(content)
    case "script" where tag.attributes["type"]?.lowercased() == "application/ld+json":
      linkedData += Self.published(in: content)
      if linkedAuthor == nil, let value = try? JSONParser.value(of: Array(content)) {
        linkedAuthor = Self.author(in: value, depth: 0)
      }
    default: break
    }
  }

  func draft(name: String) -> Draft {
    var draft = Draft(name: name)
    draft.title = metas["og:title"] ?? title
    draft.author =
      linkedAuthor ?? metas["author"] ?? metas["article:author"] ?? metas["parsely-author"]
    if let author = draft.author, author.hasPrefix("http") { draft.author = nil }
    draft.source = metas["og:site_name"] ?? metas["application-name"]
    draft.url = canonical ?? metas["og:url"]
    draft.language = language
    for date in linkedData { draft.claim(date, "JSON-LD") }
    for name in Self.dateNames { draft.claim(metas[name], "meta \(name)") }
    draft.claim(times.first, "time element")
    return draft
  }

  /// The names of the authors of the first article in JSON-LD.
  private static func author(in value: JSONValue, depth: Int) -> String? {
    guard depth < 4 else { return nil }
    if let authors = value["author"]?.elements.compactMap(\.text), !authors.isEmpty {
      return authors.joined(separator: ", ")
    }
    let inner = (value["@graph"] ?? value).elements
    guard value["@graph"] != nil || inner.count > 1 || !value.isObject else { return nil }
    return inner.prefix(20).lazy.compactMap { author(in: $0, depth: depth + 1) }.first
  }

  /// Values of `datePublished` in JSON-LD; the JSON around them need not be whole.
  private static func published(in json: Substring.UTF8View) -> [String] {
    let key = Array("\"datePublished\"".utf8)
    var values: [String] = []
    var rest = json[...]
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      rest = rest[quote...]
      guard rest.starts(with: key) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(key.count).drop { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
      guard rest.first == UInt8(ascii: "\"") else { continue }
      let value = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }.prefix(40)
      values.append(String(decoding: value, as: UTF8.self))
      rest = rest.dropFirst(value.count + 1)
    }
    return values
  }
}
