import FoundationEssentials
import GRDB

/// What the analyst ruled about entities.
public struct Decision: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The names are one entity.
    case merge
    /// The names are one entity, apart from all others.
    case split
    /// The entity with these names is shown as `value`.
    case rename
    /// The entity with these names is of the kind `value`.
    case retype
    /// The entity with these names is none.
    case drop
    /// None of the names stands for what any of the others does.
    case differ
    /// The name stands for the identity `value`, or for what the first of the others does.
    case alias
  }

  public var kind: Kind
  /// Sorted.
  public var names: [EntityName]
  /// Sorted; those of the second side, where there are two.
  public var others: [EntityName]
  public var value: String?
  /// The analyst's own words.
  public var reason: String?

  public init(
    _ kind: Kind, _ names: [EntityName], others: [EntityName] = [], value: String? = nil,
    reason: String? = nil
  ) {
    self.kind = kind
    self.names = names.sorted()
    self.others = others.sorted()
    self.value = value
    self.reason = reason
  }
}

/// What the analyst ruled about entities; it holds over every new reading.
extension SessionStore {
  public func decide(_ decision: Decision) throws(StoreProblem) {
    try write { db in
      try db.run(
        """
          INSERT INTO decision (step, kind, names, others, value, reason)
          VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          try currentStep(db), decision.kind.rawValue, try json(decision.names),
          try json(decision.others), decision.value, decision.reason,
        ])
    }
  }

  /// Decisions with their numbers, in the order in which they were made.
  public func numberedDecisions() throws(StoreProblem) -> [(id: Int, decision: Decision)] {
    try read { db in
      try db.rows(
        "SELECT kind, names, others, value, reason, id FROM decision ORDER BY id"
      ) { row in
        let decision = try Decision(
          row.word(0), names(row[1]), others: names(row[2]), value: row[3], reason: row[4])
        return (id: try row[5], decision: decision)
      }
    }
  }

  public func decisions() throws(StoreProblem) -> [Decision] {
    try numberedDecisions().map(\.decision)
  }

  private func json(_ names: [EntityName]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(names), as: UTF8.self)
  }

  private func names(_ json: String) throws -> [EntityName] {
    try JSONDecoder().decode([EntityName].self, from: Data(json.utf8))
  }
}
