public import Dates

/// A day, week, month or year with the weight of what is told of it.
public struct RankedDate: Sendable {
  public let start: CalendarDate
  public let weight: Double
  /// How many articles name it in a sentence on the topic.
  public let articles: Int
}

/// Ranks dates by how many articles name them.
///
/// Articles count, not sentences: an article counts once for a date, with 1 if it names the date in
/// a sentence on the topic, else with the share of its sentences that are on the topic; a date that
/// is a guess counts half. Supervised rankers did no better on Timeline17 (research/timelines.md).
public struct DateRanking {
  private let grain: Timeline.Grain
  private let span: DayInterval
  private var weights: [CalendarDate: (weight: Double, articles: Int)] = [:]

  /// - Parameter span: days that count; others are left out.
  public init(grain: Timeline.Grain, span: DayInterval) {
    self.grain = grain
    self.span = span
  }

  init(_ articles: [DatedArticle], grain: Timeline.Grain, span: DayInterval) {
    self.init(grain: grain, span: span)
    for article in articles {
      let onTopic = article.sentences.count { $0.isOnTopic }
      let share = Double(onTopic) / Double(max(1, article.sentences.count))
      add(
        article.sentences.lazy.flatMap { sentence in
          sentence.dates.lazy.map { ($0, sentence.isOnTopic) }
        }, share: share)
    }
  }

  /// Counts one article.
  ///
  /// - Parameters:
  ///   - dates: those that its sentences name, and whether the sentence is on the topic.
  ///   - share: of its sentences that are on the topic.
  /// - Returns: the dates that it names in a sentence on the topic.
  @discardableResult
  public mutating func add(
    _ dates: some Sequence<(date: NamedDate, isOnTopic: Bool)>, share: Double
  ) -> [CalendarDate] {
    var best: [(start: CalendarDate, weight: Double, isOnTopic: Bool)] = []
    for (date, isOnTopic) in dates where span.contains(date.first) {
      let start = grain.start(of: date.first)
      guard start == grain.start(of: date.last) else { continue }
      let weight = (isOnTopic ? 1 : share) * (date.isUncertain ? 0.5 : 1)
      guard weight > 0 else { continue }
      if let known = best.firstIndex(where: { $0.start == start }) {
        best[known].weight = max(best[known].weight, weight)
        best[known].isOnTopic = best[known].isOnTopic || isOnTopic
      } else {
        best.append((start, weight, isOnTopic))
      }
    }
    for item in best {
      weights[item.start, default: (0, 0)].weight += item.weight
      if item.isOnTopic { weights[item.start, default: (0, 0)].articles += 1 }
    }
    return best.filter(\.isOnTopic).map(\.start)
  }

  /// The weightiest first, then the earliest.
  public var dates: [RankedDate] {
    weights.map {
      RankedDate(start: $0.key, weight: $0.value.weight, articles: $0.value.articles)
    }
    .sorted { ($1.weight, $0.start) < ($0.weight, $1.start) }
  }
}
