import Dates

extension TimeResolver {
  private func amount(_ fields: TimeFields) -> TimeAmount {
    let amount = fields[.n].map { $0.amount ?? .unknown } ?? .whole(1)
    guard let plus = fields.number(.plus) else { return amount }
    switch amount {
    case .whole(let value) where value < 1_000_000: return .milli(value * 1000 + plus)
    case .milli(let value): return .milli(value + plus)
    default: return amount
    }
  }

  private func unit(_ fields: TimeFields) -> TimeUnit {
    fields.code(.unit).flatMap { TimeUnit(rawValue: $0) } ?? .unknown
  }

  /// A length of one unit, or of two: two years and six months.
  func duration(_ fields: TimeFields, _ more: TimeFields) -> ResolvedTime {
    var parts = [TimexDuration.Part(amount(fields), unit(fields))]
    if more.has(.unit) { parts.append(TimexDuration.Part(amount(more), unit(more))) }
    return ResolvedTime(.duration(TimexDuration(parts)), type: .duration)
  }

  /// So many units ago or from now, as fine as the unit is.
  func shift(_ fields: TimeFields, _ more: TimeFields) -> ResolvedTime {
    let sign = fields.number(.sign) ?? -1
    let vague = TimexValue.reference(sign < 0 ? .past : .future)
    var steps = [step(fields)]
    if more.has(.unit) { steps.append(step(more)) }
    guard let last = steps.removeLast() else { return ResolvedTime(vague) }
    guard let (first, basis) = start(of: fields, last.unit) else {
      return ResolvedTime(vague, reason: .noAnchor)
    }
    var start = first
    for step in steps {
      guard let step, let moved = moved(start, step.unit, by: sign * step.count) else {
        return ResolvedTime(vague)
      }
      start = moved
    }
    var result = moved(start, last.unit, sign * last.count, TimeFields())
    result.basis = basis
    if last.unit.isClock { result.type = .time }
    return result
  }

  /// A whole number of units; what is half a year or a week and a half is counted in smaller ones.
  private func step(_ fields: TimeFields) -> (count: Int, unit: TimeUnit)? {
    let unit = unit(fields)
    switch amount(fields) {
    case .whole(let count) where count <= 100_000: return (count, unit)
    case .milli(let value) where value <= 1_000_000:
      guard let (factor, smaller) = Self.smaller[unit], value * factor % 1000 == 0 else {
        return nil
      }
      return (value * factor / 1000, smaller)
    default: return nil
    }
  }

  private static let smaller: [TimeUnit: (Int, TimeUnit)] = [
    .century: (100, .year), .decade: (10, .year), .year: (12, .month), .day: (24, .hour),
    .hour: (60, .minute),
  ]

  /// The day that a shift counts from: a date of its own, the time mentioned before, or now.
  private func start(of fields: TimeFields, _ unit: TimeUnit) -> (CalendarDate, TimeBasis)? {
    let dates: [TimeField] = [.month, .day, .weekday, .holiday, .deictic]
    if dates.contains(where: fields.has) {
      var own = fields
      for field in [TimeField.n, .unit, .sign, .anaphor] { own[field] = nil }
      let time = date(own)
      return time.days.earliest.map { ($0, time.basis) }
    }
    if fields.has(.anaphor) || context.isNarrative, context.previous != nil,
      let previous = mentioned(unit)
    {
      return (previous, .previous)
    }
    return context.reference.map { ($0, .reference) }
  }

  /// The last or next so many units: a duration whose days are known.
  func span(_ fields: TimeFields, _ more: TimeFields) -> ResolvedTime {
    var result = duration(fields, more)
    guard let reference = context.reference, let sign = fields.number(.relation), sign != 0,
      let (count, unit) = step(fields), let other = moved(reference, unit, by: sign * count)
    else { return result }
    result.days = sign < 0 ? DayInterval(other, reference) : DayInterval(reference, other)
    result.edtf = .interval(from: result.days.earliest, to: result.days.latest)
    result.basis = .reference
    return result
  }

  /// The same as a date: the whole units before the day of publication, or behind it.
  func window(_ fields: TimeFields, _ more: TimeFields) -> ResolvedTime {
    let length = span(fields, more)
    guard let first = length.days.earliest, let last = length.days.latest, first < last else {
      return length
    }
    let isPast = fields.number(.relation) ?? -1 < 0
    let days = isPast ? (first, last.adding(days: -1)) : (first.adding(days: 1), last)
    return ResolvedTime(
      .interval(.date(PartialDate(days.0)), .date(PartialDate(days.1))), basis: length.basis)
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
