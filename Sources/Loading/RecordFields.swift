import Facts

/// The fields of a record under the names that corpora and exports give them.
enum RecordFields {
  static let id = ["id", "_id", "doc_id", "docid", "uri", "guid"]
  static let text = [
    "text", "body", "content", "articlebody", "maintext", "body_text", "article", "full_text",
    "fulltext", "story",
  ]
  static let html = ["html", "body_html", "content_html", "raw_html"]
  static let title = ["title", "headline", "name"]
  static let author = ["author", "authors", "byline", "creator", "by"]
  static let source = [
    "source", "publisher", "outlet", "site", "source_domain", "domain", "publication", "newspaper",
    "provider",
  ]
  static let url = ["url", "link", "web_url", "source_url", "permalink"]
  static let language = ["lang", "language", "language_code"]
  static let date = [
    "published", "date", "published_at", "publishedat", "date_publish", "pub_date", "pubdate",
    "datepublished", "publication_date", "timestamp", "created_at", "versioncreated",
  ]
}

extension Draft {
  /// What a record says, by the names of its fields.
  ///
  /// - Parameter name: names the record if it has no id.
  init(record: JSONValue, name: String) {
    let field = { (keys: [String]) in record.first(of: keys)?.text }
    self.init(name: field(RecordFields.id).flatMap { $0.isEmpty ? nil : $0 } ?? name)
    title = field(RecordFields.title)
    let authors = record.first(of: RecordFields.author)?.elements.compactMap(\.text) ?? []
    author = authors.isEmpty ? nil : authors.joined(separator: ", ")
    source = field(RecordFields.source)
    url = field(RecordFields.url)
    language = field(RecordFields.language)
    claim(field(RecordFields.date), "record")
    dateOrigin = .given
  }
}
