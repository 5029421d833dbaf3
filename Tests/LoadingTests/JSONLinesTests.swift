import Dates
import Facts
import Loading
import Testing

/// JSON Lines give one document a record, and a bad record spoils no other.
struct JSONLinesTests {
  @Test("Records are named by id, else by line, and a bad one is rejected alone")
  func records() {
    let lines = [
      #"{"id": "x1", "text": "दिल्ली में बैठक हुई।", "lang": "hi", "published": "2024-10-02", "title": "T", "source": "S", "url": "u"}"#,
      #"{"text": "second", "id": 7}"#, "", #"{"text": "third"}"#, #"{"id": "x4"}"#, "{broken",
      #"{"text": ""}"#, #"{"text": 5}"#, #"{"text": "\ud800"}"#,
    ]
    let results = FileLoader.load(Array(lines.joined(separator: "\n").utf8), name: "a.jsonl")
    #expect(
      results.map(Self.line) == [
        "x1 2024-10-02 given hi T S u दिल्ली में बैठक हुई।", "7 - none - - - - second",
        "a.jsonl:4 - none - - - - third", "a.jsonl:5: the record has no text",
        "a.jsonl:6: the line is not a JSON object with a text", "a.jsonl:7: it is empty",
        "a.jsonl:8: the record has no text",
        "a.jsonl:9: the line is not a JSON object with a text",
      ])
  }

  private static func line(_ result: LoadResult) -> String {
    switch result {
    case .rejected(let name, let reason): return "\(name): \(reason)"
    case .loaded(let document):
      let day = document.publication.day?.description ?? "-"
      return [
        document.name, day, document.publication.origin.rawValue, document.language ?? "-",
        document.title ?? "-", document.source ?? "-", document.url ?? "-", document.text,
      ].joined(separator: " ")
    }
  }

  @Test("A text in JSON stays as it is, with its line breaks")
  func exact() {
    let results = FileLoader.load(Array(#"{"text": "a\r\nb"}"#.utf8), name: "a")
    guard case .loaded(let document)? = results.first else {
      Issue.record("not loaded")
      return
    }
    #expect(Array(document.text.utf8) == Array("a\r\nb".utf8))
  }

  @Test("A record beyond the limit is rejected, its neighbours are kept")
  func long() {
    let long = #"{"text": ""# + String(repeating: "x", count: FileLoader.longestRecord) + #""}"#
    let file = "{\"text\": \"a\"}\n" + long + "\n{\"text\": \"b\"}\n"
    let results = FileLoader.load(Array(file.utf8), name: "a")
    #expect(results.count == 3)
    #expect(
      results[1] == .rejected(name: "a:2", reason: "the record is longer than 10000000 bytes"))
  }
}
