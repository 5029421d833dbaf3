import Analysis
import Dates
import Facts
import Testing
import Text

@Suite("Reports of one event")
struct EventGroupingTests {
  private func report(
    _ id: Int, _ day: String, who: [String] = [], story: Int? = 1, happening: String? = "=death",
    basis: DateBasis = .clause
  ) -> EventReport {
    let date = CalendarDate(day)
    let event = Event(
      span: Span(id, id + 1), text: "", sentence: Span(0, 9), kind: "assault", mode: nil,
      status: .happened, value: day, edtf: day, days: DayInterval(date, date), basis: basis,
      time: nil, participants: [], place: nil, rule: "test")
    return EventReport(
      id: id, documentID: id, document: "doc\(id)", source: "s", root: "s", language: "en",
      published: nil, event: event, participants: who, place: nil, sentence: "", story: story,
      happening: happening)
  }

  private func groups(_ reports: [EventReport]) -> [[Int]] {
    EventGrouping(tolerance: .sameEvent).groups(of: reports).map { $0.map(\.id).sorted() }
      .sorted { $0[0] < $1[0] }
  }

  @Test("A story tells a happening once, whoever a report names")
  func story() {
    let reports = [
      report(1, "2024-10-22", who: ["A"]), report(2, "2024-10-22"),
      report(3, "2024-10-22", who: ["A"], story: 2, happening: "=quake"),
    ]
    #expect(groups(reports) == [[1, 2, 3]])
    let apart = [report(1, "2024-10-22", who: ["A"]), report(2, "2024-10-22", who: ["B"])]
    #expect(groups(apart) == [[1], [2]])
  }

  @Test("Without names another story, or another happening, is another event")
  func otherStory() {
    let first = report(1, "2024-10-22", who: ["A"])
    #expect(groups([first, report(2, "2024-10-22", story: 2)]) == [[1], [2]])
    #expect(groups([first, report(2, "2024-10-22", happening: "=quake")]) == [[1], [2]])
    #expect(groups([first, report(2, "2024-10-22", story: nil)]) == [[1], [2]])
  }

  @Test("What is only dated by its publication may be of the day before")
  func published() {
    let told = report(1, "2024-10-22", who: ["A"])
    let late = report(2, "2024-10-23", who: ["A"], basis: .published)
    #expect(groups([told, late]) == [[1, 2]])
    #expect(groups([told, report(2, "2024-10-23", who: ["A"])]) == [[1], [2]])
    #expect(groups([told, report(2, "2024-10-26", who: ["A"], basis: .published)]) == [[1], [2]])
    let before = report(2, "2024-10-21", who: ["A"], basis: .published)
    #expect(groups([told, before]) == [[1], [2]])
  }

  @Test("The words of one kind of happening have one name, those of saying none")
  func names() {
    #expect(Happening.name(of: "murdered", kind: "death") == "=death")
    #expect(
      Happening.name(of: "released on", kind: nil) == Happening.name(of: "releases", kind: nil))
    #expect(Happening.name(of: "said", kind: "-") == nil)
    #expect(Happening.name(of: "मौत", kind: nil) == Happening.name(of: "मौत", kind: nil))
  }
}
