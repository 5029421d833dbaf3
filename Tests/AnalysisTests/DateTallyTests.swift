import Analysis
import Dates
import Testing

@Suite("Counts of dates from lists of articles")
struct DateTallyTests {
  private static func date(_ first: String, _ last: String? = nil, isUncertain: Bool = false)
    throws -> NamedDate
  {
    NamedDate(
      first: try #require(CalendarDate(first)), last: try #require(CalendarDate(last ?? first)),
      isUncertain: isUncertain)
  }

  private static func tally(_ grain: Timeline.Grain) throws -> DateTally {
    var tally = DateTally(grain: grain, span: DayInterval(CalendarDate("2024-05-01"), nil))
    tally.add(try date("2024-05-02"), articles: [1, 2], isOnTopic: true)
    tally.add(try date("2024-05-02", isUncertain: true), articles: [2, 3], isOnTopic: true)
    tally.add(try date("2024-05-02"), articles: [1, 3, 4], isOnTopic: false)
    tally.add(try date("2024-05-03"), articles: [5], isOnTopic: false)
    tally.add(try date("2024-05-06", "2024-05-31"), articles: [6], isOnTopic: true)
    tally.add(try date("2024-04-02"), articles: [7], isOnTopic: true)
    return tally
  }

  @Test("An article counts once: whole on the topic, half off it or where the date is a guess")
  func days() throws {
    let dates = try Self.tally(.day).dates
    #expect(dates.map(\.start.description) == ["2024-05-02", "2024-05-03"])
    #expect(dates.map(\.weight) == [1 + 1 + 0.5 + 0.5, 0.5])
    #expect(dates.map(\.articles) == [3, 0])
  }

  @Test("A month has the articles of all its days; what lies before the span has none")
  func months() throws {
    let tally = try Self.tally(.month)
    let may = try #require(CalendarDate("2024-05-01"))
    #expect(tally.dates.map(\.start) == [may])
    #expect(tally.articles(naming: may) == [1, 2, 3, 6])
  }
}
