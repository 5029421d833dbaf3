import Text

/// What kind of happening a trigger names, so that one told in other words is known again.
public enum Happening {
  /// The kind that a pack gives, else the stem of the trigger's first word.
  ///
  /// - Parameter kind: `-` for words that name none, such as verbs of saying; nil for unknown ones.
  /// - Returns: nil for a word that names none.
  public static func name(of trigger: String, kind: String?) -> String? {
    guard kind != "-" else { return nil }
    if let kind { return "=" + kind }
    guard let word = trigger.split(whereSeparator: \.isWhitespace).first else { return nil }
    let folded = Folding.fold(String(word))
    let isPlain = folded.utf8.allSatisfy { $0 < 0x80 }
    return isPlain ? PorterStemmer.stem(folded) : folded
  }
}
