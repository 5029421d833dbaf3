import Dates
import Testing

@Suite("Modifiers")
struct TimeModifierTests {
  private func year(_ modifier: TimeModifier) throws -> (DayInterval, String) {
    let value = try #require(TimexValue("2004"))
    let edtf = try #require(value.edtf)
    return (modifier.days(of: value.days), modifier.edtf(of: edtf, days: value.days).description)
  }

  @Test(
    "A modifier narrows the days of a year",
    arguments: [
      (TimeModifier.start, "2004-01-01~/2004-05-01~"), (.mid, "2004-05-02~/2004-08-31~"),
      (.end, "2004-09-01~/2004-12-31~"), (.approximate, "2004~"), (.before, "../2003-12-31"),
      (.after, "2005-01-01/.."), (.moreThan, "2004"),
    ])
  func narrows(_ modifier: TimeModifier, _ edtf: String) throws {
    #expect(try year(modifier).1 == edtf)
  }

  @Test("A single day has no parts")
  func day() throws {
    let day = try #require(CalendarDate("2004-02-29"))
    #expect(TimeModifier.mid.days(of: DayInterval(day, day)) == DayInterval(day, day))
  }
}
