import GRDB

/// What two entities have to do with each other.
extension SessionStore {
  /// A kind of event with the number of its reports that each of two entities is in.
  public struct SharedKind: Sendable, Equatable {
    public let kind: String
    public let first: Int
    public let second: Int
    /// Reports that both are in.
    public let both: Int
  }

  /// Kinds of the events that either entity takes part in or is the place of, most common first.
  public func eventKinds(of first: Int, and second: Int) throws(StoreProblem) -> [SharedKind] {
    let events = { (entity: String) in
      """
        SELECT participant.event AS id
          FROM entity_name
          JOIN participant ON participant.name = entity_name.name
                          AND participant.kind = entity_name.kind
         WHERE entity = \(entity)
         UNION
        SELECT event.id
          FROM entity_name
          JOIN event ON event.place = entity_name.name
         WHERE entity = \(entity) AND entity_name.kind = 'place'
      """
    }
    return try read { db in
      try db.rows(
        """
          WITH a AS MATERIALIZED (\(events("?1"))), b AS MATERIALIZED (\(events("?2")))
          SELECT event.kind, sum(event.id IN a), sum(event.id IN b),
                 sum(event.id IN a AND event.id IN b)
            FROM event
           WHERE event.id IN (SELECT id FROM a UNION SELECT id FROM b)
           GROUP BY event.kind
           ORDER BY count(*) DESC, event.kind
        """, [first, second]
      ) { try SharedKind(kind: $0[0], first: $0[1], second: $0[2], both: $0[3]) }
    }
  }

  /// Numbers of the quotes of one entity whose words name another, by publication day.
  public func quoteNumbers(by speaker: Int, naming other: Int) throws(StoreProblem) -> [Int] {
    try read { db in
      try db.rows(
        """
          SELECT DISTINCT quote.id, published, quote.document, quote.start
            FROM entity_name
            JOIN party ON party.name = entity_name.name AND party.role = 'speaker'
            JOIN quote ON quote.id = party.quote
            JOIN document ON document.id = quote.document
           WHERE entity = ?1
             AND EXISTS (
               SELECT 1
                 FROM mention
                 JOIN entity_name AS named ON named.name = mention.name
                                          AND named.kind = mention.kind
                WHERE mention.document = quote.document
                  AND mention.start >= quote.start
                  AND mention.end <= quote.end
                  AND named.entity = ?2)
           ORDER BY published, quote.document, quote.start
        """, [speaker, other]
      ) { try $0[0] }
    }
  }
}
