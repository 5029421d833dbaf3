import Dates
import Testing

@testable import Grammar

@Suite("Days of every year")
struct YearlyDayTests {
  @Test(
    "A code is the right day of its year",
    arguments: [
      ("10-02", 2024, "2024-10-02"), ("11-W4-4", 2024, "2024-11-28"),
      ("05-W1--1", 2024, "2024-05-27"),
      ("E+0", 2024, "2024-03-31"), ("E-2", 2025, "2025-04-18"), ("E+0", 1961, "1961-04-02"),
      ("O+0", 2024, "2024-05-05"), ("O+0", 2025, "2025-04-20"), ("O-7", 2023, "2023-04-09"),
    ])
  func day(_ code: String, _ year: Int, _ expected: String) throws {
    #expect(try #require(YearlyDay(code)).date(in: year).description == expected)
  }

  @Test(
    "Without a year nothing is made up",
    arguments: [("10-02", "XXXX-10-02"), ("11-W4-4", "XXXX-11")])
  func noYear(_ code: String, _ expected: String) throws {
    #expect(try #require(YearlyDay(code)).date(in: nil).description == expected)
  }

  @Test(
    "What is no code is refused", arguments: ["13-01", "10-32", "11-W8-1", "11-W4-6", "E", "x"])
  func bad(_ code: String) { #expect(YearlyDay(code) == nil) }
}
