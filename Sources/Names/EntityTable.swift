public import FoundationEssentials

/// Names of countries, cities, organizations, outlets and persons that news in every language
/// speaks of: `Tables/entities.tsv`.
///
/// A block of lines is an entity: its kind and identity, then for each language a line that begins
/// with a tab, its code and the forms between `|`. Only lines of the language that is asked for
/// become text.
public struct EntityTable: Sendable {
  /// A `body` is an organization of the country that is named beside it; `none` are words that
  /// are no name though they hold one: Lok Sabha seat.
  public static let kinds = ["person", "organization", "place", "body", "none"]

  public struct Entry: Sendable, Equatable {
    /// One of `kinds`.
    public let kind: String
    /// ISO 3166-1 code of a country, otherwise a word of the table's own: `putin`.
    public let identity: String
    /// The usual one first.
    public let forms: [String]

    public init(kind: String, identity: String, forms: [String]) {
      self.kind = kind
      self.identity = identity
      self.forms = forms
    }
  }

  public let bytes: Data

  public init(_ bytes: Data) { self.bytes = bytes }

  /// The installed table; nil if there is none.
  public static let installed: EntityTable? = {
    guard let path = TableFolder.path(of: "entities.tsv") else { return nil }
    return (try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)).map(
      EntityTable.init)
  }()

  /// The entities with their forms in a language, in the order of the file.
  public func entries(in language: String) -> [Entry] {
    let mark = Array("\t\(language)\t".utf8)
    return bytes.withUnsafeBytes { bytes in
      var head: [String] = []
      var entries: [Entry] = []
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        guard line.first == UInt8(ascii: "\t") else {
          head = fields(line, between: UInt8(ascii: "\t"))
          continue
        }
        guard head.count == 2, line.starts(with: mark) else { continue }
        let forms = fields(line.dropFirst(mark.count), between: UInt8(ascii: "|"))
        entries.append(Entry(kind: head[0], identity: head[1], forms: forms))
      }
      return entries
    }
  }

  private func fields(_ line: UnsafeRawBufferPointer.SubSequence, between separator: UInt8)
    -> [String]
  {
    line.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }
  }
}
