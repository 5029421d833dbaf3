import Dates
import Testing

@Suite("EDTF")
struct EDTFTests {
  @Test(
    "Every form of levels 0, 1 and those of level 2 that are needed is printed as it was read",
    arguments: [
      "2024", "2024-10", "2024-10-02", "2024-10-02T15:30:00", "2024-10-02T15:30:00Z",
      "2024-10-02T15:30:00+05:30", "2004-01-01/2005", "-0488-01-01/-0479-12-31", "Y170000002",
      "2024-21", "2024-33", "2024?", "2024-10~", "2024-10-02%", "201X", "20XX", "2024-XX",
      "2024-10-XX", "XXXX-10-02", "2024-10-22/..", "../2024", "2024/", "/2024", "?2024-10-02",
      "2024-~10-02", "[2024-10-02,2024-10-04]", "{1667,1668..1670}", "[..1760-12-03]",
      "156X-12-25", "2024-10-01~/2024-10-31~",
    ])
  func roundTrip(_ text: String) throws {
    #expect(try #require(EDTF(text)).description == text)
  }

  @Test(
    "What is no expression is not read",
    arguments: [
      "", "24", "2024-13", "2024-02-30", "2024-10-2", "2024/10/02", "/", "[", "[]", "{2024",
      "2024-10-02T15:30", "2024-21-05", "2024??", "20245", "Y2024", "2024-10-02/x", "..", "?",
      "2024-10-02T25:00:00", "2024-10-02T15:30:00+", "XX",
    ])
  func refused(_ text: String) {
    #expect(EDTF(text) == nil)
  }

  @Test(
    "Earliest and latest day are those that the digits allow",
    arguments: [
      ("2024-02", "2024-02-01", "2024-02-29"), ("201X", "2010-01-01", "2019-12-31"),
      ("2024-XX-31", "2024-01-31", "2024-12-31"), ("2024-21", "2024-03-01", "2024-05-31"),
      ("2024-10-22/2024-10-24", "2024-10-22", "2024-10-24"),
      ("2024-10?", "2024-10-01", "2024-10-31"),
      ("[2024-10-02,2024-10-04]", "2024-10-02", "2024-10-04"),
      ("2024-10-22/..", "2024-10-22", ".."),
    ])
  func days(_ text: String, _ first: String, _ last: String) throws {
    let days = try #require(EDTF(text)).days
    #expect([days.earliest, days.latest].map { $0?.description ?? ".." } == [first, last])
  }
}

@Suite("Relations of intervals")
struct AllenRelationTests {
  private static func days(_ first: Int, _ last: Int) -> DayInterval {
    DayInterval(CalendarDate(dayNumber: first), CalendarDate(dayNumber: last))
  }

  @Test(
    "The thirteen relations, and each one's inverse",
    arguments: [
      (0, 1, AllenRelation.before), (0, 9, .meets), (5, 12, .overlaps), (10, 15, .starts),
      (12, 15, .during), (15, 20, .finishes), (10, 20, .equal), (22, 30, .after),
      (21, 30, .metBy), (15, 25, .overlappedBy), (10, 25, .startedBy), (5, 25, .contains),
      (5, 20, .finishedBy),
    ])
  func relations(_ first: Int, _ last: Int, _ relation: AllenRelation) {
    let other = Self.days(10, 20)
    #expect(Self.days(first, last).relation(to: other) == relation)
    #expect(other.relation(to: Self.days(first, last)) == relation.inverse)
  }

  @Test("An open end lies beyond every day")
  func open() {
    let open = DayInterval(CalendarDate(dayNumber: 15), nil)
    #expect(open.relation(to: Self.days(10, 20)) == .overlappedBy)
    #expect(DayInterval(nil, nil).relation(to: Self.days(10, 20)) == .contains)
  }
}
