import Grammar
import Text

/// Traditional characters as simplified ones, so that one model reads both.
enum HanVariants {
  static let first: UInt32 = 0x4E00
  static let last: UInt32 = 0x9FFF

  /// For each character from `first` to `last` the one it is read as; empty without the file.
  static func table(_ pack: LanguagePack) throws(PackProblem) -> [UInt16] {
    guard let file = try pack.file("variants.tsv") else { return [] }
    var table = (first...last).map { UInt16($0) }
    for row in file.rows {
      guard let from = row[0]?.unicodeScalars.first?.value,
        let to = row[1]?.unicodeScalars.first?.value,
        (first...last).contains(from), (first...last).contains(to)
      else { throw file.problem("a variant has a character and the one it is read as", at: row) }
      table[Int(from - first)] = UInt16(to)
    }
    return table
  }

  /// The hash of a character's word.
  static func hash(_ scalar: UInt32, _ table: [UInt16]) -> UInt32 {
    guard !table.isEmpty, scalar >= first, scalar <= last else { return Hash.mix(scalar, 3) }
    return Hash.mix(UInt32(table[Int(scalar - first)]), 3)
  }
}
