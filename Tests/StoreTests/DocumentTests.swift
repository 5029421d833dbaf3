import Dates
import Facts
import Store
import Testing
import Text

/// Documents and readings come back as they were stored.
struct DocumentTests {
  @Test("A document with its reading comes back the same")
  func roundTrip() throws {
    let store = try Samples.store()
    var document = Samples.document(
      "a.txt", Samples.text, source: "Herald", published: "2024-10-23")
    document.title = "Kazan"
    document.url = "https://example.org/a"
    document.noise = [Noise(span: Span(0, 5), kind: "credit")]
    let reading = try Samples.reading()
    let id = try store.insert(NewDocument(document, reading: reading, rules: "1"))
    #expect(id == 1)
    #expect(try store.document(id) == document)
    #expect(try store.reading(of: id) == reading)
    #expect(try store.record(id)?.byteCount == Samples.text.utf8.count)
    #expect(try store.documentID(named: "a.txt") == id)
    #expect(try store.documentID(sha256: document.sha256) == id)
    #expect(try store.check() == [])
  }

  @Test("What is not there is nil, not an error")
  func missing() throws {
    let store = try Samples.store()
    #expect(try store.document(1) == nil)
    #expect(try store.record(1) == nil)
    #expect(try store.reading(of: 1) == nil)
    #expect(try store.event(1) == nil)
    #expect(try store.quote(1) == nil)
    #expect(try store.time(1) == nil)
    #expect(try store.entity(1) == nil)
    #expect(try store.documentID(named: "a") == nil)
    #expect(try store.undo() == nil)
  }

  @Test("A batch with a document that is there already leaves nothing behind")
  func batch() throws {
    let store = try Samples.store()
    let a = Samples.new(Samples.document("a", "one"))
    let b = Samples.new(Samples.document("b", "two"))
    try store.insert(b)
    #expect(throws: StoreProblem.self) { try store.insert([a, b]) }
    #expect(try store.documents().map(\.name) == ["b"])
    #expect(try store.search("one") == [])
    #expect(try store.insert([a]) == [2])
  }

  @Test("A text with a zero byte is refused, because SQLite would cut it")
  func zeroByte() throws {
    let store = try Samples.store()
    #expect(throws: StoreProblem.self) {
      try store.insert(Samples.new(Samples.document("a", "o\0ne")))
    }
  }

  @Test("A removed document takes its facts, remarks and search entry along")
  func remove() throws {
    let store = try Samples.store()
    let id = try store.insert(
      Samples.new(Samples.document("a", Samples.text), try Samples.reading()))
    try store.addNote("doubtful", on: Target(.event, 1))
    try store.addTag("kazan", to: Target(.document, id))
    try store.remove(document: id)
    #expect(try store.counts().filter { $0.count > 0 }.map(\.name) == [])
    #expect(try store.tags() == [:])
    #expect(try store.search("putin") == [])
    #expect(try store.check() == [])
  }

  @Test("Values that the schema does not know are refused")
  func constraints() throws {
    let store = try Samples.store()
    var reading = Reading()
    reading.mentions = [
      Mention(span: Span(3, 3), text: "", kind: .person, name: "x", rule: "r")
    ]
    #expect(throws: StoreProblem.self) {
      try store.insert(Samples.new(Samples.document("a", "abc"), reading))
    }
    var document = Samples.document("a", "abc")
    document.sha256 = "short"
    #expect(throws: StoreProblem.self) { try store.insert(Samples.new(document)) }
    #expect(try store.documents() == [])
  }

  @Test("Documents that other rules read are found")
  func rules() throws {
    let store = try Samples.store()
    let id = try store.insert(Samples.new(Samples.document("a", "one")))
    #expect(try store.documents(notReadBy: "1") == [])
    #expect(try store.documents(notReadBy: "2") == [id])
  }
}
