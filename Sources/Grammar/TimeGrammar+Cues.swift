public import Text

/// Which way time goes where an expression stands.
extension TimeGrammar {
  /// The word nearest to an expression that says which way time goes there; one between the same
  /// commas goes before the rest of the sentence.
  ///
  /// - Parameter isNear: whether only that part of the sentence counts.
  public func cue(
    near match: Range<Int>, in text: TokenizedText, sentence: Range<Int>, isNear: Bool = false
  )
    -> (direction: TimeDirection, tokens: Range<Int>)?
  {
    let sentence = sentence.clamped(
      to: (match.lowerBound - Self.cueReach)..<(match.upperBound + Self.cueReach))
    let part = part(of: sentence, around: match, text)
    return nearestCue(to: match, in: part, text)
      ?? (isNear ? nil : nearestCue(to: match, in: sentence, text))
  }

  /// How far from an expression a cue may stand, in tokens; news sentences are shorter.
  private static let cueReach = 60

  /// The stretch between commas that an expression stands in.
  private func part(of sentence: Range<Int>, around match: Range<Int>, _ text: TokenizedText)
    -> Range<Int>
  {
    let isComma: (Int) -> Bool = { Self.commas.contains(text.tokens[$0].key) }
    let before = (sentence.lowerBound..<max(sentence.lowerBound, match.lowerBound)).last(
      where: isComma)
    let after = (match.upperBound..<max(match.upperBound, sentence.upperBound)).first(
      where: isComma)
    return (before.map { $0 + 1 } ?? sentence.lowerBound)..<(after ?? sentence.upperBound)
  }

  private static let commas: Set<UInt64> = Set(
    [",", "，", "、", ";", "；", "،", "؛"].map(Folding.key))

  private func nearestCue(to match: Range<Int>, in range: Range<Int>, _ text: TokenizedText)
    -> (direction: TimeDirection, tokens: Range<Int>)?
  {
    var best: (distance: Int, direction: TimeDirection, tokens: Range<Int>)?
    var index = range.lowerBound
    while index < range.upperBound {
      guard !match.contains(index), let (end, direction) = cue(text, at: index) else {
        index += 1
        continue
      }
      let distance = index >= match.upperBound ? index - match.upperBound : match.lowerBound - end
      if distance < best?.distance ?? .max { best = (distance, direction, index..<end) }
      // A word inside a cue of several words is none of its own.
      index = end
    }
    return best.map { ($0.direction, $0.tokens) }
  }

  private func cue(_ text: TokenizedText, at index: Int) -> (Int, TimeDirection)? {
    var found: (Int, TimeDirection)?
    lexicon.terms.each(text.tokens, from: index) { end, terms in
      if terms.contains(where: { $0.symbol == futureCue }) {
        found = (end, .future)
      } else if terms.contains(where: { $0.symbol == pastCue }) {
        found = (end, .past)
      }
    }
    return found
  }
}
