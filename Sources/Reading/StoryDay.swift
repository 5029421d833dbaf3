import Dates
import Facts
import Text

/// The day that a news story is about, where the head of its text names it.
enum StoryDay {
  /// Sentences at the head of a text that may tell the day of its story.
  static let lead = 4
  /// Days before publication of which news are new.
  private static let newsDays = 7
  /// Bytes that a sentence has beside its date, if it is more than a dateline.
  private static let leastText = 8

  /// The first day shortly before publication that the head of the text names in a sentence.
  static func time(_ times: [TimeExpression], _ sentences: [Span], published: CalendarDate?)
    -> TimeExpression?
  {
    guard let published else { return nil }
    return times.first { time in
      guard isDate(time), let day = time.days.earliest, day == time.days.latest,
        (0...newsDays).contains(published.dayNumber - day.dayNumber),
        let sentence = sentences.prefix(lead).first(where: { $0.contains(time.span) })
      else { return false }
      return sentence.count > time.span.count + leastText
    }
  }

  /// A day, or a longer time with both ends; "now" and the like name none.
  static func isDate(_ time: TimeExpression) -> Bool {
    (time.type == .date || time.type == .time) && !time.value.hasSuffix("_REF")
      && time.days.earliest != nil && time.days.latest != nil
  }
}
