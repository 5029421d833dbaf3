import Dates

/// A time expression as a rule found it, before its context gives it a value.
public struct TimeMatch: Sendable {
  public let tokens: Range<Int>
  /// Where each end of a range stands; nil for anything else.
  public let ends: (first: Range<Int>, second: Range<Int>)?
  /// The rule's name.
  public let rule: String
  public let meaning: TimeMeaning
  var first: TimeFields
  var second: TimeFields
}

extension TimeMatch {
  /// The expression's value; without a reference day no year and no day are made up.
  public func resolved(in context: TimeContext) -> ResolvedTime {
    var time = value(by: TimeResolver(context: context))
    // Two digits of a year do not say which century.
    if first.has(.yy), !first.has(.year), context.reference == nil { time = time.uncertain }
    return first.code(.mod).flatMap { TimeModifier(rawValue: $0) }.map(time.modified) ?? time
  }

  private func value(by resolver: TimeResolver) -> ResolvedTime {
    switch meaning {
    case .date: return resolver.part(first, of: second) ?? resolver.date(first)
    case .shift: return resolver.shift(first, second)
    case .duration: return resolver.duration(first, second)
    case .span: return resolver.span(first, second)
    case .window: return resolver.window(first, second)
    case .set: return resolver.set(first)
    case .reference: return resolver.reference(first)
    case .range: return resolver.range(first, second)
    case .none, .evidence: return ResolvedTime(.reference(.present), reason: .noAnchor)
    }
  }

  /// Whether the direction of time in its sentence may change the value.
  public var needsDirection: Bool {
    let isLoose = !first.has(.year) && !second.has(.year) && !first.has(.yy)
    return (meaning == .date || meaning == .range) && isLoose
  }

  /// The year that this tells of, where it is evidence rather than a time.
  public var evidence: Int? {
    guard meaning == .evidence, let base = first.number(.base), let n = first.number(.n),
      (1...200).contains(n)
    else { return nil }
    return base + n
  }

  /// Weekday, month and day, where they stand together without a year.
  public var weekdayDate: (weekday: Int, month: Int, day: Int)? {
    guard lacksYear, let weekday = first.number(.weekday), let month = first.number(.month),
      let day = first.number(.day)
    else { return nil }
    return (weekday, month, day)
  }

  /// A year that neighbours may share: 2024 in "in 2024, on 5 October".
  public var givesYear: Int? {
    guard meaning == .date, !first.has(.era) else { return nil }
    return first.number(.year)
  }

  /// The same with a month that stands before it, where it is a day and nothing more.
  public func with(monthOf other: TimeMatch) -> TimeMatch {
    guard meaning == .date, first.has(.day), let month = other.lastMonth else { return self }
    let others: [TimeField] = [
      .month, .year, .weekday, .relation, .anaphor, .deictic, .holiday, .unit, .islamic,
    ]
    guard !others.contains(where: first.has) else { return self }
    var copy = self
    copy.first[.month] = month.month
    copy.first[.year] = month.year
    return copy
  }

  /// Month and year of a day, or of a range's end.
  private var lastMonth: (month: TimeFieldValue, year: TimeFieldValue?)? {
    guard meaning == .date || meaning == .range, first.has(.day), !first.has(.islamic) else {
      return nil
    }
    let year = second[.year] ?? first[.year]
    return (second[.month] ?? first[.month]).map { ($0, year) }
  }

  /// Whether only cues of its own clause count: other clauses tell of other quarters.
  public var wantsNearCue: Bool { first.has(.quarter) || first.has(.half) || first.has(.season) }

  /// The same with a year that stands beside it, where it has a month and no year of its own.
  public func with(year: Int) -> TimeMatch {
    guard lacksYear else { return self }
    var copy = self
    copy.first[.year] = TimeFieldValue(.whole(year))
    return copy
  }

  /// Whether it is a month, or a day of a month, without a year.
  public var lacksYear: Bool {
    meaning == .date && first.has(.month) && needsDirection && !first.has(.relation)
      && !first.has(.deictic) && !first.has(.anaphor)
  }
}
