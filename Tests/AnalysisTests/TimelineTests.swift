import Analysis
import Dates
import Facts
import Testing
import Text

@Suite("Timelines and comparison")
struct TimelineTests {
  /// A report of two people's dealings, in one line.
  private func report(
    _ id: Int, _ source: String, _ edtf: String, kind: String = "consult", mode: String? = "meet",
    status: EventStatus = .happened, who: [String] = ["A", "B"], place: String? = nil,
    root: String? = nil
  ) throws -> EventReport {
    let first = edtf.utf8.count == 7 ? edtf + "-01" : edtf
    let start = try #require(CalendarDate(first))
    let end = edtf.utf8.count == 7 ? start.adding(months: 1).adding(days: -1) : start
    let event = Event(
      span: Span(id, id + 1), text: "met", sentence: Span(0, 9), kind: kind, mode: mode,
      status: status, value: edtf, edtf: edtf, days: DayInterval(start, end), basis: .clause,
      time: nil, participants: who.map { Participant(name: $0, kind: .person, role: .actor) },
      place: place, rule: "test")
    return EventReport(
      id: id, documentID: id, document: "doc\(id)", source: source, root: root ?? source,
      language: "en", published: CalendarDate("2024-10-30"), event: event, participants: who,
      place: place, sentence: "sentence \(id)")
  }

  private func lines(_ reports: [EventReport], by grain: Timeline.Grain = .day) -> [String] {
    Timeline(reports, by: grain).entries.map {
      "\(Timeline.label($0, grain)) \($0.reports.count)/\($0.sources.count)/\($0.roots.count)"
    }
  }

  @Test("Reports of one event are one entry, with the finest date")
  func merging() throws {
    let reports = [
      try report(1, "x", "2024-07"), try report(2, "y", "2024-07-04"),
      try report(3, "x", "2024-07-04"),
    ]
    #expect(lines(reports) == ["2024-07-04 3/2/2"])
  }

  @Test(
    "A date is put into a week, month or year that all of it lies in, else it stays as it is",
    arguments: [
      (Timeline.Grain.week, "2024-07-04", "2024-07-01/2024-07-07"), (.week, "2024-07", "2024-07"),
      (.month, "2024-07-04", "2024-07"), (.year, "2024-07", "2024"),
    ])
  func grains(_ grain: Timeline.Grain, _ edtf: String, _ label: String) throws {
    #expect(lines([try report(1, "x", edtf)], by: grain) == ["\(label) 1/1/1"])
  }

  @Test("Outlets that cite one agency have one root")
  func roots() throws {
    let reports = [
      try report(1, "x", "2024-07-04", root: "TASS"),
      try report(2, "y", "2024-07-04", root: "TASS"),
    ]
    #expect(lines(reports) == ["2024-07-04 2/2/1"])
  }

  @Test("A plan whose day is past is unconfirmed until something tells that it happened")
  func unconfirmed() throws {
    let plan = try report(1, "x", "2024-10-22", status: .planned)
    let done = try report(2, "y", "2024-10-23", mode: "visit")
    let other = try report(3, "y", "2024-10-23", who: ["C", "D"])
    let isUnconfirmed = { (reports: [EventReport]) in
      Timeline(reports).entries.first { $0.status == .planned }?.isUnconfirmed
    }
    #expect(isUnconfirmed([plan]) == true)
    #expect(isUnconfirmed([plan, other]) == true)
    #expect(isUnconfirmed([plan, done]) == false)
  }

  @Test("Planned is not happened, and a call is not a visit")
  func apart() throws {
    let reports = [
      try report(1, "x", "2024-10-22", status: .planned), try report(2, "y", "2024-10-22"),
      try report(3, "y", "2024-10-22", mode: "phone"),
    ]
    #expect(Timeline(reports).entries.count == 3)
  }

  @Test("Two days for one visit are shown at each other")
  func conflicting() throws {
    let reports = [
      try report(1, "x", "2024-10-21", mode: "visit", place: "K"),
      try report(2, "y", "2024-10-22", mode: "visit", place: "K"),
    ]
    #expect(Timeline(reports).entries.map(\.otherDates) == [["2024-10-22"], ["2024-10-21"]])
  }

  @Test("The order of loading does not matter")
  func order() throws {
    let reports = try (1...12).map {
      try report($0, "s\($0 % 3)", $0 % 4 == 0 ? "2024-07" : "2024-07-0\($0 % 4)")
    }
    let expected = lines(reports)
    for _ in 0..<20 { #expect(lines(reports.shuffled()) == expected) }
  }

  @Test("The dates that most documents report are kept")
  func top() throws {
    let reports = [
      try report(1, "x", "2024-07-04"), try report(2, "y", "2024-07-04"),
      try report(3, "x", "2024-09-01"),
    ]
    #expect(Timeline(reports, top: 1).entries.map(\.edtf) == ["2024-07-04"])
  }

  private func verdicts(_ a: EventReport, _ b: EventReport) -> [Verdict] {
    let sides = [a, b].map { report in
      Side(
        name: report.document,
        documents: [
          SideDocument(
            name: report.document, published: nil, events: [report], dates: [], participants: [],
            places: [], quotes: [])
        ])
    }
    return Comparison(sides).rows.map(\.verdict)
  }

  @Test("The verdict says how two sides differ")
  func verdicts() throws {
    let base = try report(1, "x", "2024-10-22")
    #expect(verdicts(base, try report(2, "y", "2024-10-22")) == [.same])
    #expect(verdicts(base, try report(2, "y", "2024-10")) == [.finer])
    #expect(verdicts(base, try report(2, "y", "2024-10-21")) == [.conflict])
    #expect(verdicts(base, try report(2, "y", "2024-10-22", mode: "phone")) == [.conflict])
    #expect(verdicts(base, try report(2, "y", "2024-10-22", status: .planned)) == [.update])
    #expect(verdicts(base, try report(2, "y", "2024-10-22", who: ["C", "D"])) == [.only, .only])
  }

  @Test("A word of one side only is that side's key word, and function words are none")
  func keyness() {
    let a = ["the visit to kazan", "the kazan summit", "the kazan talks"].map(article)
    let b = ["the trade with delhi", "the delhi forum", "the delhi port"].map(article)
    let terms = Keyness(a, b, emptyWords: ["the", "to", "with"]).terms
    #expect(terms.map(\.term) == ["kazan", "delhi"])
    #expect(terms.map(\.documents) == [[3, 0], [0, 3]])
    #expect(terms.map(\.sources) == [[1, 0], [0, 1]])
  }

  @Test(
    "Every measure puts the word that more documents use first", arguments: KeynessMeasure.allCases)
  func measures(_ measure: KeynessMeasure) {
    let a = (0..<20).map { article($0 < 15 ? "kazan summit" : "kazan") }
    let b = (0..<20).map { article($0 < 2 ? "kazan summit" : "delhi") }
    let terms = Keyness(a, b, by: measure).terms.filter { $0.side == 0 }
    #expect(terms.map(\.term) == ["kazan", "summit"])
  }

  private func article(_ text: String) -> KeynessArticle { KeynessArticle(text: text, source: "x") }
}
