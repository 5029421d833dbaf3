import Text

/// What all cases of a name share: its words without the endings of `stems.tsv`.
///
/// A light stemmer (Lovins 1968: the longest ending that leaves enough letters, then what differs
/// between stems) is enough to tell whether two names of one text are cases of one another.
public struct NameStems: Sendable {
  /// Folded, longest first.
  private let endings: [[Unicode.Scalar]]
  private let least: Int

  /// - Returns: nil for a language whose names do not change.
  public init?(_ pack: LanguagePack) throws(PackProblem) {
    guard let file = try pack.file("stems.tsv") else { return nil }
    guard let row = file.rows.first, let least = row[0].flatMap(Int.init), let forms = row[1] else {
      throw PackProblem(
        file: file.name, line: 1, message: "stems have the letters that stay, and endings")
    }
    self.least = least
    endings = forms.split(separator: "|").map { Array(Folding.fold(String($0)).unicodeScalars) }
      .sorted { $0.count > $1.count }
  }

  /// The stem of a single folded word.
  public func stem(ofWord word: String) -> String {
    let letters = Array(word.unicodeScalars)
    for ending in endings
    where letters.count >= ending.count + least && letters.suffix(ending.count) == ending[...] {
      return text(withoutThemeVowel(letters.dropLast(ending.count)))
    }
    return text(withoutThemeVowel(letters[...]))
  }

  /// A vowel that is left at the end belongs to some cases only; single letters are endings too.
  private func withoutThemeVowel(_ letters: ArraySlice<Unicode.Scalar>)
    -> ArraySlice<Unicode.Scalar>
  {
    guard let last = letters.last, letters.count > least, endings.contains([last]) else {
      return letters
    }
    return withoutThemeVowel(letters.dropLast())
  }

  /// The stems of a name's words, sorted, so that order does not matter.
  public func stem(of name: String) -> String {
    words(of: name).sorted().joined(separator: " ")
  }

  /// The stems of a name's words in order.
  public func words(of name: String) -> [String] {
    let text = TokenizedText(name)
    return text.tokens.filter { $0.kind == .word }.map {
      stem(ofWord: Folding.fold(text.string($0.span)))
    }
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
