import Dates
import Facts
import Store
import Testing

/// Every change can be taken back, and a change that fails leaves nothing.
struct StepTests {
  private struct Stop: Error {}

  @Test("Undo takes back a load, and its numbers are free again")
  func load() throws {
    let store = try Samples.store()
    let new = Samples.new(Samples.document("a", Samples.text), try Samples.reading())
    try store.step("load a") { _ = try store.insert(new) }
    #expect(try store.steps().map(\.line) == ["load a"])
    let undone = try store.undo()
    #expect(undone?.line == "load a")
    #expect(undone?.removed == [1])
    #expect(try store.documents() == [])
    #expect(try store.search("putin") == [])
    #expect(try store.step("load a") { try store.insert(new) } == 1)
    #expect(try store.events().map(\.id) == [1])
    #expect(try store.check() == [])
  }

  @Test("Decisions, notes, tags and corrections are taken back, the last first")
  func decisions() throws {
    let store = try Samples.store()
    let target = Target(.document, 1)
    try store.step("load") { _ = try store.insert(Samples.new(Samples.document("a", "one"))) }
    try store.step("tag") { try store.addTag("old", to: target) }
    try store.step("mixed") {
      try store.decide(Decision(.merge, [EntityName("b", .person), EntityName("a", .person)]))
      try store.addNote("hm", on: target)
      try store.removeTag("old", from: target)
      try store.addTag("new", to: target)
      try store.correct(.published, of: 1, to: "2024-10-02")
      try store.correct(.published, of: 1, to: "2024-10-03")
      try store.correct(.language, of: 1, to: "hi")
    }
    #expect(try store.tags() == ["new": [target]])
    #expect(try store.decisions().map { $0.names.map(\.text) } == [["a", "b"]])
    #expect(try store.record(1)?.publication.day?.description == "2024-10-03")
    #expect(try store.corrected(1) == [.language, .published])

    let undone = try store.undo()
    #expect(undone?.line == "mixed")
    #expect(undone?.removed == [])
    #expect(undone?.restored == [1])
    #expect(try store.decisions() == [])
    #expect(try store.notes() == [])
    #expect(try store.tags() == ["old": [target]])
    #expect(try store.record(1)?.publication == .unknown)
    #expect(try store.record(1)?.language == "en")
    #expect(try store.undo()?.line == "tag")
    #expect(try store.tags() == [:])
    #expect(try store.undo()?.removed == [1])
    #expect(try store.undo() == nil)
  }

  @Test("A step that changes nothing is none")
  func nothing() throws {
    let store = try Samples.store()
    try store.step("entities") { _ = try store.entities() }
    #expect(try store.steps() == [])
  }

  @Test("A transaction that throws leaves nothing, and the step goes on")
  func rollback() throws {
    let store = try Samples.store()
    try store.step("two") {
      #expect(throws: Stop.self) {
        try store.transaction {
          try store.insert(Samples.new(Samples.document("a", "one")))
          try store.transaction { try store.setSetting("k", to: "v") }
          throw Stop()
        }
      }
      #expect(try store.documents() == [])
      #expect(try store.setting("k") == nil)
      try store.transaction { _ = try store.insert(Samples.new(Samples.document("b", "two"))) }
    }
    #expect(try store.steps().map(\.line) == ["two"])
    #expect(try store.undo()?.removed == [1])
  }

  @Test("Several transactions of one step are taken back together")
  func batches() throws {
    let store = try Samples.store()
    try store.step("load folder") {
      for name in ["a", "b", "c"] {
        try store.transaction { _ = try store.insert(Samples.new(Samples.document(name, name))) }
      }
    }
    #expect(try store.undo()?.removed == [1, 2, 3])
  }

  @Test("A correction to what is no day is refused and not kept")
  func badDay() throws {
    let store = try Samples.store()
    try store.insert(Samples.new(Samples.document("a", "one", published: "2024-10-02")))
    #expect(throws: StoreProblem.self) { try store.correct(.published, of: 1, to: "yesterday") }
    #expect(try store.corrected(1) == [])
    try store.correct(.published, of: 1, to: nil)
    #expect(try store.record(1)?.publication == .unknown)
  }

  @Test("The journal keeps commands in order, with outcome")
  func journal() throws {
    let store = try Samples.store()
    #expect(try store.journal("load a", at: 5, status: "done", milliseconds: 3) == 1)
    #expect(try store.journal("lod b", at: 6.5, status: "no command lod", milliseconds: 0) == 2)
    #expect(try store.journal().map(\.line) == ["load a", "lod b"])
    let last = try store.journal(last: 1)
    #expect(last.map(\.number) == [2])
    #expect(last.map(\.at) == [6.5])
    #expect(last.map(\.status) == ["no command lod"])
    #expect(last.map(\.milliseconds) == [0])
  }
}
