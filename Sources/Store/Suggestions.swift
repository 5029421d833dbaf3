import Facts
import GRDB

/// Two names that may stand for the same, for the analyst to say.
public struct Suggestion: Sendable, Equatable {
  public let name: EntityName
  public let other: EntityName
  /// How far apart they are, 0 to 1.
  public let distance: Double
  public let reason: String

  public init(_ name: EntityName, _ other: EntityName, distance: Double, reason: String) {
    self.name = name
    self.other = other
    self.distance = distance
    self.reason = reason
  }
}

/// A decision that something in the documents or lexicons speaks against.
public struct Conflict: Sendable, Equatable {
  /// Number of the decision.
  public let decision: Int
  public let evidence: String

  public init(decision: Int, evidence: String) {
    self.decision = decision
    self.evidence = evidence
  }
}

/// What resolution leaves to the analyst; made anew with the entities.
extension SessionStore {
  public func replaceSuggestions(_ suggestions: [Suggestion], conflicts: [Conflict])
    throws(StoreProblem)
  {
    try write { db in
      try db.run("DELETE FROM suggestion")
      for (ordinal, suggestion) in suggestions.enumerated() {
        try db.run(
          """
            INSERT INTO suggestion (ordinal, name, kind, other, other_kind, distance, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          [
            ordinal, suggestion.name.text, suggestion.name.kind.rawValue, suggestion.other.text,
            suggestion.other.kind.rawValue, suggestion.distance, suggestion.reason,
          ])
      }
      try db.run("DELETE FROM conflict")
      for (ordinal, conflict) in conflicts.enumerated() {
        try db.run(
          "INSERT INTO conflict (ordinal, decision, evidence) VALUES (?, ?, ?)",
          [ordinal, conflict.decision, conflict.evidence])
      }
    }
  }

  /// Suggestions, the closest first, with the numbers of both entities.
  public func suggestions() throws(StoreProblem) -> [(
    entity: Int, other: Int, suggestion: Suggestion
  )] {
    try read { db in
      try db.rows(
        """
          SELECT suggestion.name, suggestion.kind, other, other_kind, distance, suggestion.reason,
                 left_name.entity, right_name.entity
            FROM suggestion
            JOIN entity_name AS left_name
              ON left_name.name = suggestion.name AND left_name.kind = suggestion.kind
            JOIN entity_name AS right_name
              ON right_name.name = suggestion.other AND right_name.kind = suggestion.other_kind
           ORDER BY suggestion.ordinal
        """
      ) { row in
        let suggestion = try Suggestion(
          EntityName(row[0], row.word(1)), EntityName(row[2], row.word(3)), distance: row[4],
          reason: row[5])
        return (entity: try row[6], other: try row[7], suggestion: suggestion)
      }
    }
  }

  /// Conflicts in the order of their decisions.
  public func conflicts() throws(StoreProblem) -> [Conflict] {
    try read { db in
      try db.rows("SELECT decision, evidence FROM conflict ORDER BY ordinal") { row in
        try Conflict(decision: row[0], evidence: row[1])
      }
    }
  }
}
