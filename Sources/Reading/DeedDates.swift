import Dates
import Facts
import Text

/// When a deed was done, by the time expressions of its text.
struct DeedDates {
  let times: [TimeExpression]
  let published: CalendarDate?
  /// The day that the story is about.
  let story: TimeExpression?

  struct Found {
    var time: TimeExpression?
    var days = DayInterval(nil, nil)
    var basis = DateBasis.none
    var label: String { DeedDates.label(days) }
  }

  /// The date of a word that tells of a deed: a day before anything longer, then the nearest.
  ///
  /// - Parameters:
  ///   - within: where in its sentence a date may be the deed's.
  ///   - isDone: it is no later than the text that tells it.
  ///   - isEarlier: it was done before the story, so that only a date beside it is its own.
  func date(of word: Span, within: Span, isDone: Bool, isEarlier: Bool) -> Found {
    let own = times.filter { time in
      guard within.contains(time.span), StoryDay.isDate(time) else { return false }
      guard isDone, let published, let first = time.days.earliest else { return true }
      return first <= published
    }
    let nearest = own.min {
      (isVague($0), distance($0.span, word)) < (isVague($1), distance($1.span, word))
    }
    if let nearest { return Found(time: nearest, days: nearest.days, basis: .clause) }
    if isEarlier { return Found() }
    if let story { return Found(time: story, days: story.days, basis: .narrative) }
    let basis: DateBasis = published == nil ? .none : .published
    return Found(days: DayInterval(published, published), basis: basis)
  }

  /// 1 for a time longer than a day: a day of the same sentence goes before it.
  private func isVague(_ time: TimeExpression) -> Int {
    time.days.earliest == time.days.latest ? 0 : 1
  }

  private func distance(_ a: Span, _ b: Span) -> Int { abs(a.start - b.start) }

  /// As exact as the days are: a day, a month or a year.
  private static func label(_ days: DayInterval) -> String {
    guard let first = days.earliest, let last = days.latest else { return "" }
    if first == last { return first.description }
    let isMonth = first.year == last.year && first.month == last.month
    return String(first.description.dropLast(isMonth ? 3 : 6))
  }
}
