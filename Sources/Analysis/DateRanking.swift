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
struct DateRanking {
  let dates: [RankedDate]

  /// - Parameter span: days that count; others are left out.
  init(_ articles: [DatedArticle], grain: Timeline.Grain, span: DayInterval) {
    var weights: [CalendarDate: (weight: Double, articles: Int)] = [:]
    for article in articles {
      for (start, weight) in Self.weights(of: article, grain, span) {
        weights[start, default: (0, 0)].weight += weight.weight
        if weight.isOnTopic { weights[start, default: (0, 0)].articles += 1 }
      }
    }
    dates = weights.map {
      RankedDate(start: $0.key, weight: $0.value.weight, articles: $0.value.articles)
    }
    .sorted { ($1.weight, $0.start) < ($0.weight, $1.start) }
  }

  private static func weights(
    of article: DatedArticle, _ grain: Timeline.Grain, _ span: DayInterval
  ) -> [CalendarDate: (weight: Double, isOnTopic: Bool)] {
    var best: [CalendarDate: (weight: Double, isOnTopic: Bool)] = [:]
    let onTopic = article.sentences.count { $0.isOnTopic }
    let share = Double(onTopic) / Double(max(1, article.sentences.count))
    for sentence in article.sentences {
      for date in sentence.dates where span.contains(date.first) {
        let start = grain.start(of: date.first)
        guard start == grain.start(of: date.last) else { continue }
        let weight = (sentence.isOnTopic ? 1 : share) * (date.isUncertain ? 0.5 : 1)
        guard weight > 0 else { continue }
        let known = best[start] ?? (0, false)
        best[start] = (max(known.weight, weight), known.isOnTopic || sentence.isOnTopic)
      }
    }
    return best
  }
}
