import Foundation

/// A word as it is looked for: `summit`, its beginning `summ*`, or anything close to it `sumit~`.
///
/// Compared without diacritics, as the full-text index keeps words.
public struct WordPattern: Sendable {
  private enum Form {
    case beginning(String)
    /// With the number of letters that may differ.
    case near(String, Int)
  }

  private let form: Form

  /// Nil for a text that is no pattern: one without a sign at its end, or of several words.
  public init?(_ text: String) {
    guard let sign = text.last, sign == "*" || sign == "~" else { return nil }
    let word = SearchText.index(String(text.dropLast()))
    guard !word.isEmpty, !word.contains(" ") else { return nil }
    let bare = Self.bare(word)
    // One slip in a short word makes another word of it.
    let length = bare.unicodeScalars.count
    form = sign == "*" ? .beginning(bare) : .near(bare, length < 4 ? 0 : length < 8 ? 1 : 2)
  }

  public func matches(_ word: String) -> Bool {
    let bare = Self.bare(Folding.fold(word))
    return switch form {
    case .beginning(let start): bare.unicodeScalars.starts(with: start.unicodeScalars)
    case .near(let wanted, let distance):
      abs(bare.unicodeScalars.count - wanted.unicodeScalars.count) <= distance
        && EditDistance.between(bare, wanted) <= distance
    }
  }

  private static func bare(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 >= 0x80 }) else { return word }
    let scalars = word.decomposedStringWithCanonicalMapping.unicodeScalars
    return String(String.UnicodeScalarView(scalars.filter { !(0x300...0x36F).contains($0.value) }))
  }
}
