import Analysis
import Dates
import Testing

@Suite("Scores of timelines")
struct TimelineScoreTests {
  private let tokens = RougeTokens(language: "en", stopWords: ["the", "a"])

  private func score(_ system: [String: [String]], _ gold: [String: [String]]) throws
    -> TimelineScore
  {
    TimelineScore(try days(system), against: try days(gold), tokens)
  }

  private func days(_ timeline: [String: [String]]) throws -> TimelineScore.Sentences {
    var days: TimelineScore.Sentences = [:]
    for (day, sentences) in timeline { days[try #require(CalendarDate(day))] = sentences }
    return days
  }

  private let flood = ["2024-05-03": ["The river flooded the old bridge"]]

  @Test("A timeline agrees with itself wholly")
  func same() throws {
    let score = try score(flood, flood)
    #expect([score.dates.f1, score.ar1.f1, score.ar2.f1] == [1, 1, 1])
  }

  @Test("The right words a day off count half")
  func dayOff() throws {
    let score = try score(["2024-05-04": ["The river flooded the old bridge"]], flood)
    #expect([score.dates.f1, score.ar1.f1] == [0, 0.5])
  }

  @Test("Words are compared by stem, stop words left out")
  func stems() throws {
    let score = try score(["2024-05-03": ["a flooding of rivers"]], flood)
    #expect(score.ar1.precision == 2.0 / 3)
    #expect(score.ar1.recall == 0.5)
  }

  @Test("A date goes with the date of the other side that is nearest in words and days")
  func alignment() throws {
    let gold = ["2024-05-01": ["shares fell"], "2024-05-09": ["river flooded bridge"]]
    let score = try score(["2024-05-08": ["river flooded bridge"]], gold)
    #expect(score.ar1.precision == 0.5)
  }

  @Test("An empty timeline scores nothing")
  func empty() throws {
    let score = try score([:], flood)
    #expect([score.dates.f1, score.ar1.f1, score.ar2.f1] == [0, 0, 0])
  }
}
