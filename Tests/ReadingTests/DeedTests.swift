import Dates
import Facts
import Foundation
import Reading
import Testing
import Text

/// What somebody did, in English.
@Suite("Deeds")
struct DeedTests {
  private let text = """
    Northgate Motors unveils a van
    Northgate Motors unveiled its first van on Tuesday. The company would sell it in spring.
    It built 40 of them in March 2019. Nobody bought the last one.
    """

  private func deeds(_ published: String?) throws -> [Deed] {
    let reader = try TestReaders.reader("en")
    let day = published.flatMap(CalendarDate.init)
    let reading = reader.read(text, noise: [], published: day, mode: .news)
    let name = "Northgate Motors"
    let bytes = Array(text.utf8)
    let starts = bytes.indices.filter { bytes[$0...].starts(with: name.utf8) }
    return reader.deeds(
      in: text, of: starts.map { Span($0, $0 + name.utf8.count) }, reading: reading,
      published: day)
  }

  @Test("A deed has the day of its sentence, else that of the story")
  func dates() throws {
    let found = try deeds("2019-06-06").map { "\($0.text) \($0.date) \($0.basis)" }
    #expect(
      found == [
        "unveils 2019-06-04 narrative", "unveiled 2019-06-04 clause", "built 2019-03 clause",
      ])
  }

  @Test("Without a publication day nothing is made up")
  func undated() throws {
    #expect(try deeds(nil).map(\.date).first == "")
  }

  @Test("The text of a deed stands at its span")
  func spans() throws {
    let bytes = Array(text.utf8)
    for deed in try deeds("2019-06-06") {
      #expect(String(decoding: bytes[deed.span.start..<deed.span.end], as: UTF8.self) == deed.text)
    }
  }
}
