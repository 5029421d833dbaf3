/// How two intervals lie to each other: the thirteen relations of Allen (1983).
public enum AllenRelation: String, Sendable, CaseIterable {
  case before, meets, overlaps, starts, during, finishes, equal
  case after
  case metBy = "met by"
  case overlappedBy = "overlapped by"
  case startedBy = "started by"
  case contains
  case finishedBy = "finished by"

  /// The relation of the second interval to the first.
  public var inverse: AllenRelation {
    switch self {
    case .before: .after
    case .after: .before
    case .meets: .metBy
    case .metBy: .meets
    case .overlaps: .overlappedBy
    case .overlappedBy: .overlaps
    case .starts: .startedBy
    case .startedBy: .starts
    case .during: .contains
    case .contains: .during
    case .finishes: .finishedBy
    case .finishedBy: .finishes
    case .equal: .equal
    }
  }
}

extension DayInterval {
  /// How this interval lies to `other`.
  ///
  /// Days are whole, so the day after the last one meets.
  /// An open end lies before or after every day.
  public func relation(to other: DayInterval) -> AllenRelation {
    let (a, b) = bounds
    let (c, d) = other.bounds
    if (a, b) == (c, d) { return .equal }
    if b < c { return b + 1 == c ? .meets : .before }
    if d < a { return d + 1 == a ? .metBy : .after }
    if a == c { return b < d ? .starts : .startedBy }
    if b == d { return a > c ? .finishes : .finishedBy }
    if a > c, b < d { return .during }
    if a < c, b > d { return .contains }
    return a < c ? .overlaps : .overlappedBy
  }

  private var bounds: (Int, Int) {
    (earliest?.dayNumber ?? Int.min / 2, latest?.dayNumber ?? Int.max / 2)
  }
}
