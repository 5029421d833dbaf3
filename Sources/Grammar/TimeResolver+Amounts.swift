import Dates

extension TimeResolver {
  private func amount(_ fields: TimeFields) -> TimeAmount {
    guard let value = fields[.n] else { return .whole(1) }
    return value.amount ?? .unknown
  }

  private func unit(_ fields: TimeFields) -> TimeUnit {
    fields.code(.unit).flatMap { TimeUnit(rawValue: $0) } ?? .unknown
  }

  func duration(_ fields: TimeFields) -> ResolvedTime {
    ResolvedTime(.duration(TimexDuration(amount(fields), unit(fields))), type: .duration)
  }

  /// So many units ago or from now, as fine as the unit is.
  func shift(_ fields: TimeFields) -> ResolvedTime {
    let sign = fields.number(.sign) ?? -1
    let vague = TimexValue.reference(sign < 0 ? .past : .future)
    guard case .whole(let count) = amount(fields), count <= 100_000 else {
      return ResolvedTime(vague)
    }
    let unit = unit(fields)
    guard let (start, basis) = start(of: fields, unit) else {
      return ResolvedTime(vague, reason: .noAnchor)
    }
    var result = moved(start, unit, sign * count, TimeFields())
    result.basis = basis
    if unit.isClock { result.type = .time }
    return result
  }

  /// The day that a shift counts from: a date of its own, the time mentioned before, or now.
  private func start(of fields: TimeFields, _ unit: TimeUnit) -> (CalendarDate, TimeBasis)? {
    let dates: [TimeField] = [.month, .day, .weekday, .holiday, .deictic]
    if dates.contains(where: fields.has) {
      var own = fields
      for field in [TimeField.n, .unit, .sign, .anaphor] { own[field] = nil }
      let time = date(own)
      return time.days.earliest.map { ($0, time.basis) }
    }
    if fields.has(.anaphor), let previous = mentioned(unit), context.previous != nil {
      return (previous, .previous)
    }
    return context.reference.map { ($0, .reference) }
  }

  /// The last or next so many units: a duration whose days are known.
  func span(_ fields: TimeFields) -> ResolvedTime {
    var result = duration(fields)
    guard let reference = context.reference, case .whole(let count) = amount(fields),
      count <= 100_000, let sign = fields.number(.relation), sign != 0,
      let other = moved(reference, unit(fields), by: sign * count)
    else { return result }
    result.days = sign < 0 ? DayInterval(other, reference) : DayInterval(reference, other)
    result.edtf = .interval(from: result.days.earliest, to: result.days.latest)
    result.basis = .reference
    return result
  }

  private func moved(_ day: CalendarDate, _ unit: TimeUnit, by count: Int) -> CalendarDate? {
    switch unit {
    case .day: day.adding(days: count)
    case .week, .weekend: day.adding(days: 7 * count)
    case .month: day.adding(months: count)
    case .quarter: day.adding(months: 3 * count)
    case .year: day.adding(months: 12 * count)
    case .decade: day.adding(months: 120 * count)
    case .century: day.adding(months: 1200 * count)
    case .second, .minute, .hour, .unknown: nil
    }
  }

  func set(_ fields: TimeFields) -> ResolvedTime {
    let value: TimexValue
    if let part = fields.code(.part).flatMap({ DayPart(rawValue: String($0.suffix(2))) }) {
      value = .dayPart(PartialDate(grain: .day), part)
    } else if let weekday = fields.number(.weekday) {
      value = .week(year: nil, week: nil, part: .weekday(weekday))
    } else if let month = fields.number(.month) {
      value = .date(PartialDate(month: month, day: fields.number(.day)))
    } else if let part = yearPart(fields) {
      value = .yearPart(year: nil, part)
    } else {
      value = .duration(TimexDuration(amount(fields), unit(fields)))
    }
    return ResolvedTime(value, type: .set)
  }

  func reference(_ fields: TimeFields) -> ResolvedTime {
    let reference = fields.code(.reference).flatMap { TimeReference(rawValue: $0) } ?? .present
    var result = ResolvedTime(.reference(reference))
    guard let day = context.reference else { return result }
    result.basis = .reference
    switch reference {
    case .past: result.days = DayInterval(nil, day)
    case .future: result.days = DayInterval(day, nil)
    case .present: result.days = DayInterval(day, day)
    }
    result.edtf =
      reference == .present
      ? EDTF.date(EDTFDate(PartialDate(day))).qualified(.approximate)
      : .interval(from: result.days.earliest, to: result.days.latest)
    return result
  }
}
