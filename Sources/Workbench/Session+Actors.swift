import Dates
import Store

/// Two entities side by side.
public struct ActorPair: Sendable {
  /// A kind of event with the number of its reports that each of the two is in.
  public struct Kind: Sendable {
    public let kind: String
    public let first: Int
    public let second: Int
    /// Reports that both are in.
    public let both: Int
  }

  public let actors: [EntityRow]
  /// Documents that mention both.
  public let together: Int
  /// Mentions of each in the same stretches of time; none if no document is dated.
  public let courses: [MentionCourse]
  /// Reports of events that either is in, by kind, most common first.
  public let kinds: [Kind]
  /// What each says of the other, by publication day.
  public let quotes: [[QuoteRow]]
  /// How many quotes each has of the other; `quotes` may be fewer.
  public let quoteCounts: [Int]
}

extension Session {
  /// Two entities side by side.
  ///
  /// - Parameter limit: the last quotes of each that are read.
  public func actorPair(_ first: EntityRow, _ second: EntityRow, limit: Int) throws -> ActorPair {
    let ids = [first.id, second.id]
    let numbers = [
      try store.quoteNumbers(by: first.id, naming: second.id),
      try store.quoteNumbers(by: second.id, naming: first.id),
    ]
    return ActorPair(
      actors: [first, second],
      together: try store.pairs(among: ids, in: Scope()).first?.documents ?? 0,
      courses: try alignedCourses(ids),
      kinds: try store.eventKinds(of: first.id, and: second.id).map {
        ActorPair.Kind(kind: $0.kind, first: $0.first, second: $0.second, both: $0.both)
      },
      quotes: try numbers.map { try quoteRows($0.suffix(limit)) }, quoteCounts: numbers.map(\.count)
    )
  }

  /// Mentions of entities by day, over the days from the first of any to the last.
  private func alignedCourses(_ ids: [Int]) throws -> [MentionCourse] {
    let days = try ids.map { id in
      try store.mentionsByDay(of: id).compactMap { day, count in day.map { ($0, count) } }
    }
    let all = days.joined().map(\.0)
    guard let first = all.min(), let last = all.max() else { return [] }
    return days.compactMap { MentionCourse($0, over: (first, last)) }
  }
}
