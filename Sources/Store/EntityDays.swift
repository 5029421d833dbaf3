public import Dates
import FoundationEssentials
import GRDB
import Text

/// The documents that name an entity and some days in one sentence.
public struct EntityDay: Sendable, Equatable {
  public let first: CalendarDate
  public let last: CalendarDate
  public let isUncertain: Bool
  /// Ascending.
  public let documents: [Int]
}

/// With which days entities are told of: counted when names are resolved, so that the dates of
/// many documents can be ranked without reading them.
extension SessionStore {
  /// Rows without an entity are of all sentences.
  static let entityDays = """
    CREATE TABLE entity_day (
      id            INTEGER PRIMARY KEY,
      entity        INTEGER REFERENCES entity ON DELETE CASCADE,
      first         INTEGER NOT NULL,
      last          INTEGER NOT NULL CHECK (last >= first),
      is_uncertain  INTEGER NOT NULL CHECK (is_uncertain IN (0, 1)),
      documents     BLOB NOT NULL
    ) STRICT;
    CREATE INDEX entity_day_entity ON entity_day (entity, first);
    DROP INDEX IF EXISTS document_published;
    CREATE INDEX document_published ON document (published, name);
    CREATE INDEX document_label ON document (id, published, language, source, name);
    """

  /// Adds to sessions of earlier versions the days of entities and the indexes that go with them.
  static func addEntityDays(_ db: Database) throws {
    try db.execute(sql: entityDays)
    try countDays(of: nil, db)
  }

  /// The days with which any of the entities is told of; without entities those of all sentences.
  public func entityDays(of entities: [Int]) throws(StoreProblem) -> [EntityDay] {
    try read { db in
      let most = try Int.fetchOne(db, sql: "SELECT max(id) FROM document") ?? 0
      return try db.rows(
        """
          SELECT first, last, is_uncertain, documents
            FROM entity_day
           WHERE \(entities.isEmpty ? "entity IS NULL" : "entity IN (SELECT value FROM json_each(?1))")
           ORDER BY entity, first, last, is_uncertain
        """, entities.isEmpty ? [] : [Self.list(entities)]
      ) { row in
        guard let first = try row.day(0), let last = try row.day(1) else {
          throw StoreProblem.damaged
        }
        return EntityDay(
          first: first, last: last, isUncertain: try row[2],
          documents: NumberList.decode(try row[3], upTo: most))
      }
    }
  }

  /// Counts anew for the entities given; for all, and all sentences, if nil.
  static func countDays(of entities: [Int]?, _ db: Database) throws {
    if let entities {
      try db.run(
        "DELETE FROM entity_day WHERE entity IN (SELECT value FROM json_each(?))",
        [list(entities)])
    } else {
      try db.run("DELETE FROM entity_day")
    }
    try eachDay(of: entities, db) { day in
      try db.run(
        """
          INSERT INTO entity_day (entity, first, last, is_uncertain, documents)
          VALUES (?, ?, ?, ?, ?)
        """, [day.entity, day.first, day.last, day.isUncertain, day.documents])
    }
  }

  /// What of the counted days is not what the documents say; a line if anything is.
  func dayFaults(_ db: Database) throws -> [String] {
    // Where names were never resolved nothing was counted.
    let isCounted = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM entity_day) OR EXISTS (SELECT 1 FROM entity_total)")
    guard isCounted == true else { return [] }
    var counted = Set(
      try db.rows(
        "SELECT entity, first, last, is_uncertain, documents FROM entity_day ORDER BY id"
      ) { row in
        try CountedDay(
          entity: row[0], first: row[1], last: row[2], isUncertain: row[3], documents: row[4])
      })
    var isWhole = true
    try Self.eachDay(of: nil, db) { day in
      if counted.remove(day) == nil { isWhole = false }
    }
    return isWhole && counted.isEmpty
      ? [] : ["the days of entities are not what the documents say"]
  }

  /// Hands on every row that `entity_day` should have.
  private static func eachDay(
    of entities: [Int]?, _ db: Database, _ body: (CountedDay) throws -> Void
  ) throws {
    let uses = try dayUses(of: entities, db)
    var start = 0
    while start < uses.count {
      let end = uses[start...].firstIndex { !$0.isSameDay(as: uses[start]) } ?? uses.count
      try body(CountedDay(uses[start..<end]))
      start = end
    }
  }

  /// Every use of a day, in order, each once.
  private static func dayUses(of entities: [Int]?, _ db: Database) throws -> [DayUse] {
    let places = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT mention.document, mention.start, entity_name.entity
            FROM mention
            JOIN entity_name ON entity_name.name = mention.name
                            AND entity_name.kind = mention.kind
           WHERE ?1 IS NULL OR entity_name.entity IN (SELECT value FROM json_each(?1))
           ORDER BY mention.document, mention.ordinal
          """), arguments: [entities.map(list)])
    let next = { () throws -> (document: Int, start: Int, entity: Int)? in
      try places.next().map { ($0[0], $0[1], $0[2]) }
    }
    var uses: [DayUse] = []
    var place = try next()
    try db.eachRow(
      "SELECT document, sentences, days FROM reading WHERE length(days) > 0 ORDER BY document"
    ) { row in
      let document: Int = try row[0]
      var named: [(start: Int, entity: Int)] = []
      while let here = place, here.document <= document {
        if here.document == document { named.append((here.start, here.entity)) }
        place = try next()
      }
      guard entities == nil || !named.isEmpty else { return }
      let days = SentenceDays.decode(try row[2])
      if entities == nil { uses += days.compactMap { DayUse(nil, $0, document) } }
      named.sort { ($0.start, $0.entity) < ($1.start, $1.entity) }
      let sentences = SpanList.decode(try row[1])
      uses += SentenceDays.told(days, with: named, in: sentences).compactMap {
        DayUse($0.entity, $0.day, document)
      }
    }
    uses.sort()
    return uses
  }
}

/// A row of `entity_day`.
private struct CountedDay: Hashable {
  let entity: Int?
  let first: Int
  let last: Int
  let isUncertain: Bool
  let documents: Data

  init(entity: Int?, first: Int, last: Int, isUncertain: Bool, documents: Data) {
    self.entity = entity
    self.first = first
    self.last = last
    self.isUncertain = isUncertain
    self.documents = documents
  }

  /// - Parameter uses: at least one, all of one key, in order.
  init(_ uses: ArraySlice<DayUse>) {
    let use = uses[uses.startIndex]
    entity = use.entity == 0 ? nil : Int(use.entity)
    first = Int(use.first)
    last = Int(use.first) + Int(use.length >> 1)
    isUncertain = use.length & 1 == 1
    documents = NumberList.encode(uses.lazy.map { Int($0.document) })
  }
}

/// A document that names an entity and some days in one sentence, in sixteen bytes: of a million
/// documents there are tens of millions.
private struct DayUse: Comparable {
  /// 0 for all sentences.
  let entity: UInt32
  let first: Int32
  /// Days behind the first, and a bit for what is uncertain.
  let length: UInt32
  let document: UInt32

  /// Nil for what does not fit, as in a damaged file.
  init?(_ entity: Int?, _ day: SentenceDays, _ document: Int) {
    guard let entity = UInt32(exactly: entity ?? 0),
      let first = Int32(exactly: day.first.dayNumber),
      let length = UInt32(exactly: day.last.dayNumber - day.first.dayNumber), length < 1 << 31,
      let document = UInt32(exactly: document)
    else { return nil }
    (self.entity, self.first, self.document) = (entity, first, document)
    self.length = length << 1 | (day.isUncertain ? 1 : 0)
  }

  private var high: UInt64 {
    UInt64(entity) << 32 | UInt64(UInt32(bitPattern: first) ^ 0x8000_0000)
  }

  static func < (a: DayUse, b: DayUse) -> Bool {
    a.high == b.high
      ? (UInt64(a.length) << 32 | UInt64(a.document))
        < (UInt64(b.length) << 32 | UInt64(b.document))
      : a.high < b.high
  }

  func isSameDay(as other: DayUse) -> Bool { high == other.high && length == other.length }
}

/// Ascending numbers as bytes: the distance of each from the one before.
enum NumberList {
  /// Numbers that repeat the one before are left out.
  static func encode(_ numbers: some Sequence<Int>) -> Data {
    var bytes: [UInt8] = []
    var last = 0
    for number in numbers where number > last {
      Varint.append(UInt64(number - last), to: &bytes)
      last = number
    }
    return Data(bytes)
  }

  /// The numbers up to the first byte that is not part of one, or number that is too large.
  static func decode(_ data: Data, upTo most: Int) -> [Int] {
    var numbers: [Int] = []
    var reader = Varint.Reader(data)
    var last = 0
    while let step = reader.next(), step <= most - last {
      last += Int(step)
      numbers.append(last)
    }
    return numbers
  }
}
