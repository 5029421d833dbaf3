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

  private func deeds(_ published: String?, in given: String? = nil) throws -> [Deed] {
    let text = given ?? text
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

  @Test(
    "A name has the deeds whose subject or agent it is, and no other's",
    arguments: [
      ("Northgate Motors opened a plant and hired 40 people on Monday.", ["opened", "hired"]),
      ("Northgate Motors executive Ann Lee resigned on Monday.", []),
      ("Demand for the Northgate Motors vans doubled on Monday.", []),
      ("Unions welcomed Northgate Motors's pledge and stopped the strike.", []),
      ("The old plant was sold by Northgate Motors, which Ann Lee founded.", ["sold"]),
      ("Northgate Motors rolled out a van and shut down a plant.", ["rolled out", "shut down"]),
      ("Northgate Motors, with its newly expanded plant, opened a shop.", ["opened"]),
      ("Northgate Motors made its first delivery on Monday.", ["delivery"]),
      ("Northgate Motors defended the price, saying it was fair.", ["defended", "saying"]),
    ])
  func roles(_ sentence: String, _ expected: [String]) throws {
    let found = try deeds("2019-06-06", in: "A note about vans\nThis is about vans. " + sentence)
    #expect(found.map(\.text) == expected)
  }

  @Test(
    "A pronoun goes on about a person or about a thing",
    arguments: [
      (true, "Lee spoke. One year later she left.", ["spoke", "left"]),
      (false, "Lee spoke. One year later she left.", ["spoke"]),
      (false, "Lee grew. It bought a plant.", ["grew", "bought"]),
      (true, "Lee spoke. It was late when the plant closed.", ["spoke"]),
    ])
  func pronouns(_ isPerson: Bool, _ sentences: String, _ expected: [String]) throws {
    let text = "A note about vans\nVans are in this note. " + sentences
    let reader = try TestReaders.reader("en")
    let reading = reader.read(text, noise: [], published: nil, mode: .news)
    let start = text.utf8.count - sentences.utf8.count
    let found = reader.deeds(
      in: text, of: [Span(start, start + 3)], isPerson: isPerson, reading: reading, published: nil)
    #expect(found.map(\.text) == expected)
  }

  @Test(
    "What is said has its own dates, and what had been done before is not of the story's day",
    arguments: [
      ("Northgate Motors said that the plant opened in 2011.", "2019-06-04"),
      ("Northgate Motors announced a van for 2021.", "2019-06-04"),
      ("Northgate Motors opened the plant in 2011.", "2011"),
      ("Northgate Motors had bought the plant.", ""),
    ])
  func days(_ sentence: String, _ expected: String) throws {
    let text = "A note about vans\nVans were shown on Tuesday to people. " + sentence
    #expect(try deeds("2019-06-06", in: text).first?.date == expected)
  }

  @Test("The text of a deed stands at its span")
  func spans() throws {
    let bytes = Array(text.utf8)
    for deed in try deeds("2019-06-06") {
      #expect(String(decoding: bytes[deed.span.start..<deed.span.end], as: UTF8.self) == deed.text)
    }
  }
}
