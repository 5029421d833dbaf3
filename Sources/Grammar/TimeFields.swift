public import Dates

/// What a part of a time expression says; a lexicon class of that name is captured as such.
public enum TimeField: String, Sendable, CaseIterable {
  /// 1000 to 2199 in four digits.
  case year
  /// A year's last two digits.
  case yy
  /// Any year up to four digits, where an era stands with it.
  case anyyear
  /// `BC` or `AD`.
  case era
  /// First year of a decade: 1990, or 90.
  case decade
  /// Number of a century: 21.
  case century
  case month, day, weekday, week
  /// `SP`, `SU`, `FA`, `WI`.
  case season
  case quarter, half
  /// `MO`, `MI`, `AF`, `EV`, `NI`, `DT`; `D-1NI` sets the day as well.
  case part
  case hour, minute, second
  /// `AM`, `PM`.
  case meridiem
  /// Minutes as four digits with the hour: 1730.
  case hhmm
  /// A `TimeUnit`.
  case unit
  /// How many units.
  case n
  /// Thousandths of a unit besides: 500 for "and a half".
  case plus
  /// The year before the first of what is counted: 2008 for summits held yearly since 2009.
  case base
  /// Years between an era's count and the common one: 1911.
  case offset
  /// -1, 0, 1 against the publication day: last, this, next.
  case relation
  /// -1, 0, 1 against the time mentioned before: the day before, the same day, the next day.
  case anaphor
  /// A unit and how many from now: `D-1`, `Y+1`; `D±1` for a word that means both.
  case deictic
  /// A `TimeReference`.
  case reference
  /// -1 or 1: so many units ago, or from now.
  case sign
  /// A day that is every year's, as `YearlyDay` reads it: `10-02`, `11-W4-4`, `E+1`.
  case holiday
  /// A month of the Islamic calendar, 0 for a whole year of it.
  case islamic
  /// Which weekday, day, week, weekend or month of a larger time: from 1, or -1 for the last.
  case nth
  /// A `TimeModifier`.
  case mod
}

/// The value of a field: a lexicon's code, or a number.
public struct TimeFieldValue: Sendable, Equatable {
  public var code: String
  public var amount: TimeAmount?

  public init(code: String) {
    self.code = code
    amount = Int(code).map { .whole(abs($0)) }
    isNegative = code.hasPrefix("-")
  }

  init(_ amount: TimeAmount) {
    code = ""
    self.amount = amount
    isNegative = false
  }

  private var isNegative: Bool

  /// The whole number, with its sign.
  var number: Int? {
    guard case .whole(let value)? = amount else { return nil }
    return isNegative ? -value : value
  }
}

/// The fields of one time expression; a range has a second set, of what stands behind its dash.
public struct TimeFields: Sendable, Equatable {
  private var values: [TimeField: TimeFieldValue] = [:]

  public init() {}

  subscript(field: TimeField) -> TimeFieldValue? {
    get { values[field] }
    set { values[field] = newValue }
  }

  func has(_ field: TimeField) -> Bool { values[field] != nil }

  func number(_ field: TimeField) -> Int? { values[field]?.number }

  func code(_ field: TimeField) -> String? { values[field]?.code }

  var isEmpty: Bool { values.isEmpty }

  /// Takes from `other` what this set lacks, of the fields named.
  func filled(from other: TimeFields, _ fields: [TimeField]) -> TimeFields {
    var result = self
    for field in fields where result[field] == nil { result[field] = other[field] }
    return result
  }
}
