import Facts
import Store
import Testing

/// Names are gathered over all documents, in an order that loading does not change.
struct NameTests {
  private func uses(_ order: [String]) throws -> [NameUse] {
    let store = try Samples.store()
    for name in order {
      let text = name == "b" ? "Well, Xi, then Xi" : "then Xi"
      var reading = Reading()
      reading.mentions = [
        try Samples.mention("Xi", in: text, identity: name == "b" ? "xi" : nil),
        Mention(
          span: try Samples.span("then", in: text), text: "then", kind: .person, name: "Xi",
          isDescription: true, rule: "r"),
      ]
      try store.insert(
        Samples.new(
          Samples.document(name, text, language: name == "b" ? "ru" : "en"), reading))
    }
    return try store.names()
  }

  @Test("A name's use counts names and descriptions and keeps the identity that is known")
  func use() throws {
    let use = try #require(try uses(["a", "b"]).first)
    #expect(use.name == EntityName("Xi", .person))
    #expect(use.identity == "xi")
    #expect(use.languages == ["en", "ru"])
    #expect(use.documents == [1, 2])
    #expect(use.names == 2)
    #expect(use.mentions == 4)
  }

  @Test("The first document of a name does not depend on the order of loading")
  func order() throws {
    let (a, b) = (try uses(["a", "b"]), try uses(["b", "a"]))
    #expect(a.map(\.firstOffset) == b.map(\.firstOffset))
  }
}
