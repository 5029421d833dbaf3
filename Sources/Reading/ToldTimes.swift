import Dates
import Grammar

/// What a text has told of so far, for the times that go on from it.
struct ToldTimes {
  /// The last date with a year that was mentioned, and the last day.
  private(set) var previous: PartialDate?
  private(set) var lastDay: PartialDate?
  /// The sentence that the last time stands in.
  var sentence: Int?

  /// Notes a time; of an interval its beginning.
  mutating func add(_ time: ResolvedTime) {
    guard time.type == .date || time.type == .time, let first = time.days.earliest else { return }
    switch time.value {
    case .date(let date), .dayPart(let date, _), .clock(let date, _): add(date)
    case .yearPart: previous = PartialDate(first, grain: .month)
    case .week: previous = PartialDate(first, grain: .month)
    case .interval(.date(let date), _): add(date)
    default: break
    }
  }

  private mutating func add(_ date: PartialDate) {
    guard date.year != nil else { return }
    previous = date
    if date.grain == .day, date.isComplete { lastDay = date }
  }

  /// Whether the last time stands in the same sentence or the one before it.
  func isNear(_ here: Int?) -> Bool {
    guard let sentence, let here else { return false }
    return here - sentence <= 1
  }
}
