import Dates
import Facts
import Store
import Testing
import Text

/// A scope leaves in every listing what it describes.
struct ScopeTests {
  /// d1 Hindi, Herald, 2 October, about Putin; d2 English, Post, 23 October, the sample; d3 undated.
  private func store() throws -> SessionStore {
    let store = try Samples.store()
    var putin = Reading()
    putin.mentions = [try Samples.mention("Putin", in: "Putin spoke")]
    putin.events = [
      try Samples.event(
        "spoke", in: "Putin spoke", on: "2024-07-03",
        participants: [Participant(name: "Putin", kind: .person, role: .actor)])
    ]
    try store.insert([
      Samples.new(
        Samples.document(
          "a", "Putin spoke", language: "hi", source: "Herald", published: "2024-10-02"),
        putin),
      Samples.new(
        Samples.document("b", Samples.text, source: "Post", published: "2024-10-23"),
        try Samples.reading()),
      Samples.new(Samples.document("c", "Nothing")),
    ])
    try store.replaceEntities(
      [("Putin", EntityKind.person), ("Xi", .person), ("Kazan", .place), ("TASS", .organization)]
        .map {
          Cluster(
            name: $0.0, kind: $0.1,
            members: [Cluster.Member(EntityName($0.0, $0.1), reason: "name")])
        })
    try store.addTag("seen", to: Target(.document, 3))
    try store.addTag("key", to: Target(.event, 2))
    try store.addTag("leader", to: Target(.entity, 2))
    return store
  }

  private static func scope(_ change: (inout Scope) -> Void) -> Scope {
    var scope = Scope()
    change(&scope)
    return scope
  }

  @Test(
    "Documents, events and quotes of a scope",
    arguments: [
      (Scope(), [1, 2, 3], [1, 2], [1]),
      (scope { $0.languages = ["hi"] }, [1], [1], []),
      (scope { $0.sources = ["Post", "Gazette"] }, [2], [2], [1]),
      (scope { $0.documents = [2, 3] }, [2, 3], [2], [1]),
      (scope { $0.documents = [] }, [], [], []),
      (scope { $0.from = CalendarDate("2024-10-03") }, [2], [2], [1]),
      (scope { $0.until = CalendarDate("2024-10-22") }, [1], [1, 2], []),
      (scope { $0.about = [1] }, [1, 2], [1, 2], []),
      (scope { $0.about = [3] }, [2], [2], []),
      (scope { $0.about = [4] }, [2], [], [1]),
      (scope { $0.tags = ["seen"] }, [3], [], []),
      (scope { $0.tags = ["key"] }, [], [2], []),
      (scope { $0.tags = ["leader"] }, [2], [2], []),
      (
        scope {
          $0.about = [1]; $0.languages = ["en"]
        }, [2], [2], []
      ),
      (scope { $0.languages = ["'; DROP TABLE document; --"] }, [], [], []),
    ] as [(Scope, [Int], [Int], [Int])])
  func listings(scope: Scope, documents: [Int], events: [Int], quotes: [Int]) throws {
    let store = try store()
    #expect(try store.documents(in: scope).map(\.id) == documents)
    #expect(try store.events(in: scope).map(\.id) == events)
    #expect(try store.quotes(in: scope).map(\.id) == quotes)
  }

  @Test("Mentions about an entity are its own, times are those of its documents")
  func mentions() throws {
    let store = try store()
    let about = Self.scope { $0.about = [2] }
    #expect(try store.mentions(in: about).map(\.value.text) == ["Xi"])
    #expect(try store.times(in: about).map(\.id) == [1])
    #expect(try store.times(in: Self.scope { $0.languages = ["hi"] }) == [])
  }

  @Test("An event of uncertain days is in if it may lie in the scope, one without days is not")
  func uncertain() throws {
    let store = try Samples.store()
    var year = try Samples.event("met", in: "they met")
    year.days = DayInterval(CalendarDate("2024-01-01"), CalendarDate("2024-12-31"))
    var open = year
    open.days = DayInterval(nil, CalendarDate("2024-03-01"))
    let undated = try Samples.event("met", in: "they met", kind: "agree")
    var reading = Reading()
    reading.events = [year, open, undated]
    try store.insert(Samples.new(Samples.document("a", "they met"), reading))
    let july = Self.scope {
      $0.from = CalendarDate("2024-07-01"); $0.until = CalendarDate("2024-07-31")
    }
    let winter = Self.scope { $0.until = CalendarDate("2024-01-31") }
    #expect(try store.events(in: july).map(\.id) == [1])
    #expect(try store.events(in: winter).map(\.id) == [1, 2])
    #expect(try store.events().map(\.id) == [1, 2, 3])
  }

  @Test("A sample does not depend on the order of loading, and says of how many it is")
  func sample() throws {
    let names = (1...40).map { "n\($0)" }
    let samples = try [names, names.reversed()].map { names -> ([String], Int) in
      let store = try Samples.store()
      try store.insert(names.map { Samples.new(Samples.document($0, "Text \($0)")) })
      let sample = try store.sample(of: Scope(), most: 7)
      return (sample.documents.map(\.name).sorted(), sample.count)
    }
    #expect(samples[0].0.count == 7)
    #expect(samples[0].0 == samples[1].0)
    #expect(samples.map(\.1) == [40, 40])
  }
}
