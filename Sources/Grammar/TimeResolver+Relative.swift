import Dates

extension TimeResolver {
  /// So many days, weeks, months or years from now: yesterday, today, next year's.
  func deictic(_ deixis: TimeDeixis, _ fields: TimeFields) -> ResolvedTime {
    // Nobody's today is known in a story.
    guard let reference = context.reference, !(context.isNarrative && deixis.unit == .day) else {
      return adrift(deixis.distance, deixis.unit)
    }
    guard deixis.isAmbiguous, context.direction == nil else {
      let sign = deixis.isAmbiguous && context.direction == .past ? -1 : 1
      var result = moved(reference, deixis.unit, sign * deixis.distance, fields)
      if deixis.isAmbiguous { result.reason = .cue }
      return result
    }
    return either(reference, deixis.distance)
  }

  /// A word that means so many days ago as well as from now.
  private func either(_ reference: CalendarDate, _ distance: Int) -> ResolvedTime {
    let days = [-distance, distance].map { reference.adding(days: $0) }
    var result = ResolvedTime(
      .date(PartialDate(grain: .day)), basis: .reference, reason: .ambiguous)
    result.edtf = .oneOf(days.map { .date(EDTFDate(PartialDate($0))) })
    result.days = DayInterval(days[0], days[1])
    return result
  }

  /// Last, this or next something.
  func relative(_ fields: TimeFields) -> ResolvedTime {
    let unit = fields.code(.unit).flatMap { TimeUnit(rawValue: $0) }
    let isAnaphor = fields.has(.anaphor) || context.storyYear != nil
    let step = fields.number(fields.has(.anaphor) ? .anaphor : .relation) ?? 0
    guard let base = isAnaphor ? mentioned(unit) : context.reference else {
      return adrift(step, unit ?? .day, fields)
    }
    var result: ResolvedTime
    if let unit {
      result = moved(base, unit, step, fields)
    } else if let month = fields.number(.month) {
      result = nextMonth(month, fields.number(.day), base, step)
    } else if let weekday = fields.number(.weekday) {
      result = ResolvedTime(.date(PartialDate(nextWeekday(weekday, base, step))))
    } else if let part = yearPart(fields) {
      result = nextPart(part, base, step)
    } else {
      result = ResolvedTime(.date(PartialDate(base.adding(days: step))))
    }
    result.basis = isAnaphor && context.previous?.year != nil ? .previous : .reference
    return result
  }

  /// The day that "the next day" is counted from.
  func mentioned(_ unit: TimeUnit?) -> CalendarDate? {
    guard let previous = context.previous, previous.isPossible, let day = previous.days.earliest
    else { return now }
    if [.year, .decade, .century].contains(unit) || previous.grain == .day { return day }
    if let last = context.previousDay?.calendarDate { return last }
    return unit == .month && previous.month != nil ? day : now
  }

  /// The publication day; a story goes on from what it tells alone.
  private var now: CalendarDate? { context.isNarrative ? nil : context.reference }

  /// A relative expression without anything to count from.
  private func adrift(_ step: Int, _ unit: TimeUnit, _ fields: TimeFields = TimeFields())
    -> ResolvedTime
  {
    let month = fields.number(.month)
    let value: TimexValue
    if month != nil {
      value = .date(PartialDate(month: month, day: fields.number(.day)))
    } else if let weekday = fields.number(.weekday) {
      value = .week(year: nil, week: nil, part: .weekday(weekday))
    } else if let part = yearPart(fields) {
      value = .yearPart(year: nil, part)
    } else if step != 0, unit != .day {
      value = .reference(step < 0 ? .past : .future)
    } else {
      value = Self.unknown(unit)
    }
    return ResolvedTime(value, reason: .noAnchor)
  }

  private static func unknown(_ unit: TimeUnit) -> TimexValue {
    switch unit {
    case .week: .week(year: nil, week: nil, part: .whole)
    case .weekend: .week(year: nil, week: nil, part: .weekend)
    case .month: .date(PartialDate(grain: .month))
    case .quarter: .yearPart(year: nil, .someQuarter)
    case .year: .date(PartialDate(grain: .year))
    case .decade, .century, .unknown: .reference(.present)
    case .day, .hour, .minute, .second: .date(PartialDate(grain: .day))
    }
  }

  /// `step` units from `base`, and what the fields say within that unit.
  func moved(
    _ base: CalendarDate, _ unit: TimeUnit, _ step: Int, _ fields: TimeFields
  ) -> ResolvedTime {
    let value: TimexValue
    switch unit {
    case .day, .hour, .minute, .second:
      value = .date(PartialDate(base.adding(days: unit == .day ? step : 0)))
    case .week:
      let (year, week) = base.adding(days: 7 * step).isoWeek
      if let weekday = fields.number(.weekday) {
        let day = base.monday.adding(days: 7 * step + weekday - 1)
        value = .date(PartialDate(day))
      } else {
        value = .week(year: year, week: week, part: .whole)
      }
    case .weekend:
      let (year, week) = base.adding(days: 7 * step).isoWeek
      value = .week(year: year, week: week, part: .weekend)
    case .month:
      let month = PartialDate(base.adding(months: step), grain: .month)
      value = .date(PartialDate(year: month.year, month: month.month, day: fields.number(.day)))
    case .quarter:
      let month = base.adding(months: 3 * step)
      value = .yearPart(year: month.year, YearPart.quarter((month.month + 2) / 3) ?? .someQuarter)
    case .year: value = year(base.year + step, fields)
    case .decade: value = TimexValue.decade(ofYear: base.year + 10 * step)
    case .century: value = TimexValue.century(ofYear: base.year + 100 * step)
    case .unknown: value = .reference(step < 0 ? .past : step > 0 ? .future : .present)
    }
    return ResolvedTime(value, basis: .reference)
  }

  private func year(_ year: Int, _ fields: TimeFields) -> TimexValue {
    if let part = yearPart(fields) { return .yearPart(year: year, part) }
    if let holiday = fields.code(.holiday).flatMap(YearlyDay.init) {
      return .date(holiday.date(in: year))
    }
    return .date(
      PartialDate(year: year, month: fields.number(.month), day: fields.number(.day)))
  }

  private func nextMonth(
    _ month: Int, _ day: Int?, _ base: CalendarDate, _ step: Int
  ) -> ResolvedTime {
    var year = base.year
    let (here, now) = (100 * month + (day ?? 0), 100 * base.month + (day == nil ? 0 : base.day))
    if step < 0, here >= now { year -= 1 }
    if step > 0, here <= now { year += 1 }
    return ResolvedTime(.date(PartialDate(year: year, month: month, day: day)))
  }

  private func nextWeekday(_ weekday: Int, _ base: CalendarDate, _ step: Int) -> CalendarDate {
    let inWeek = base.monday.adding(days: weekday - 1)
    if step < 0 { return inWeek < base ? inWeek : inWeek.adding(days: -7) }
    if step > 0 { return inWeek > base ? inWeek : inWeek.adding(days: 7) }
    return inWeek
  }

  private func nextPart(_ part: YearPart, _ base: CalendarDate, _ step: Int) -> ResolvedTime {
    var year = base.year
    let months = part.months ?? 1...12
    if step < 0, months.upperBound >= base.month { year -= 1 }
    if step > 0, months.lowerBound <= base.month { year += 1 }
    return ResolvedTime(.yearPart(year: year, part))
  }
}
