public import Facts

/// A document without its text.
public struct DocumentRecord: Sendable, Equatable, Identifiable {
  public let id: Int
  public let name: String
  public let title: String?
  public let source: String?
  public let url: String?
  public let language: String
  public let publication: Publication
  public let sha256: String
  /// Length of the text in bytes of UTF-8.
  public let byteCount: Int
  public let author: String?
  /// See `Document.publishedIn`.
  public let publishedIn: String?
}

/// A document that is to be stored, with all that was read in it.
public struct NewDocument: Sendable {
  public var document: Document
  public var reading: Reading
  /// The text as the full-text index takes it, if it was computed already: what the store's
  /// `searchText` makes of the document's text.
  public var searchText: String?
  /// The version of the rules that made the reading.
  public var rules: String

  public init(_ document: Document, reading: Reading, rules: String, searchText: String? = nil) {
    self.document = document
    self.reading = reading
    self.searchText = searchText
    self.rules = rules
  }
}
