import Facts
import Grammar
import Text

/// Attributions without a verb: "according to".
extension QuoteFinder {
  /// "According to X", and "TASS, citing X".
  mutating func accordingBefore(_ cue: QuoteCues.Cue, _ sentence: Range<Int>) {
    guard let phrase = phrases.behind(cue.range.upperBound, until: sentence.upperBound) else {
      return
    }
    var end = phrase.upperBound
    if let verb = cues.cues(in: end..<min(end + 1, sentence.upperBound)).first(where: {
      $0.use.isVerb
    }) {
      end = verb.range.upperBound
    }
    let party = names.party(phrase, last: last)
    let carrier =
      cue.use == .citing
      ? phrases.before(cue.range.lowerBound, from: sentence.lowerBound, throughAsides: false) : nil
    let start = carrier?.lowerBound ?? cue.range.lowerBound
    through = carrier.map { names.party($0, last: last) }
    according(cue, from: start, to: end, party, sentence)
    through = nil
  }

  /// "X के अनुसार".
  mutating func accordingAfter(_ cue: QuoteCues.Cue, _ sentence: Range<Int>) {
    guard !cues.isVerb(at: min(cue.range.upperBound, text.tokens.count - 1)) else { return }
    let clause = passed.that?.upperBound ?? sentence.lowerBound
    let pronoun = passed.last.flatMap { cue.range.lowerBound == $0.range.upperBound ? $0 : nil }
    let isPronoun = pronoun?.use == .pronoun || pronoun?.use == .possessive
    guard
      let phrase = isPronoun
        ? pronoun?.range : phrases.before(cue.range.lowerBound, from: clause, throughAsides: false)
    else { return }
    let party = names.party(phrase, last: last)
    according(cue, from: phrase.lowerBound, to: cue.range.upperBound, party, sentence)
  }

  /// The clause behind an attribution at the beginning, before one at the end, or around it.
  private mutating func according(
    _ cue: QuoteCues.Cue, from start: Int, to end: Int, _ party: Party, _ sentence: Range<Int>
  ) {
    let lead = contents.trimmed(
      max(sentence.lowerBound, start - QuoteContents.longest)..<start)
    if let quotation = contents.behind(end, cue.use, in: sentence) {
      add(quotation, cue, party, "according to, ")
      return
    }
    let rest = contents.trimmed(end..<contents.end(from: end, in: sentence))
    if lead.count >= 4, let first = contents.before(start, in: sentence),
      first.rule.contains("quotation")
    {
      add(first, cue, party, "according to, ")
    } else if lead.count < 4 || rest.count >= 3 {
      let around = lead.count >= 4 ? lead.lowerBound..<rest.upperBound : rest
      guard around.count >= 3 else { return }
      add(QuoteContents.Found(range: around, rule: "clause"), cue, party, "according to, ")
    } else {
      let range = max(lead.lowerBound, start - QuoteContents.longest)..<lead.upperBound
      add(QuoteContents.Found(range: range, rule: "clause"), cue, party, "according to, ")
    }
  }
}
