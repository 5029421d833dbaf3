import Dates

extension TimeResolver {
  /// A day, month or year of the Islamic calendar; without a year the nearest one, as a guess.
  ///
  /// The field `islamic` is the month, or 0 for a whole year.
  func islamic(_ month: Int, _ fields: TimeFields) -> ResolvedTime {
    let day = fields.number(.day)
    if let year = fields.number(.year) ?? fields.number(.anyyear) {
      return Self.islamic(year, month, day, .none, .stated)
    }
    guard let reference = context.reference else {
      let grain: DateGrain = day != nil ? .day : month == 0 ? .year : .month
      return ResolvedTime(.date(PartialDate(grain: grain)), reason: .noAnchor)
    }
    let year = IslamicDate.year(near: reference)
    let choices = [year, year - 1, year + 1].map {
      Self.islamic($0, month, day, .reference, .near)
    }
    let distance: (ResolvedTime) -> Int = { time in
      guard let first = time.days.earliest, let last = time.days.latest else { return .max }
      return max(first.dayNumber - reference.dayNumber, reference.dayNumber - last.dayNumber, 0)
    }
    return choices.min { distance($0) < distance($1) } ?? choices[0]
  }

  /// The Gregorian days, approximate: the moon decides.
  private static func islamic(
    _ year: Int, _ month: Int, _ day: Int?, _ basis: TimeBasis, _ reason: TimeReason
  ) -> ResolvedTime {
    var days = IslamicDate.days(year: year, month: month == 0 ? nil : month)
    if let day {
      let date = IslamicDate(year: year, month: month, day: day)?.gregorian
      days = DayInterval(date, date)
    }
    guard let first = days.earliest, let last = days.latest else {
      return ResolvedTime(.date(PartialDate(grain: .day)), reason: .noSuchDay)
    }
    let ends = [first, last].map { TimexValue.date(PartialDate($0)) }
    var time = ResolvedTime(
      first == last ? ends[0] : .interval(ends[0], ends[1]), basis: basis, reason: reason)
    time.edtf = time.edtf?.qualified(.approximate)
    return time
  }
}
