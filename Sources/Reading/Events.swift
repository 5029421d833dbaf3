import Facts
import Grammar
import Dates
import Text

/// Finds what a document says happened, will happen or did not happen.
///
/// A clause with a trigger is an event if it names somebody or a place, and has a date of its own
/// or two participants; who only tells of it takes no part.
func findEvents(
  in text: TokenizedText, lexicon: EventLexicon, names: NameLexicon, quotes: QuoteLexicon,
  tellers: Set<Span>, mentions: [Mention], times: [TimeExpression], published: CalendarDate?,
  skipping: [Span]
) -> [Event] {
  let actors = mentions.filter { !tellers.contains($0.span) }.sorted { $0.span < $1.span }
  let reader = ClauseReader(
    text: text, lexicon: lexicon, names: names, quotes: quotes, mentions: actors, times: times,
    published: published)
  var events: [Event] = []
  for sentence in text.sentences {
    let span = text.span(sentence)
    guard !skipping.contains(where: { $0.contains(span) }) else { continue }
    for clause in reader.clauses(of: sentence) {
      events += reader.events(in: clause, sentence: span)
    }
  }
  return events
}
