import Dates
import Facts
import Grammar
import Text

/// What a text holds that its events are read from.
struct EventGround {
  let text: TokenizedText
  let mentions: [Mention]
  let times: [TimeExpression]
  let published: CalendarDate?
  let skipped: [Span]
  let statements: Statements
}

/// Finds what a document says happened, will happen, may happen or did not happen.
///
/// A clause with a trigger is an event if it names somebody or a place, and has a date of its own
/// or two participants; who only tells of it takes no part.
func findEvents(
  on ground: EventGround, lexicon: EventLexicon, names: NameLexicon, quotes: QuoteLexicon,
  grammar: TimeGrammar, claims: ClaimLexicon
) -> [Event] {
  let (text, sentences) = (ground.text, ground.text.sentenceSpans)
  let reader = ClauseReader(
    ground, lexicon: lexicon, names: names, quotes: quotes, grammar: grammar, claims: claims)
  let story = StoryDay.time(ground.times, sentences, published: ground.published)
  var days = NarrativeDays(text, lexicon, story: story)
  var events: [Event] = []
  var pair: [Participant] = []
  for (number, sentence) in text.sentences.enumerated() {
    let span = text.span(sentence)
    guard !ground.skipped.contains(where: { $0.contains(span) }) else { continue }
    let clauses = reader.clauses(of: sentence)
    let found = clauses.flatMap {
      reader.events(
        in: $0, sentence: span, .init(day: days.day(of: sentence, number), pair: pair))
    }
    days.note(found, in: number)
    let people = found.last { $0.participants.count == 2 }?.participants ?? []
    if people.count == 2, people.allSatisfy({ $0.kind == .person }) { pair = people }
    events += found
  }
  return events
}
