import Dates
import Facts
import Loading
import Testing

/// Text files, with and without lines on top that say where they come from.
struct PlainTextTests {
  static func loaded(_ text: String, name: String = "a.txt") throws -> LoadedDocument {
    let results = FileLoader.load(Array(text.utf8), name: name)
    guard results.count == 1, case .loaded(let document) = results[0] else {
      throw Unexpected(results: results)
    }
    return document
  }

  struct Unexpected: Error { let results: [LoadResult] }

  @Test("A header gives title, source, date, address and language, and is no part of the text")
  func header() throws {
    let document = try Self.loaded(
      """
      Title:  Visit   announced
      Source: Herald
      date: 2024-10-02T10:00:00Z
      URL: https://example.org/2024/10/05/a
      Language: hi-IN

      The text.

      """)
    #expect(document.title == "Visit announced")
    #expect(document.source == "Herald")
    #expect(document.publication == Publication(day: CalendarDate("2024-10-02"), origin: .text))
    #expect(document.url == "https://example.org/2024/10/05/a")
    #expect(document.language == "hi")
    #expect(document.text == "The text.\n")
    #expect(document.name == "a.txt")
    #expect(document.repairs == [])
  }

  @Test(
    "What is not a whole header stays in the text",
    arguments: [
      "Title: x\nThe text.\n", "Putin: we agree\n\nXi agreed.\n", "\nTitle: x\n\nText\n",
      "Title: x\n",
      "Title: x\nmore\n\ntext\n",
    ])
  func noHeader(text: String) throws {
    let document = try Self.loaded(text)
    #expect(document.text == text)
    #expect(document.title == nil)
  }

  @Test("A header with nothing behind it is an empty document")
  func onlyHeader() {
    #expect(
      FileLoader.load(Array("Title: x\n\n \n".utf8), name: "a")
        == [.rejected(name: "a", reason: "it is empty")])
  }

  @Test("A date that cannot be read is told, not guessed")
  func badDate() throws {
    let document = try Self.loaded("Date: last Tuesday\n\nThe text.\n")
    #expect(document.publication == .unknown)
    #expect(document.repairs == ["its date cannot be read: last Tuesday"])
  }

  @Test("The hash is of the bytes of the file")
  func hash() throws {
    let document = try Self.loaded("abc")
    #expect(
      document.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(document.byteCount == 3)
  }
}
