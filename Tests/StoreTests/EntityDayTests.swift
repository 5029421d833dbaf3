import Dates
import Facts
import GRDB
import Testing
import Text

@testable import Store

@Suite("Days with which entities are told of")
struct EntityDayTests {
  private static let text = "Putin met Xi on 2 May. Xi left on 3 May. Nobody came on 4 May."

  private static func time(_ part: String, _ day: String) throws -> TimeExpression {
    let day = CalendarDate(day)
    return TimeExpression(
      span: try Samples.span(part, in: text), text: part, type: .date,
      value: day?.description ?? "", edtf: day?.description ?? "", days: DayInterval(day, day),
      anchor: .none, rule: "day")
  }

  /// Two documents of the text, with Putin and Xi as entities 1 and 2.
  private func store() throws -> SessionStore {
    let store = try Samples.store()
    var reading = Reading(sentences: [Span(0, 22), Span(23, 40), Span(41, 62)])
    reading.mentions = [
      try Samples.mention("Putin", in: Self.text), try Samples.mention("Xi", in: Self.text),
      Mention(span: Span(23, 25), text: "Xi", kind: .person, name: "Xi", rule: "lexicon"),
    ]
    reading.times = [
      try Self.time("2 May", "2024-05-02"), try Self.time("3 May", "2024-05-03"),
      try Self.time("4 May", "2024-05-04"),
    ]
    for name in ["a", "b"] {
      try store.insert(Samples.new(Samples.document(name, Self.text), reading))
    }
    let clusters = ["Putin", "Xi"].map { name in
      Cluster(
        name: name, kind: .person,
        members: [Cluster.Member(EntityName(name, .person), reason: "")], isDropped: false)
    }
    try store.replaceEntities(clusters)
    try store.countUses(of: nil)
    return store
  }

  private func days(_ store: SessionStore, _ entities: [Int]) throws -> [String] {
    try store.entityDays(of: entities).map { "\($0.first) \($0.documents)" }
  }

  @Test("Each has the days of the sentences in which it is named, and all sentences have theirs")
  func counted() throws {
    let store = try store()
    #expect(try days(store, [1]) == ["2024-05-02 [1, 2]"])
    #expect(try days(store, [2]) == ["2024-05-02 [1, 2]", "2024-05-03 [1, 2]"])
    #expect(
      try days(store, []) == ["2024-05-02 [1, 2]", "2024-05-03 [1, 2]", "2024-05-04 [1, 2]"])
  }

  @Test("Counting some anew leaves the others as they are")
  func some() throws {
    let store = try store()
    let before = try [[1], [2], []].map { try days(store, $0) }
    try store.countUses(of: [2])
    #expect(try [[1], [2], []].map { try days(store, $0) } == before)
    #expect(try store.check().isEmpty)
  }

  @Test(
    "A check finds what is missing and what is too much",
    arguments: [
      "DELETE FROM entity_day WHERE entity = 1",
      "UPDATE entity_day SET documents = x'01' WHERE entity = 2",
      """
      INSERT INTO entity_day (entity, first, last, is_uncertain, documents)
      VALUES (1, 1, 1, 0, x'01')
      """,
    ])
  func faults(_ sql: String) throws {
    let store = try store()
    #expect(try store.check().isEmpty)
    try store.write { db in try db.execute(sql: sql) }
    #expect(try store.check() == ["the days of entities are not what the documents say"])
  }

  @Test("Lists of numbers come back; damaged bytes give what is whole and not too large")
  func numbers() {
    let bytes = NumberList.encode([1, 2, 300, 70_000])
    #expect(NumberList.decode(bytes, upTo: 70_000) == [1, 2, 300, 70_000])
    #expect(NumberList.decode(bytes, upTo: 400) == [1, 2, 300])
    #expect(NumberList.decode(bytes + [0xFF], upTo: 70_000) == [1, 2, 300, 70_000])
    var large: [UInt8] = []
    Varint.append(.max, to: &large)
    #expect(NumberList.decode(.init(large), upTo: .max).isEmpty)
  }
}
