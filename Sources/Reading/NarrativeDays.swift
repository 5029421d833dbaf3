import Dates
import Facts
import Grammar
import Text

/// A date of an event, and where it comes from.
struct NarrativeDay {
  var value: String
  var edtf: String
  var days: DayInterval
  var basis: DateBasis
  var time: Span?
  var rule: String?

  static let unknown = NarrativeDay(
    value: "", edtf: "", days: DayInterval(nil, nil), basis: .none, time: nil, rule: nil)
}

extension NarrativeDay {
  init(_ time: TimeExpression, _ basis: DateBasis, rule: String? = nil) {
    self.init(
      value: time.value, edtf: time.edtf, days: time.days, basis: basis, time: time.span, rule: rule
    )
  }

  init(_ published: CalendarDate) {
    let day = published.description
    self.init(
      value: day, edtf: day, days: DayInterval(published, published), basis: .published, time: nil,
      rule: nil)
  }
}

/// Follows what day a text goes on about, for events whose clause does not say.
///
/// An occasion that was just told keeps its day ("during the talks"); the head of a text tells the
/// day of its story; "earlier" leaves that day.
struct NarrativeDays {
  let text: TokenizedText
  let lexicon: EventLexicon
  /// The day of the story.
  let story: TimeExpression?

  private var last: (day: NarrativeDay, sentence: Int)?

  /// Sentences that an occasion lasts.
  private static let memory = 3
  /// Tokens at the head of a sentence that may say how it goes on.
  private static let head = 5

  init(_ text: TokenizedText, _ lexicon: EventLexicon, story: TimeExpression?) {
    self.text = text
    self.lexicon = lexicon
    self.story = story
  }

  /// The day of the sentence with that number, for its events without a date.
  func day(of sentence: Range<Int>, _ number: Int) -> NarrativeDay? {
    if let cue = cue(at: sentence) {
      guard cue == .occasion, let last, number - last.sentence <= Self.memory else { return nil }
      var day = last.day
      day.basis = .narrative
      day.rule = "dated by the occasion told before"
      return day
    }
    guard let story, number < StoryDay.lead else { return nil }
    return NarrativeDay(story, .narrative, rule: "dated by the day of the story")
  }

  private func cue(at sentence: Range<Int>) -> EventLexicon.Cue? {
    for index in sentence.prefix(Self.head) {
      guard let match = lexicon.cues.longest(text.tokens, from: index) else { continue }
      for cue in match.values where cue == .occasion || cue == .earlier { return cue }
    }
    return nil
  }

  mutating func note(_ events: [Event], in sentence: Int) {
    guard let event = events.last(where: { $0.status == .happened && $0.basis == .clause }) else {
      return
    }
    last = (
      NarrativeDay(
        value: event.value, edtf: event.edtf, days: event.days, basis: .clause, time: event.time,
        rule: nil), sentence
    )
  }
}
