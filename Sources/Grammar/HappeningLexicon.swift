import Text

/// Which words name one kind of happening, in any language: `happenings.tsv`, rows of kind and
/// forms; forms of the kind `-` name none, as verbs of saying do not.
public struct HappeningLexicon: Sendable {
  private var kinds = PhraseTrie<String>()

  /// - Throws: `PackProblem` at the first bad entry; a pack need not have the file.
  public init(_ pack: LanguagePack) throws(PackProblem) {
    guard let file = try pack.file("happenings.tsv") else { return }
    for row in file.rows {
      guard let kind = row[0], let forms = row[1] else {
        throw file.problem("a happening has a kind, or -, and its forms", at: row)
      }
      for form in forms.split(separator: "|") {
        kinds.insert(Folding.keys(String(form)), String(kind))
      }
    }
  }

  /// The kind that the first known words of a phrase name; nil if none is known.
  public func kind(of phrase: String) -> String? {
    let tokens = TokenizedText(phrase).tokens
    return tokens.indices.lazy.compactMap { kinds.longest(tokens, from: $0)?.values.first }.first
  }
}
