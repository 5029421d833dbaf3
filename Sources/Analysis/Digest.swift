public import Dates

/// Where a sentence stands: the article's and the sentence's index.
public struct SentencePlace: Hashable, Sendable {
  public let article: Int
  public let sentence: Int
}

/// What to make a digest of, and how long.
public struct DigestOrder: Sendable {
  public var grain = Timeline.Grain.day
  /// Days that count; without any, those from a month before the first publication on.
  public var span = DayInterval(nil, nil)
  /// How many dates; nil: as many as stand out.
  public var dates: Int?
  /// Sentences of each date.
  public var sentences = 1

  public init() {}
}

/// The dates of a collection that most articles name, each with the sentences that tell it best.
public struct Digest: Sendable {
  public struct Date: Sendable {
    public let date: RankedDate
    public let picks: [Pick]
  }

  /// A sentence that stands for a date.
  public struct Pick: Sendable {
    public let place: SentencePlace
    /// It names the date; else it is dated by its article's publication.
    public let namesDate: Bool
  }

  /// In calendar order.
  public let dates: [Date]
  /// The weight that a date must have to be among them.
  public let least: Double

  /// - Parameter articles: in an order that does not depend on how they were loaded.
  public init(_ articles: [DatedArticle], _ order: DigestOrder) {
    let span = order.span.orNews(since: articles.compactMap(\.published).min())
    let ranking = DateRanking(articles, grain: order.grain, span: span)
    self.init(articles, order, ranked: ranking.dates)
  }

  /// - Parameters:
  ///   - articles: those that tell of the dates.
  ///   - ranked: dates as all articles name them, the weightiest first.
  public init(_ articles: [DatedArticle], _ order: DigestOrder, ranked: [RankedDate]) {
    let standing = TimelineLength.least(of: ranked)
    let wanted = order.wanted(of: ranked)
    var chooser = DateSentences(articles, grain: order.grain)
    var dates: [Date] = []
    for date in ranked {
      guard dates.count < wanted else { break }
      let picks = chooser.picks(order.sentences, of: date.start)
      if !picks.isEmpty { dates.append(Date(date: date, picks: picks)) }
    }
    let last = dates.last?.date.weight ?? 0
    least = order.dates == nil ? standing : last
    self.dates = dates.sorted { $0.date.start < $1.date.start }
  }
}

extension DigestOrder {
  /// How many of the dates are wanted.
  public func wanted(of ranked: [RankedDate]) -> Int {
    let standing = TimelineLength.least(of: ranked)
    return dates ?? ranked.prefix { $0.weight >= standing }.count
  }
}

extension DayInterval {
  /// News tell of what happened shortly before the first of them, and of what is to come.
  private static let daysBefore = 31

  /// The interval itself, or where it is open at both ends, what news since a day may tell of.
  public func orNews(since first: CalendarDate?) -> DayInterval {
    guard earliest == nil, latest == nil, let first else { return self }
    return DayInterval(first.adding(days: -Self.daysBefore), nil)
  }
}

/// How many dates a timeline has if nobody says.
enum TimelineLength {
  /// A date stands out that has this share of the weight of the fifth.
  static let share = 0.25
  static let most = 60

  /// The weight from which on dates stand out.
  static func least(of ranked: [RankedDate]) -> Double {
    guard !ranked.isEmpty else { return 0 }
    let threshold = ranked[min(4, ranked.count - 1)].weight * share
    return ranked.count > most ? max(threshold, ranked[most].weight) : threshold
  }
}
