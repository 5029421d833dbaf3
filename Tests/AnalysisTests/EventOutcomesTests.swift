import Analysis
import Dates
import Facts
import Testing
import Text

@Suite("What became of plans")
struct EventOutcomesTests {
  private func report(
    _ id: Int, _ days: (String, String)?, published: String, status: EventStatus,
    mode: String = "visit", who: [String] = ["Xi"], place: String? = "Kazan"
  ) throws -> EventReport {
    let interval = days.map { DayInterval(CalendarDate($0.0), CalendarDate($0.1)) }
    let event = Event(
      span: Span(id, id + 1), text: "visit", sentence: Span(0, 9), kind: "consult", mode: mode,
      status: status, value: "", edtf: days?.0 ?? "", days: interval ?? DayInterval(nil, nil),
      basis: days == nil ? .none : .clause, time: nil,
      participants: who.map { Participant(name: $0, kind: .person, role: .actor) }, place: place,
      rule: "test")
    return EventReport(
      id: id, documentID: id, document: "doc\(id)", source: "s", root: "s", language: "en",
      published: CalendarDate(published), event: event, participants: who, place: place,
      sentence: "")
  }

  private func outcome(_ reports: [EventReport]) -> EventOutcome? {
    EventOutcomes(reports, asOf: CalendarDate("2024-11-30"))[1]
  }

  @Test("A planned visit is linked to the report of it, else to the meeting at its goal")
  func linked() throws {
    let plan = try report(
      1, ("2024-10-01", "2024-10-31"), published: "2024-10-03", status: .planned)
    let visit = try report(
      2, ("2024-10-22", "2024-10-22"), published: "2024-10-23", status: .happened)
    let meeting = try report(
      3, ("2024-10-23", "2024-10-23"), published: "2024-10-24", status: .happened, mode: "meet",
      who: ["Putin", "Xi"])
    #expect(outcome([plan, visit, meeting]) == .happened([2]))
    #expect(outcome([plan, meeting]) == .happened([3]))
  }

  @Test("What was there before, elsewhere or much later is not what was planned")
  func apart() throws {
    let plan = try report(1, nil, published: "2024-10-03", status: .planned)
    let before = try report(
      2, ("2024-07-04", "2024-07-04"), published: "2024-07-05", status: .happened)
    let elsewhere = try report(
      3, ("2024-10-22", "2024-10-22"), published: "2024-10-23", status: .happened,
      place: "Astana")
    let later = try report(
      4, ("2025-03-01", "2025-03-01"), published: "2025-03-02", status: .happened)
    #expect(outcome([plan, before, elsewhere, later]) == .open)
  }

  @Test("A plan whose day is over without a report is unconfirmed, a cancelled one denied")
  func unconfirmed() throws {
    let plan = try report(
      1, ("2024-11-05", "2024-11-05"), published: "2024-10-30", status: .planned)
    #expect(outcome([plan]) == .unconfirmed)
    let denial = try report(
      2, ("2024-11-05", "2024-11-05"), published: "2024-11-06", status: .denied)
    #expect(outcome([plan, denial]) == .denied([2]))
  }
}
