import Dates

extension TimeResolver {
  /// From one date to another; what one of them leaves out is the other's.
  func range(_ first: TimeFields, _ second: TimeFields) -> ResolvedTime {
    var shared: [TimeField] = [.month, .year, .anyyear, .era, .meridiem, .part, .season]
    if ![.month, .day, .weekday, .year].contains(where: first.has) {
      shared += [.relation, .deictic]
    }
    let isYear = first.has(.year) && !first.has(.day) && !first.has(.weekday) && !first.has(.hour)
    var start = first.filled(from: second, isYear ? [.era, .offset, .relation] : shared)
    var end = second.filled(from: start, [.year, .era, .relation, .deictic])
    if !end.has(.month), end.has(.day), !end.has(.weekday) { end[.month] = start[.month] }
    let dates: [TimeField] = [.day, .month, .weekday, .deictic]
    if second.has(.hour), !dates.contains(where: second.has) {
      end = end.filled(from: start, [.day, .month, .weekday, .meridiem, .part])
    }
    if let short = second.number(.yy), let year = start.number(.year), !second.has(.year) {
      end[.year] = TimeFieldValue(
        .whole(year - year % 100 + short + (short < year % 100 ? 100 : 0)))
    }
    if let from = first.number(.month), let to = second.number(.month), !first.has(.year) {
      start[.year] = second[.year]
      if from > to, let year = second.number(.year) {
        start[.year] = TimeFieldValue(.whole(year - 1))
      }
    }
    if let year = commonYear(start, end) { start[.year] = TimeFieldValue(.whole(year)) }
    return join(date(start), start, end)
  }

  /// The year in which an interval of months or days without one holds the publication day, or is
  /// near it.
  private func commonYear(_ start: TimeFields, _ end: TimeFields) -> Int? {
    guard let reference = context.reference, !context.isNarrative,
      let from = start.number(.month), let to = end.number(.month), !start.has(.relation),
      !start.has(.deictic), year(start) == nil, year(end) == nil
    else { return nil }
    let distances = [0, -1, 1].compactMap { step -> (Int, Int)? in
      let year = reference.year + step
      let first = PartialDate(year: year, month: from, day: start.number(.day)).days.earliest
      let last = PartialDate(year: from > to ? year + 1 : year, month: to, day: end.number(.day))
        .days.latest
      guard let first, let last else { return nil }
      let now = reference.dayNumber
      return (max(first.dayNumber - now, now - last.dayNumber, 0), year)
    }
    return distances.min { $0.0 < $1.0 }.flatMap { $0.0 <= Self.nearby ? $0.1 : nil }
  }

  /// From 11 to 2 in the afternoon: what the second end says of the day does not hold for the first,
  /// or it is the afternoon that the morning goes on to.
  private func clocks(
    _ from: ResolvedTime, _ start: TimeFields, _ end: TimeFields, _ day: PartialDate,
    _ last: ClockTime
  ) -> ResolvedTime {
    var own = start
    own[.meridiem] = nil
    own[.part] = nil
    let alone = date(own)
    if start.has(.meridiem) || start.has(.part), case .clock(_, let first) = alone.value,
      first.hour <= last.hour
    {
      return interval(alone, .clock(day, last))
    }
    guard last.hour < 12, let late = ClockTime(hour: last.hour + 12, minute: last.minute) else {
      return interval(from, .clock(day, last))
    }
    return interval(from, .clock(day, late))
  }

  private func interval(_ from: ResolvedTime, _ to: TimexValue) -> ResolvedTime {
    ResolvedTime(
      .interval(from.value, to), type: from.type, basis: from.basis, reason: from.reason)
  }

  /// A weekday at the end of a range is the first one behind its beginning.
  private func following(_ from: ResolvedTime, _ end: TimeFields) -> ResolvedTime? {
    guard let weekday = end.number(.weekday), !end.has(.day), !end.has(.month),
      let start = from.days.earliest, start == from.days.latest
    else { return nil }
    let ahead = (weekday - start.weekday + 7) % 7
    let day = ResolvedTime(
      .date(PartialDate(start.adding(days: ahead))), basis: from.basis, reason: from.reason)
    return timeOfDay(end).map { attach($0, to: day) } ?? day
  }

  private func join(_ from: ResolvedTime, _ start: TimeFields, _ end: TimeFields) -> ResolvedTime {
    var fields = end
    let crosses = (start.number(.month) ?? 0) > (end.number(.month) ?? 12)
    if let year = from.days.earliest?.year, start.has(.month), end.has(.month),
      !end.has(.year) || !start.has(.year)
    {
      fields[.year] = TimeFieldValue(.whole(crosses ? year + 1 : year))
    }
    let to = following(from, fields) ?? date(fields)
    if case .clock(let first, let a) = from.value, case .clock(let day, let b) = to.value,
      first == day, a.hour > b.hour
    {
      return clocks(from, start, end, day, b)
    }
    // A range that ends before it begins is no range: the first date stands for it.
    if let a = from.days.earliest, let b = to.days.earliest, b < a { return from }
    var result = ResolvedTime(
      .interval(from.value, to.value), type: from.type, basis: from.basis, reason: from.reason)
    if from.reason == .nearest {
      result.edtf = TimexValue.interval(from.value, to.value).edtf?.qualified(.uncertain)
    }
    return result
  }
}
