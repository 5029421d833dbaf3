import Facts
import Grammar
import Dates
import Text

/// Finds what a document says happened, will happen or did not happen.
///
/// A clause with a trigger is an event if it names somebody or a place, and has a date of its own
/// or two participants; who only tells of it takes no part.
func findEvents(
  in text: TokenizedText, lexicon: EventLexicon, quotes: QuoteLexicon, statements: [Quote],
  mentions: [Mention], times: [TimeExpression], published: CalendarDate?, skipping: [Span]
) -> [Event] {
  let speakers = Set(statements.flatMap { ($0.via + [$0.speaker].compactMap { $0 }).map(\.span) })
  let actors = mentions.filter { !speakers.contains($0.span) }
  let reader = ClauseReader(
    text: text, lexicon: lexicon, quotes: quotes, mentions: actors, times: times,
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
