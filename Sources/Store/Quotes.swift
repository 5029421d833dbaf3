public import Facts
import GRDB
public import Text

/// Quotes with their cues, speakers and sourcing chains.
extension SessionStore {
  /// Quotes in the documents of a scope, by document and place in the text.
  ///
  /// `about` leaves those that an entity spoke, passed on, or is named in.
  public func quotes(in scope: Scope = Scope()) throws(StoreProblem) -> [Stored<Quote>] {
    try read { db in try quotes(scope.condition(for: .quotes), db) }
  }

  /// One quote; nil if there is none of that number.
  public func quote(_ id: Int) throws(StoreProblem) -> Stored<Quote>? {
    var condition = Condition()
    condition.require("quote.id = :id", "id", id)
    return try read { db in try quotes(condition, db).first }
  }

  /// Quotes of documents that somebody passed on, each with the first who did, by document and place.
  public func vias(in documents: [Int]) throws(StoreProblem) -> [(
    document: Int, span: Span, name: String
  )] {
    try read { db in
      try db.rows(
        """
          SELECT quote.document, quote.start, quote.end, party.name, min(party.ordinal)
            FROM quote
            JOIN party ON party.quote = quote.id
           WHERE quote.document IN (SELECT value FROM json_each(?))
             AND party.role = 'via'
           GROUP BY quote.id
           ORDER BY quote.document, quote.start, quote.end, quote.id
        """, [Self.list(documents)]
      ) { row in (document: try row[0], span: try row.span(1), name: try row[3]) }
    }
  }

  private func quotes(_ condition: Condition, _ db: Database) throws -> [Stored<Quote>] {
    var parties = try parties(condition, db)
    return try db.rows(
      """
        SELECT quote.id, quote.document, quote.start, quote.end, quote.text, quote.kind, quote.rule
          FROM quote
          JOIN document ON document.id = quote.document
         WHERE \(condition.sql)
         ORDER BY quote.document, quote.start, quote.end, quote.id
      """, StatementArguments(condition.arguments)
    ) { row in
      let own = parties.removeValue(forKey: try row[0]) ?? []
      let quote = try Quote(
        span: row.span(2), text: row[4], kind: row.word(5),
        cue: own.first { $0.role == .cue }?.party,
        speaker: own.first { $0.role == .speaker }?.party,
        via: own.filter { $0.role == .via }.map(\.party), rule: row[6])
      return try Stored(id: row[0], document: row[1], value: quote)
    }
  }

  private func parties(_ condition: Condition, _ db: Database) throws
    -> [Int: [(role: PartyRole, party: Party)]]
  {
    try db.groups(
      """
        SELECT party.quote, party.role, party.start, party.end, party.text, party.name
          FROM quote
          JOIN document ON document.id = quote.document
          JOIN party ON party.quote = quote.id
         WHERE \(condition.sql)
         ORDER BY party.quote, party.ordinal
      """, StatementArguments(condition.arguments)
    ) { row in
      let party = try Party(span: row.span(2), text: row[4], name: row[5])
      return (owner: try row[0], value: (role: try row.word(1), party: party))
    }
  }
}

extension RowInserter {
  static func quotes(_ db: Database) throws -> RowInserter {
    try RowInserter(db, into: "quote", "id, document, start, end, text, kind, rule")
  }

  static func parties(_ db: Database, of quotes: RowInserter) throws -> RowInserter {
    try RowInserter(
      db, into: "party", "quote, ordinal, role, start, end, text, name", behind: quotes)
  }

  func add(_ quote: Quote, id: Int, of document: Int) throws {
    try add(
      id, document, quote.span.start, quote.span.end, quote.text, quote.kind.rawValue, quote.rule)
  }

  func addParties(of quote: Quote, _ id: Int) throws {
    var ordinal = 0
    func add(_ party: Party, _ role: PartyRole) throws {
      try self.add(
        id, ordinal, role.rawValue, party.span.start, party.span.end, party.text, party.name)
      ordinal += 1
    }
    if let cue = quote.cue { try add(cue, .cue) }
    if let speaker = quote.speaker { try add(speaker, .speaker) }
    for via in quote.via { try add(via, .via) }
  }
}

private enum PartyRole: String { case cue, speaker, via }
