import Dates

/// Gives the fields of an expression their value in its context.
///
/// A weekday without a cue is today or the last one; a month or a day without a year is the one
/// that cues point to, else the nearest, which is a guess if it is more than a month away. Without
/// a reference day no year is ever made up.
struct TimeResolver {
  let context: TimeContext

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
    if let month = fields.number(.islamic) { return islamic(month, fields) }
    let year = year(fields)
    let isRelative = fields.has(.relation) || fields.has(.anaphor)
    if isRelative, year == nil { return relative(fields) }
    if let long = longTime(fields) { return ResolvedTime(long) }
    if let yearly = yearly(fields) { return self.yearly(yearly, year, fields.number(.weekday)) }
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
    return fields.number(.yy).map(whole)
  }

  /// The year of two digits that is not far ahead of the publication day; without one, of 1950 to 2049.
  private func whole(_ year: Int) -> Int {
    guard let now = context.reference?.year else { return year < 50 ? 2000 + year : 1900 + year }
    let here = now - now % 100 + year
    return here > now + Self.ahead ? here - 100 : here
  }

  /// So many years ahead a year of two digits may lie.
  private static let ahead = 20

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
      return inferred { .yearPart(year: $0, part) }
    }
    guard let months = part.months else {
      return ResolvedTime(.yearPart(year: reference.year, part), basis: .reference)
    }
    // Reports look back: it is the last one that has begun, but for a cue to a new one.
    var year = months.lowerBound > reference.month ? reference.year - 1 : reference.year
    let age = 12 * (reference.year - year) + reference.month - months.upperBound
    let isSeason = months.count == 3 && months.lowerBound % 3 == 0
    if context.direction == .future, age > (isSeason ? 0 : Self.fresh) { year += 1 }
    return ResolvedTime(
      .yearPart(year: year, part), basis: .reference,
      reason: context.direction == nil ? .nearest : .cue)
  }

  /// For so many months behind its end a quarter or half is the one that is reported on.
  private static let fresh = 4

  private func week(_ week: Int, _ year: Int?) -> ResolvedTime {
    let known = year ?? context.reference?.year
    return ResolvedTime(
      .week(year: known, week: week, part: .whole),
      basis: year == nil && known != nil ? .reference : .none,
      reason: known == nil ? .noAnchor : .stated)
  }
}
