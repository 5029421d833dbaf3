public import Dates

/// Counts dates as `DateRanking` does, from lists of the articles that name each date.
///
/// An article that names a date only in sentences off the topic counts half: on Timeline17 as good
/// as its share of sentences on the topic, which such lists do not have.
public struct DateTally {
  /// How articles name a date.
  private struct Part {
    let articles: [Int]
    let weight: Double
    let isOnTopic: Bool
  }

  private let grain: Timeline.Grain
  private let span: DayInterval
  private var named: [CalendarDate: [Part]] = [:]

  /// - Parameter span: days that count; others are left out.
  public init(grain: Timeline.Grain, span: DayInterval) {
    self.grain = grain
    self.span = span
  }

  /// - Parameters:
  ///   - articles: numbers of those that name the date, not negative.
  ///   - isOnTopic: whether they do so in a sentence on the topic.
  public mutating func add(_ date: NamedDate, articles: [Int], isOnTopic: Bool) {
    let start = grain.start(of: date.first)
    guard span.contains(date.first), start == grain.start(of: date.last), !articles.isEmpty
    else { return }
    let weight = (isOnTopic ? 1 : 0.5) * (date.isUncertain ? 0.5 : 1)
    named[start, default: []].append(
      Part(articles: articles, weight: weight, isOnTopic: isOnTopic))
  }

  /// The weightiest first, then the earliest.
  public var dates: [RankedDate] {
    let last = named.values.joined().compactMap { $0.articles.max() }.max() ?? 0
    // By article the number of the last date for which it was counted.
    var counted = [Int](repeating: 0, count: last + 1)
    return named.enumerated().map { index, item in
      var (weight, onTopic) = (0.0, 0)
      for part in item.value.sorted(by: Self.countsMore) {
        for article in part.articles where counted[article] != index + 1 {
          counted[article] = index + 1
          weight += part.weight
          if part.isOnTopic { onTopic += 1 }
        }
      }
      return RankedDate(start: item.key, weight: weight, articles: onTopic)
    }
    .sorted { ($1.weight, $0.start) < ($0.weight, $1.start) }
  }

  /// What is on the topic comes first, so that an article counts as what it is.
  private static func countsMore(_ a: Part, _ b: Part) -> Bool {
    (a.isOnTopic ? 1 : 0, a.weight) > (b.isOnTopic ? 1 : 0, b.weight)
  }

  /// Who names a date in a sentence on the topic, ascending.
  public func articles(naming start: CalendarDate) -> [Int] {
    let lists = (named[start] ?? []).filter(\.isOnTopic).map(\.articles)
    return lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
  }
}
