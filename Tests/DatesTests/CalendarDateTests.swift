import Dates
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test(
    "A day is read and printed the same",
    arguments: ["2024-10-02", "1999-12-31", "2000-02-29", "0001-01-01"])
  func roundTrip(_ text: String) { #expect(CalendarDate(text)?.description == text) }

  @Test(
    "What is no day is none",
    arguments: [
      "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "24-10-02", "",
    ])
  func noDay(_ text: String) { #expect(CalendarDate(text) == nil) }

  @Test("Day numbers count days without a gap")
  func dayNumbers() throws {
    let start = try #require(CalendarDate("1599-12-25"))
    var previous = start
    for offset in 1...160_000 {
      let day = CalendarDate(dayNumber: start.dayNumber + offset)
      #expect(previous < day && day.dayNumber == previous.dayNumber + 1)
      previous = day
    }
  }

  @Test(
    "The weekday of known days",
    arguments: [("2024-10-02", 3), ("1970-01-01", 4), ("2000-01-01", 6)])
  func weekdays(_ text: String, _ weekday: Int) throws {
    #expect(try #require(CalendarDate(text)).weekday == weekday)
  }

  @Test("A month later is the last day where the day is missing")
  func months() throws {
    let day = try #require(CalendarDate("2024-01-31"))
    #expect(day.adding(months: 1).description == "2024-02-29")
    #expect(day.adding(months: -2).description == "2023-11-30")
  }
}
