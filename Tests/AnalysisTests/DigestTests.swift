import Analysis
import Dates
import Testing
import Text

@Suite("Digests")
struct DigestTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// A sentence of made-up words that names a day.
  private func sentence(_ text: String, _ day: String?, isOnTopic: Bool = true) throws
    -> DatedSentence
  {
    let words = Folding.keys(text)
    let dates = try day.map { [try self.day($0)] } ?? []
    return DatedSentence(
      words: words, length: words.count, isOnTopic: isOnTopic,
      dates: dates.map { NamedDate(first: $0, last: $0, isUncertain: false) })
  }

  private func article(_ name: String, _ published: String, _ sentences: [DatedSentence]) throws
    -> DatedArticle
  {
    DatedArticle(
      name: name, source: name, published: try day(published), sentences: sentences)
  }

  private func dates(_ articles: [DatedArticle], _ change: (inout DigestOrder) -> Void = { _ in })
    -> [String]
  {
    var order = DigestOrder()
    change(&order)
    return Digest(articles, order).dates.map { order.grain.label(of: $0.date.start) }
  }

  /// Two articles name the 3rd, one names the 2nd in every sentence.
  private func collection() throws -> [DatedArticle] {
    let flood = "the river rose over the bridge"
    return [
      try article("a", "2024-05-04", [try sentence(flood, "2024-05-03")]),
      try article("b", "2024-05-05", [try sentence(flood + " again", "2024-05-03")]),
      try article(
        "c", "2024-05-02",
        [
          try sentence("people left the town early", "2024-05-02"),
          try sentence("people left the town late", "2024-05-02"),
          try sentence("nobody stayed in the town centre", "2024-05-02"),
        ]),
    ]
  }

  @Test("Articles that name a date count, not sentences")
  func articlesCount() throws {
    #expect(try dates(collection()) { $0.dates = 1 } == ["2024-05-03"])
  }

  @Test("The span that is asked for bounds the dates")
  func span() throws {
    let until = try day("2024-05-02")
    let found = try dates(collection()) { $0.span = DayInterval(nil, until) }
    #expect(found == ["2024-05-02"])
  }

  @Test("What is off the topic is not shown")
  func topic() throws {
    let articles = [
      try article(
        "a", "2024-05-04",
        [
          try sentence("shares fell in the capital today", "2024-05-03", isOnTopic: false),
          try sentence("the river rose over the bridge", "2024-05-03"),
        ])
    ]
    let picks = Digest(articles, DigestOrder()).dates.flatMap(\.picks)
    #expect(picks.map(\.place.sentence) == [1])
  }

  @Test("Days of one month are one date of a monthly digest")
  func months() throws {
    #expect(try dates(collection()) { $0.grain = .month } == ["2024-05"])
  }

  @Test("No article gives no dates")
  func nothing() { #expect(dates([]).isEmpty) }
}
