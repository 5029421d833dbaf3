import Dates

extension TimeResolver {
  /// From one date to another; what one of them leaves out is the other's.
  func range(_ first: TimeFields, _ second: TimeFields) -> ResolvedTime {
    let shared: [TimeField] = [
      .month, .year, .anyyear, .era, .meridiem, .part, .relation, .deictic, .season,
    ]
    let isYear = first.has(.year) && !first.has(.day) && !first.has(.weekday) && !first.has(.hour)
    var start = first.filled(from: second, isYear ? [.era, .offset, .relation] : shared)
    var end = second.filled(from: start, [.year, .era, .relation, .deictic])
    if !end.has(.month), end.has(.day), !end.has(.weekday) { end[.month] = start[.month] }
    if second.has(.hour), !second.has(.day), !second.has(.month) {
      end = end.filled(from: start, [.day, .month, .weekday, .meridiem, .part])
    }
    if let short = second.number(.yy), let year = start.number(.year), !second.has(.year) {
      end[.year] = TimeFieldValue(
        .whole(year - year % 100 + short + (short < year % 100 ? 100 : 0)))
    }
    if first.has(.month), second.has(.month), !first.has(.year) { start[.year] = second[.year] }
    return join(date(start), start, end)
  }

  private func join(_ from: ResolvedTime, _ start: TimeFields, _ end: TimeFields) -> ResolvedTime {
    var fields = end
    let crosses = (start.number(.month) ?? 0) > (end.number(.month) ?? 12)
    if let year = from.days.earliest?.year, start.has(.month), end.has(.month),
      !end.has(.year) || !start.has(.year)
    {
      fields[.year] = TimeFieldValue(.whole(crosses ? year + 1 : year))
    }
    let to = date(fields)
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
