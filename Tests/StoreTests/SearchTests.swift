import Facts
import Store
import Testing

/// The full-text index finds whole words in every script.
struct SearchTests {
  private func store(_ texts: [String]) throws -> SessionStore {
    let store = try Samples.store()
    for (index, text) in texts.enumerated() {
      try store.insert(Samples.new(Samples.document("d\(index)", text)))
    }
    return store
  }

  @Test("A Hindi word is found whole: its vowel signs belong to it")
  func hindi() throws {
    let store = try store(["व्लादिमीर पुतिन", "पूतना", "पातान", "प त न", "पतन"])
    #expect(try store.search("\"पुतिन\"").map(\.document) == [1])
  }

  @Test("Diacritics do not matter, and a phrase is found as one")
  func latin() throws {
    let store = try store(["Hà Nội hôm nay", "ha noi", "noi ha"])
    #expect(try store.search("\"ha noi\"").map(\.document).sorted() == [1, 2])
  }

  @Test("The best document is first, and the limit and the scope hold")
  func ranking() throws {
    let store = try store(["x one two three four", "x x x", "y"])
    #expect(try store.search("x").map(\.document) == [2, 1])
    #expect(try store.search("x", limit: 1).map(\.document) == [2])
    var scope = Scope()
    scope.documents = [1]
    #expect(try store.search("x", in: scope).map(\.document) == [1])
  }

  @Test("What is no search is a problem", arguments: ["\"open", "NEAR(", "b:hello", "a AND"])
  func bad(match: String) throws {
    let store = try store(["a"])
    #expect(throws: StoreProblem.self) { try store.search(match) }
  }

  @Test("The index can be built anew")
  func rebuild() throws {
    let store = try store(["one", "two"])
    try store.rebuildSearch()
    #expect(try store.search("two").map(\.document) == [2])
    #expect(try store.check() == [])
  }

  @Test("A document whose search text was given beforehand can be removed cleanly")
  func given() throws {
    let store = try Samples.store()
    var new = Samples.new(Samples.document("a", "ONE"))
    new.searchText = Samples.searchText("ONE")
    let id = try store.insert(new)
    #expect(try store.search("one").map(\.document) == [id])
    try store.remove(document: id)
    #expect(try store.search("one") == [])
    #expect(try store.check() == [])
  }
}
