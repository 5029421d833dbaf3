import Dates
import Facts
import Reading
import Testing

@Suite("Times of a narrative")
struct NarrativeTests {
  private func values(_ text: String, _ mode: ReadingMode = .narrative) throws -> [String] {
    try TestReaders.reader("en").times(in: text, published: CalendarDate("2010-06-01"), mode: mode)
      .map(\.value)
  }

  @Test("A month goes on from the year told last, and over New Year's Eve")
  func goesOn() throws {
    #expect(
      try values(
        "They met in November 1941. In December all talks failed. In January letters came.")
        == ["1941-11", "1941-12", "1942-01"])
    #expect(
      try values("In 1974 the talks failed. On 3 March the army left.") == [
        "1974", "1974-03-03",
      ])
  }

  @Test("The next day is counted from the last day, though its year was named since")
  func nextDay() throws {
    let text = "The fort fell on 3 March 1904. This was the war of 1904. The next day they left."
    #expect(try values(text) == ["1904-03-03", "1904", "1904-03-04"])
  }

  @Test("A range is given as its two ends, in news as one interval")
  func range() throws {
    let text = "The war (1861–1865) and the talks of 5–7 May 1866."
    #expect(try values(text) == ["1861", "1865", "1866-05-05", "1866-05-07"])
    #expect(try values(text, .news) == ["1861/1865", "1866-05-05/1866-05-07"])
  }

  @Test("What goes on from a time before is marked as a guess")
  func guess() throws {
    let times = try TestReaders.reader("en").times(
      in: "They met in November 1941. In December all talks failed.", published: nil,
      mode: .narrative)
    #expect(times.map(\.edtf) == ["1941-11", "1941-12?"])
  }
}
