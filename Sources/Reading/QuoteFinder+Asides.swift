import Facts
import Grammar
import Text

/// Attributions within the marks, between dashes: «…, — said X. — …».
extension QuoteFinder {
  /// Longest name of a speaker in an aside, in tokens.
  private static let longestAside = 14

  /// Attributes a quotation to whom an aside in it names.
  mutating func aside(_ number: Int) -> Bool {
    let range = quotations.ranges[number]
    guard let cue = asideCue(in: range) else { return false }
    let limit = min(range.upperBound, cue.range.upperBound + Self.longestAside)
    let end = (cue.range.upperBound..<limit).first { text.tokens[$0].kind == .mark } ?? limit
    guard end > cue.range.upperBound else { return false }
    let party = names.party(cue.range.upperBound..<end, last: last)
    add(QuoteContents.Found(range: range, rule: "aside in the quotation"), cue, party)
    return true
  }

  /// The first verb of saying that a dash behind another mark begins.
  private func asideCue(in range: Range<Int>) -> QuoteCues.Cue? {
    for index in range.dropFirst(2).dropLast()
    where contents.isDash(index) && text.tokens[index - 1].kind == .mark {
      guard let match = lexicon.phrases.longest(text.tokens, from: index + 1),
        match.values.contains(.says), match.end < range.upperBound
      else { continue }
      return QuoteCues.Cue(use: .says, range: (index + 1)..<match.end)
    }
    return nil
  }
}
