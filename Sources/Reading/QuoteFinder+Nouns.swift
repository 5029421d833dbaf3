import Facts
import Grammar
import Text

/// Attributions by a noun and whose it is.
extension QuoteFinder {
  /// "his claim that …", "the decision to …".
  mutating func noun(_ cue: QuoteCues.Cue, _ sentence: Range<Int>) {
    let start = cue.range.upperBound
    guard start + 2 < sentence.upperBound else { return }
    let isThat = cues.cues(in: start..<(start + 1)).contains { $0.use == .that }
    guard isThat || cues.contains(start, .infinitive) else { return }
    guard let content = contents.rest(from: start, .noun, in: sentence) else { return }
    guard let owner = phrases.before(cue.range.lowerBound, from: sentence.lowerBound),
      let party = owned(by: owner)
    else { return }
    add(content, cue, party)
  }

  /// The name or the pronoun in a phrase that owns a claim.
  private func owned(by phrase: Range<Int>) -> Party? {
    if let number = phrases.mentions.numbers(in: phrase).first {
      return Party(phrases.mentions.all[number])
    }
    guard let pronoun = phrase.lazy.compactMap({ names.pronoun(at: $0) }).first else { return nil }
    return names.party(pronoun, last: last)
  }
}
