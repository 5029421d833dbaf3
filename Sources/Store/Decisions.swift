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
  }

  public var kind: Kind
  /// Sorted.
  public var names: [EntityName]
  public var value: String?
  /// The analyst's own words.
  public var reason: String?

  public init(_ kind: Kind, _ names: [EntityName], value: String? = nil, reason: String? = nil) {
    self.kind = kind
    self.names = names.sorted()
    self.value = value
    self.reason = reason
  }
}

/// What the analyst ruled about entities; it holds over every new reading.
extension SessionStore {
  public func decide(_ decision: Decision) throws(StoreProblem) {
    try write { db in
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let names = String(decoding: try encoder.encode(decision.names), as: UTF8.self)
      try db.run(
        "INSERT INTO decision (step, kind, names, value, reason) VALUES (?, ?, ?, ?, ?)",
        [
          try currentStep(db), decision.kind.rawValue, names, decision.value, decision.reason,
        ])
    }
  }

  /// Decisions in the order in which they were made.
  public func decisions() throws(StoreProblem) -> [Decision] {
    try read { db in
      try db.rows("SELECT kind, names, value, reason FROM decision ORDER BY id") { row in
        let names: String = try row[1]
        return try Decision(
          row.word(0),
          JSONDecoder().decode([EntityName].self, from: Data(names.utf8)),
          value: row[2], reason: row[3])
      }
    }
  }
}
