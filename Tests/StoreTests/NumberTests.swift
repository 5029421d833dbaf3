import Facts
import Store
import Testing
import Text

/// Numbers, and so handles, go on to mean the same.
struct NumberTests {
  private let text = "They met, and met again, then signed."

  private func reading(_ parts: [(String, String)]) throws -> Reading {
    var reading = Reading()
    reading.events = try parts.map { try Samples.event($0.0, in: text, kind: $0.1) }
    return reading
  }

  @Test("A reading made anew keeps the numbers of facts with the same span and kind")
  func rereading() throws {
    let store = try Samples.store()
    let a = try store.insert(
      Samples.new(
        Samples.document("a", text), try reading([("met", "consult"), ("signed", "agree")])))
    try store.insert(Samples.new(Samples.document("b", text), try reading([("met", "consult")])))
    #expect(try store.events().map(\.id) == [1, 2, 3])
    try store.replaceReading(
      of: a,
      with: try reading([("met again", "consult"), ("signed", "agree"), ("met", "assault")]),
      rules: "2")
    let events = try store.events().filter { $0.document == a }
    #expect(
      events.map { "\($0.id) \($0.value.text) \($0.value.kind)" }
        == ["5 met assault", "4 met again consult", "2 signed agree"])
    #expect(try store.event(1) == nil)
  }

  @Test("Two facts with the same span and kind keep a number each")
  func twins() throws {
    let store = try Samples.store()
    let twins = try reading([("met", "consult"), ("met", "consult")])
    let a = try store.insert(Samples.new(Samples.document("a", text), twins))
    try store.replaceReading(of: a, with: twins, rules: "2")
    #expect(try store.events().map(\.id) == [1, 2])
  }

  @Test("An unknown document cannot be read again")
  func unknown() throws {
    let store = try Samples.store()
    #expect(throws: StoreProblem.self) {
      try store.replaceReading(of: 7, with: Reading(), rules: "1")
    }
  }

  private func cluster(_ names: [String], as name: String? = nil) -> Cluster {
    Cluster(
      name: name ?? names[0], kind: .person,
      members: names.map { Cluster.Member(EntityName($0, .person), reason: "same") })
  }

  @Test("An entity keeps its number where its shown name is, else where most of its names are")
  func entities() throws {
    let store = try Samples.store()
    #expect(
      try store.replaceEntities([cluster(["Putin", "Путин"]), cluster(["Xi", "Си", "习"])]) == [
        1, 2,
      ])
    #expect(
      try store.replaceEntities([
        cluster(["Си"]), cluster(["习", "Xi"], as: "Xi"), cluster(["Путин"]),
      ])
        == [3, 2, 1])
    #expect(
      try store.replaceEntities([cluster(["Си", "习"]), cluster(["Xi", "Путин"], as: "Путин")]) == [
        3, 1,
      ])
    #expect(try store.entities().map(\.name) == ["Путин", "Си"])
    #expect(try store.entityOfName()[EntityName("习", .person)] == 3)
  }

  @Test("Merging under the second name keeps the second number, and taking it back gives both")
  func mergeAndBack() throws {
    let store = try Samples.store()
    let apart = [cluster(["Kremlin"]), cluster(["Peskov"])]
    try store.replaceEntities(apart)
    #expect(try store.replaceEntities([cluster(["Kremlin", "Peskov"], as: "Peskov")]) == [2])
    #expect(try store.replaceEntities(apart) == [1, 2])
  }

  @Test("A name cannot be in two entities")
  func nameTwice() throws {
    let store = try Samples.store()
    try store.replaceEntities([cluster(["Xi"])])
    #expect(throws: StoreProblem.self) {
      try store.replaceEntities([cluster(["Xi"]), cluster(["Xi"])])
    }
    #expect(try store.entities().map(\.id) == [1])
  }
}
