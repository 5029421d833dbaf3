import Facts
import Grammar
import Text

/// Finds who said what and through whom.
///
/// Every cue (a verb of saying, "according to") gets its speaker and its content; a statement
/// inside the content of another has come through its speaker and takes it into `via`.
func findQuotes(
  in text: TokenizedText, lexicon: QuoteLexicon, mentions: [Mention], times: [TimeExpression]
) -> Statements {
  var finder = QuoteFinder(text, lexicon, MentionIndex(text, mentions), times.map(\.span))
  finder.readAll()
  let quotes = finder.found.map { quote($0, text, finder.quotations) }
  let tellers = finder.found.filter(\.tells).flatMap { [$0.speaker?.span, $0.through?.span] }
  return Statements(
    quotes: QuoteChains(text, finder.found, quotes).quotes.sorted { $0.span < $1.span },
    tellers: Set(tellers.compactMap { $0 }))
}

/// What a text attributes to others.
struct Statements {
  /// In order.
  let quotes: [Quote]
  /// Where those stand who only tell of something and take no part in it.
  let tellers: Set<Span>
}

private func quote(_ draft: QuoteDraft, _ text: TokenizedText, _ quotations: Quotations) -> Quote {
  let span = text.span(quotations.balanced(draft.content))
  let cue = draft.cue.map { range in
    let span = text.span(range)
    return Party(span: span, text: text.string(span), name: text.string(span))
  }
  let rule = draft.rule + (cue.map { ": " + $0.text } ?? "")
  return Quote(
    span: span, text: text.string(span), kind: kind(of: draft, quotations), cue: cue,
    speaker: draft.speaker, via: [draft.through].compactMap { $0 }, rule: rule)
}

/// Direct if nothing but marks and an attribution stands outside quotation marks.
///
/// A title in marks is no speech, nor are one or two words, or a few in a long clause, that are held
/// at a distance: those count where they are all that somebody says.
private func kind(of draft: QuoteDraft, _ quotations: Quotations) -> QuoteKind {
  let content = draft.content
  let inside = content.count {
    quotations.number(at: $0).map { !quotations.isTitle($0) || isWhole($0) } ?? false
  }
  func isWhole(_ number: Int) -> Bool { quotations.ranges[number] == content && draft.isSaid }
  if inside < 3, inside < content.count || !draft.isSaid { return .indirect }
  if inside < 5, inside * 5 < content.count { return .indirect }
  let isFramed =
    quotations.number(at: content.lowerBound) != nil
    && quotations.number(at: content.upperBound - 1) != nil
  return isFramed && inside * 2 > content.count ? .direct : .mixed
}
