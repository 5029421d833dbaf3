import Facts
import GRDB
import Text

/// Stores what was read in documents; all of it is in the database once it is finished.
final class FactWriter {
  private let readings, mentions, times, quotes, parties, events, participants, numbers: RowInserter
  private var nextQuote: Int
  private var nextEvent: Int

  init(_ db: Database) throws {
    readings = try .readings(db)
    mentions = try .mentions(db)
    times = try .times(db)
    quotes = try .quotes(db)
    parties = try .parties(db, of: quotes)
    events = try .events(db)
    participants = try .participants(db, of: events)
    numbers = try .numbers(db, of: events)
    nextQuote = try Self.next("quote", db)
    nextEvent = try Self.next("event", db)
  }

  /// The number that the next row of a table gets, as AUTOINCREMENT would give it.
  private static func next(_ table: String, _ db: Database) throws -> Int {
    try db.row(
      """
        SELECT 1 + max(
                 coalesce((SELECT seq FROM sqlite_sequence WHERE name = '\(table)'), 0),
                 coalesce((SELECT max(id) FROM \(table)), 0))
      """, []
    ) { try $0[0] } ?? 1
  }

  func add(_ reading: Reading, of document: Int, rules: String, keeping kept: KeptNumbers) throws {
    var kept = kept
    try readings.add(reading, of: document, rules: rules)
    for (ordinal, mention) in reading.mentions.enumerated() {
      try mentions.add(mention, ordinal: ordinal, of: document)
    }
    for time in reading.times {
      try times.add(time, id: kept.take(.time, time.span, time.type.rawValue), of: document)
    }
    for quote in reading.quotes {
      try add(quote, id: kept.take(.quote, quote.span, quote.kind.rawValue), of: document)
    }
    for event in reading.events {
      try add(event, id: kept.take(.event, event.span, event.kind), of: document)
    }
  }

  private func add(_ quote: Quote, id: Int?, of document: Int) throws {
    let number = id ?? nextQuote
    if id == nil { nextQuote += 1 }
    try quotes.add(quote, id: number, of: document)
    try parties.addParties(of: quote, number)
  }

  private func add(_ event: Event, id: Int?, of document: Int) throws {
    let number = id ?? nextEvent
    if id == nil { nextEvent += 1 }
    try events.add(event, id: number, of: document)
    for (ordinal, participant) in event.participants.enumerated() {
      try participants.add(participant, ordinal: ordinal, of: number)
    }
    for (ordinal, quantity) in event.numbers.enumerated() {
      try numbers.add(quantity, ordinal: ordinal, of: number)
    }
  }

  /// Inserts what waits for company.
  func finish() throws {
    for rows in [readings, mentions, times, quotes, parties, events, participants, numbers] {
      try rows.flush()
    }
  }
}
