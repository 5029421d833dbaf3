import Dates

/// Anchors of a narrative: a time without a year goes on from the times told before it.
///
/// The year is that of the last mention (HeidelTime's rule for narratives), but for a story that
/// goes over New Year's Eve: January after December, or December after January.
extension TimeContext {
  /// The year that is being told of.
  var storyYear: Int? { isNarrative ? previous?.year : nil }

  /// The last mention of a day, while its year is still told of.
  var previousDay: PartialDate? {
    lastDay.flatMap { $0.year == previous?.year ? $0 : nil }
  }

  func told(_ day: YearlyDay) -> PartialDate? {
    guard let year = storyYear else { return nil }
    if case .date(nil, let number) = day {
      return PartialDate(year: year, month: previous?.month ?? lastDay?.month, day: number)
    }
    let date = day.date(in: year)
    guard date.isPossible else { return nil }
    guard let month = date.month, let last = previous?.month, previous?.year == year else {
      return date
    }
    if last - month >= Self.turn { return day.date(in: year + 1) }
    return month - last >= Self.turn ? day.date(in: year - 1) : date
  }

  /// A month so many behind the last one is rather the next year's.
  private static let turn = 9

  /// The weekday nearest to the last day that was told of.
  func told(weekday: Int) -> CalendarDate? {
    guard isNarrative, let day = previousDay?.calendarDate else { return nil }
    let ahead = (weekday - day.weekday + 7) % 7
    return day.adding(days: ahead > 3 ? ahead - 7 : ahead)
  }
}
