import Grammar
import Text

/// What a pack's derived tables say of words: flags of known names, clusters of similar words.
struct NameTables: Sendable {
  /// Flags of words and phrases; `names.table`.
  private let names: WordTable?
  /// Clusters of single words, numbered along a tree so that neighbours are alike;
  /// `clusters.table`.
  private let clusters: WordTable?
  let variants: [UInt16]

  /// Longest phrase, in tokens.
  static let longest = 8
  /// This flag says that some longer phrase begins with the word or phrase.
  static let begins: UInt16 = 1 << 15

  init(_ pack: LanguagePack) throws(PackProblem) {
    names = try pack.bytes("names.table").flatMap { WordTable($0) }
    clusters = try pack.bytes("clusters.table").flatMap { WordTable($0) }
    variants = try HanVariants.table(pack)
  }

  /// Notes in the forms of a sentence what the tables say.
  func mark(_ forms: inout [WordForm], _ tokens: ArraySlice<Token>) {
    if let clusters {
      for index in forms.indices {
        forms[index].cluster = cluster(of: forms[index], clusters)
      }
    }
    guard let names else { return }
    var end = 0
    for (index, token) in zip(forms.indices, tokens) where token.kind == .word {
      let own = names.value(of: forms[index].word)
      forms[index].flags = UInt32(own & ~Self.begins)
      let mayBegin = token.isCapitalized || token.script == .han || token.script == .devanagari
      guard own != 0, index >= end, mayBegin else { continue }
      end = markPhrase(from: index, own, &forms, names)
    }
  }

  /// The cluster of a word as it is written, else of its lower case.
  private func cluster(of form: WordForm, _ clusters: WordTable) -> UInt32 {
    guard form.capitals != 0 else { return UInt32(clusters.value(of: form.word)) }
    let written = clusters.value(of: form.written)
    return UInt32(written != 0 ? written : clusters.value(of: form.word))
  }

  /// Marks the longest phrase from `start`; the index behind it.
  private func markPhrase(
    from start: Int, _ own: UInt16, _ forms: inout [WordForm], _ names: WordTable
  ) -> Int {
    var best = own & ~Self.begins
    var end = start + 1
    var hash = forms[start].word
    var index = start + 1
    var value = own
    while value & Self.begins != 0, index < forms.count, index - start < Self.longest {
      hash = Hash.mix(hash, forms[index].word)
      value = names.value(of: hash)
      index += 1
      if value & ~Self.begins != 0 { (best, end) = (value & ~Self.begins, index) }
    }
    guard best != 0 else { return start + 1 }
    for index in start..<end {
      let place: UInt32 =
        end == start + 1 ? 3 : index == start ? 0 : index == end - 1 ? 2 : 1
      forms[index].phrase = UInt32(best) << 2 | place
    }
    return end
  }
}
