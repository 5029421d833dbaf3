public import Dates
public import Text

/// Where a document's publication date was found.
public enum PublicationOrigin: String, Sendable, Codable {
  case given, text, url, inferred, none
}

/// The day a document was published, if it is known, and from where.
public struct Publication: Sendable, Equatable, Codable {
  public var day: CalendarDate?
  public var origin: PublicationOrigin

  public init(day: CalendarDate?, origin: PublicationOrigin) {
    self.day = day
    self.origin = origin
  }

  public static let unknown = Publication(day: nil, origin: .none)
}

/// A stretch of a document that is not its article: an advertisement mark, a credit, a comment count.
public struct Noise: Sendable, Equatable, Codable {
  public var span: Span
  /// `advertisement`, `credit`, `comments`, `provenance`, `navigation`.
  public var kind: String

  public init(span: Span, kind: String) {
    self.span = span
    self.kind = kind
  }
}

/// One loaded text with what is known of its origin.
public struct Document: Sendable, Equatable, Codable {
  /// The id it was loaded with, else its path below the loaded folder.
  public var name: String
  public var title: String?
  /// Who wrote it, as the file says.
  public var author: String?
  public var source: String?
  public var url: String?
  /// ISO 639 code, `und` where it is not known.
  public var language: String
  public var publication: Publication
  /// Where in the file its day stood: `JSON-LD`, `meta date`, `address`.
  public var publishedIn: String?
  /// Lower-case hexadecimal SHA-256 of the bytes that were read.
  public var sha256: String
  public var text: String
  public var noise: [Noise]

  public init(
    name: String, title: String? = nil, source: String? = nil, url: String? = nil,
    language: String, publication: Publication, sha256: String, text: String, noise: [Noise] = []
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.url = url
    self.language = language
    self.publication = publication
    self.sha256 = sha256
    self.text = text
    self.noise = noise
  }
}
