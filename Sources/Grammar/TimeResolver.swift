import Dates

/// Gives the fields of an expression their value in its context.
///
/// A weekday without a cue is today or the last one; a month or a day without a year is the one
/// that cues point to, else the nearest, which is a guess if it is more than a month away. Without
/// a reference day no year is ever made up.
struct TimeResolver {
  let context: TimeContext

  /// A date no further than so many days from publication is near enough to be sure.
  private static let nearby = 31

  func date(_ fields: TimeFields) -> ResolvedTime {
    let fields = Self.split(fields)
    let day = day(fields)
    guard let time = timeOfDay(fields) else { return day ?? today }
    return attach(time, to: day ?? today)
  }

  /// A part of the day that sets the day as well, such as `D-1NI`, as two fields.
  private static func split(_ fields: TimeFields) -> TimeFields {
    guard let part = fields.code(.part), part.utf8.count > 2 else { return fields }
    var result = fields
    result[.deictic] = TimeFieldValue(code: String(part.dropLast(2)))
    result[.part] = TimeFieldValue(code: String(part.suffix(2)))
    return result
  }

  private var today: ResolvedTime {
    if context.isNarrative {
      guard let day = context.previousDay else {
        return ResolvedTime(.date(PartialDate(grain: .day)), reason: .noAnchor)
      }
      return ResolvedTime(.date(day), basis: .previous)
    }
    guard let reference = context.reference else {
      return ResolvedTime(.date(PartialDate(grain: .day)), reason: .noAnchor)
    }
    return ResolvedTime(.date(PartialDate(reference)), basis: .reference)
  }

  private func day(_ fields: TimeFields) -> ResolvedTime? {
    if let deixis = fields.code(.deictic).flatMap({ TimeDeixis($0) }) {
      return deictic(deixis, fields)
    }
    let year = year(fields)
    let isRelative = fields.has(.relation) || fields.has(.anaphor)
    if isRelative, year == nil { return relative(fields) }
    if let long = longTime(fields) { return ResolvedTime(long) }
    if let yearly = yearly(fields) { return self.yearly(yearly, year) }
    if let part = yearPart(fields) { return self.part(part, year) }
    if let week = fields.number(.week) { return self.week(week, year) }
    if let weekday = fields.number(.weekday) { return self.weekday(weekday) }
    return year.map { ResolvedTime(.date(PartialDate(year: $0))) }
  }

  /// A decade or century; a decade of two digits is the last century's.
  private func longTime(_ fields: TimeFields) -> TimexValue? {
    let isBefore = fields.code(.era) == "BC"
    if let decade = fields.number(.decade) {
      if isBefore { return .decade(-1 - decade / 10) }
      return .decade(decade >= 1000 ? decade / 10 : 190 + decade / 10)
    }
    return fields.number(.century).map { .century(isBefore ? -$0 : $0 - 1) }
  }

  func year(_ fields: TimeFields) -> Int? {
    if let year = fields.number(.year) ?? fields.number(.anyyear) {
      if let offset = fields.number(.offset) { return year + offset }
      return fields.code(.era) == "BC" ? 1 - year : year
    }
    return fields.number(.yy).map { $0 < 50 ? 2000 + $0 : 1900 + $0 }
  }

  func yearPart(_ fields: TimeFields) -> YearPart? {
    if let season = fields.code(.season) { return YearPart(rawValue: season) }
    if let quarter = fields.number(.quarter) { return YearPart.quarter(quarter) }
    return fields.number(.half).flatMap { YearPart.half($0) }
  }

  private func part(_ part: YearPart, _ year: Int?) -> ResolvedTime {
    if let year { return ResolvedTime(.yearPart(year: year, part)) }
    if let story = context.storyYear {
      return ResolvedTime(.yearPart(year: story, part), basis: .previous, reason: .story)
    }
    guard let reference = context.reference else {
      return ResolvedTime(.yearPart(year: nil, part), reason: .noAnchor)
    }
    guard let months = part.months else {
      return ResolvedTime(.yearPart(year: reference.year, part), basis: .reference)
    }
    // Reports look back: it is the last one that has begun, but for a cue to a new one.
    var year = months.lowerBound > reference.month ? reference.year - 1 : reference.year
    let age = 12 * (reference.year - year) + reference.month - months.upperBound
    if context.direction == .future, age > Self.fresh { year += 1 }
    return ResolvedTime(
      .yearPart(year: year, part), basis: .reference,
      reason: context.direction == nil ? .nearest : .cue)
  }

  /// For so many months behind its end a quarter or season is the one that is talked about.
  private static let fresh = 4

  private func week(_ week: Int, _ year: Int?) -> ResolvedTime {
    let known = year ?? context.reference?.year
    return ResolvedTime(
      .week(year: known, week: week, part: .whole),
      basis: year == nil && known != nil ? .reference : .none,
      reason: known == nil ? .noAnchor : .stated)
  }

  // MARK: months and days

  private func yearly(_ fields: TimeFields) -> YearlyDay? {
    if let holiday = fields.code(.holiday) { return YearlyDay(holiday) }
    let month = fields.number(.month)
    if let month, let nth = fields.number(.nth), let weekday = fields.number(.weekday) {
      return .weekday(weekday, nth: nth, month: month)
    }
    let day = fields.number(.day)
    return month == nil && day == nil ? nil : .date(month: month, day: day)
  }

  private func yearly(_ day: YearlyDay, _ year: Int?) -> ResolvedTime {
    if let year { return ResolvedTime(.date(day.date(in: year))) }
    if let told = context.told(day) {
      return ResolvedTime(.date(told), basis: .previous, reason: .story)
    }
    guard let reference = context.reference else {
      return ResolvedTime(.date(day.date(in: nil)), reason: .noAnchor)
    }
    if case .date(nil, let day) = day {
      let here = PartialDate(year: reference.year, month: reference.month, day: day)
      return ResolvedTime(.date(here), basis: .reference, reason: .near)
    }
    return nearest(day, reference)
  }

  private func nearest(_ day: YearlyDay, _ reference: CalendarDate) -> ResolvedTime {
    let candidates = [-1, 0, 1].map { day.date(in: reference.year + $0) }
      .sorted { abs(Self.distance($0, reference)) < abs(Self.distance($1, reference)) }
    let closest = candidates[0]
    if abs(Self.distance(closest, reference)) <= Self.nearby {
      return ResolvedTime(.date(closest), basis: .reference, reason: .near)
    }
    let fitting = candidates.first { candidate in
      let distance = Self.distance(candidate, reference)
      return context.direction == .past ? distance <= 0 : distance >= 0
    }
    guard context.direction != nil, let fitting else {
      return ResolvedTime(.date(closest), basis: .reference, reason: .nearest)
    }
    return ResolvedTime(.date(fitting), basis: .reference, reason: .cue)
  }

  /// Days from the reference to a date, 0 if it lies in it; an impossible date is far away.
  private static func distance(_ date: PartialDate, _ reference: CalendarDate) -> Int {
    guard let first = date.days.earliest, let last = date.days.latest else { return 1 << 20 }
    if first > reference { return first.dayNumber - reference.dayNumber }
    return last < reference ? last.dayNumber - reference.dayNumber : 0
  }

  private func weekday(_ weekday: Int) -> ResolvedTime {
    if let told = context.told(weekday: weekday) {
      return ResolvedTime(.date(PartialDate(told)), basis: .previous, reason: .story)
    }
    guard let reference = context.reference else {
      return ResolvedTime(.week(year: nil, week: nil, part: .weekday(weekday)), reason: .noAnchor)
    }
    let back = (reference.weekday - weekday + 7) % 7
    let isAhead = context.direction == .future && back > 0
    let day = reference.adding(days: isAhead ? 7 - back : -back)
    return ResolvedTime(
      .date(PartialDate(day)), basis: .reference, reason: isAhead ? .cue : .lastWeekday)
  }
}
