import Dates
import Testing

@Suite("Islamic dates")
struct IslamicDateTests {
  @Test(
    "The tabular calendar gives the civil days",
    arguments: [
      (1, 1, 1, "0622-07-19"), (1445, 9, 1, "2024-03-11"), (1446, 1, 1, "2024-07-08"),
      (1446, 12, 10, "2025-06-07"),
    ])
  func gregorian(_ year: Int, _ month: Int, _ day: Int, _ expected: String) throws {
    let date = try #require(IslamicDate(year: year, month: month, day: day))
    #expect(date.gregorian.description == expected)
  }

  @Test("The months of a year follow each other without a gap")
  func months() throws {
    for month in 1..<12 {
      let last = try #require(IslamicDate.days(year: 1445, month: month).latest)
      let next = try #require(IslamicDate.days(year: 1445, month: month + 1).earliest)
      #expect(last.adding(days: 1) == next)
    }
  }

  @Test("There is no month of 31 days")
  func impossible() {
    #expect(IslamicDate(year: 1445, month: 9, day: 31) == nil)
  }
}
