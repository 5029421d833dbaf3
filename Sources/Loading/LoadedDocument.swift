public import Facts

/// A document as its file gave it: decoded, repaired, and with what the file says of its origin.
public struct LoadedDocument: Sendable, Equatable {
  /// The id of its record, else its path below the loaded folder.
  public var name: String
  public var title: String?
  public var author: String?
  public var source: String?
  public var url: String?
  /// As its file says, else as the text looks; nil where neither tells.
  public var language: String?
  public var publication: Publication
  /// Where its day stood: `JSON-LD`, `meta date`, `address`; nil where there is none.
  public var publishedIn: String?
  /// Lower-case hexadecimal SHA-256 of the bytes that were read.
  public var sha256: String
  public var text: String
  /// What had to be changed to read it, one sentence each: `12 bytes were not UTF-8`.
  public var repairs: [String]
  /// Length of what was read, in bytes.
  public var byteCount: Int
}

/// What became of a file, or of one record of it.
public enum LoadResult: Sendable, Equatable {
  case loaded(LoadedDocument)
  /// - Parameters:
  ///   - name: the file's path below the loaded folder, with the line for a record (`a.jsonl:12`).
  case rejected(name: String, reason: String)
}
