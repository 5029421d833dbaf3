import Facts
import Grammar
import Text

/// Attributions by a verb whose subject bears a marker.
extension QuoteFinder {
  /// A verb whose subject bears a marker: "X ने … कहा".
  mutating func marked(_ cue: QuoteCues.Cue, _ sentence: Range<Int>) {
    let clause = passed.that?.upperBound ?? sentence.lowerBound
    let marker = passed.marker.flatMap { $0.lowerBound >= clause ? $0 : nil }
    let pronoun = passed.pronoun.flatMap { $0.lowerBound >= clause ? $0 : nil }
    let isNearer = (pronoun?.lowerBound ?? -1) > (marker?.lowerBound ?? -1)
    let end = isNearer ? pronoun?.upperBound : marker?.upperBound
    let subject =
      isNearer
      ? pronoun
      : marker.flatMap { phrases.before($0.lowerBound, from: clause, throughAsides: true) }
    let anchor = subject?.lowerBound ?? cue.range.lowerBound
    let found =
      object(cue, from: end, sentence)
      ?? contents.before(anchor, in: sentence).flatMap { $0.rule.contains("quotation") ? $0 : nil }
    guard let found else { return }
    guard subject != nil || found.rule.contains("quotation") else { return }
    let speaker = subject.map { names.party($0, last: last) } ?? last?.party
    if let cited = passed.according, let end, cited.lowerBound > end,
      let phrase = phrases.before(cited.lowerBound, from: end, throughAsides: false)
    {
      add(found, cue, names.party(phrase, last: last), through: speaker)
    } else {
      add(found, cue, speaker)
    }
  }

  /// What follows a marked verb, else its object between the marker and the verb.
  private func object(_ cue: QuoteCues.Cue, from end: Int?, _ sentence: Range<Int>)
    -> QuoteContents.Found?
  {
    if cue.use != .judges,
      let behind = contents.behind(cue.range.upperBound, cue.use, in: sentence)
    {
      return behind
    }
    guard let end, end < cue.range.lowerBound else { return nil }
    if let number = quotations.first(from: end),
      quotations.ranges[number].upperBound < cue.range.lowerBound
    {
      return QuoteContents.Found(range: quotations.ranges[number], rule: "quotation as object")
    }
    let object = contents.trimmed(max(end, cue.range.lowerBound - 60)..<cue.range.lowerBound)
    let isLongEnough = object.count >= (cue.use == .judges ? 2 : 4)
    return isLongEnough ? QuoteContents.Found(range: object, rule: "object of the verb") : nil
  }
}
