public import FoundationEssentials
import Text

/// Which parts of persons' names are one in several scripts though they sound apart, as `Isaac`
/// and `Ицхак`: `Tables/parts.tsv`.
///
/// `Tests/NameMeasure` derives it from the name parts of rigour (MIT, OpenSanctions).
public struct PartTable: Sendable {
  private let lines: SortedLines

  /// - Parameter bytes: lines of a folded name part, a tab, and its numbers in base 36, sorted by
  ///   bytes; forms that share a number are one part.
  public init(_ bytes: Data) { lines = SortedLines(bytes) }

  /// Knows no part.
  public static let none = PartTable(Data())

  /// The installed table; an empty one if there is none.
  public static let installed = PartTable(TableFolder.bytes(of: "parts.tsv"))

  /// The numbers of a word, in order; none for one that is not listed.
  func numbers(of word: some StringProtocol) -> [UInt32] {
    guard let line = lines[Folding.fold(String(word))] else { return [] }
    return line.split(separator: " ").compactMap { UInt32($0, radix: 36) }
  }
}
