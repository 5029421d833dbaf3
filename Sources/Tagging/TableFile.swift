package import Grammar
import Text

/// Makes the table files of a pack from lists of words and phrases.
package struct TableFile {
  private let variants: [UInt16]

  /// - Throws: `PackProblem` if the pack's list of variant characters has a bad row.
  package init(_ pack: LanguagePack) throws(PackProblem) {
    variants = try HanVariants.table(pack)
  }

  /// The file of flags of words and phrases.
  package func names(_ values: [(phrase: String, value: UInt16)]) -> [UInt8] {
    var table: [UInt32: UInt16] = [:]
    for (phrase, value) in values {
      let words = forms(of: phrase).map(\.word)
      guard var hash = words.first, words.count <= NameTables.longest else { continue }
      for next in words.dropFirst() {
        table[hash, default: 0] |= NameTables.begins
        hash = Hash.mix(hash, next)
      }
      table[hash, default: 0] |= value
    }
    return WordTable.file(table)
  }

  /// The file of clusters of single words; of words that are written alike the first counts.
  package func clusters(_ values: [(phrase: String, value: UInt16)]) -> [UInt8] {
    var table: [UInt32: UInt16] = [:]
    for (word, value) in values {
      let forms = forms(of: word)
      guard forms.count == 1, let form = forms.first, table[form.written] == nil else { continue }
      table[form.written] = value
    }
    return WordTable.file(table)
  }

  private func forms(of phrase: String) -> [WordForm] {
    let text = TokenizedText(phrase)
    return text.bytes.withUnsafeBufferPointer { bytes in
      let former = WordFormer(bytes, variants: variants)
      return text.tokens.filter { $0.kind != .newline }.map { former.form(of: $0) }
    }
  }
}
