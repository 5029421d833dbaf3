import Dates
import Testing

@Suite("TIMEX3 values")
struct TimexValueTests {
  @Test(
    "Every form is read and printed alike",
    arguments: [
      "2024-10-02", "XXXX-10-02", "BC0480-08", "199", "BC048", "20", "BC03", "2024-W40",
      "2024-W40-WE", "XXXX-WXX-1", "2024-Q3", "2024-SU", "2024-10-02TMO", "2024-10-02T15:30",
      "2024-10-02T15:30:05", "P3D", "P2Y6M", "P2.5Y", "PT5H30M", "PXM", "2024-10-22/2024-10-24",
      "PAST_REF",
    ])
  func roundTrip(_ text: String) throws {
    #expect(try #require(TimexValue(text)).description == text)
  }

  @Test(
    "Decades and centuries before our era have the days that they name",
    arguments: [
      ("BC048", "-0488-01-01", "-0479-12-31"), ("BC03", "-0399-01-01", "-0300-12-31"),
      ("199", "1990-01-01", "1999-12-31"), ("18", "1800-01-01", "1899-12-31"),
    ])
  func days(_ text: String, _ first: String, _ last: String) throws {
    let days = try #require(TimexValue(text)).days
    #expect([days.earliest?.description, days.latest?.description] == [first, last])
  }

  @Test(
    "A year lies in its own decade and century", arguments: [-479, -488, -399, 0, 1, 1999, 2024])
  func contains(_ year: Int) throws {
    let day = try #require(CalendarDate(year: year, month: 6, day: 1))
    for value in [TimexValue.decade(ofYear: year), TimexValue.century(ofYear: year)] {
      let first = try #require(value.days.earliest)
      let last = try #require(value.days.latest)
      #expect(first <= day && day <= last)
    }
  }
}
