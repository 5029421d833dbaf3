import GRDB

/// What the analyst ruled about a line of timelines.
public struct TimelineRuling: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// It is listed however short the timeline is.
    case pin
    /// It is never listed.
    case exclude
    /// It is told in the words of `text`.
    case reword
  }

  public let kind: Kind
  /// A document, an event or a time expression.
  public let target: Target
  public let text: String?

  public init(_ kind: Kind, _ target: Target, text: String? = nil) {
    self.kind = kind
    self.target = target
    self.text = text
  }
}

/// Rulings on timelines; they hold over every new reading and are taken back with their step.
extension SessionStore {
  static let rulings = """
    CREATE TABLE ruling (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      step         INTEGER REFERENCES step ON DELETE CASCADE,
      kind         TEXT NOT NULL CHECK (kind IN ('pin', 'exclude', 'reword')),
      target_kind  TEXT NOT NULL CHECK (target_kind IN ('document', 'event', 'time')),
      target       INTEGER NOT NULL,
      text         TEXT,
      CHECK ((text IS NULL) = (kind <> 'reword'))
    ) STRICT;
    CREATE INDEX ruling_step ON ruling (step);
    CREATE INDEX ruling_target ON ruling (target_kind, target);
    """

  public func rule(_ ruling: TimelineRuling) throws(StoreProblem) {
    try write { db in
      try db.run(
        "INSERT INTO ruling (step, kind, target_kind, target, text) VALUES (?, ?, ?, ?, ?)",
        [
          try currentStep(db), ruling.kind.rawValue, ruling.target.kind.rawValue,
          ruling.target.id, ruling.text,
        ])
    }
  }

  /// Rulings in the order in which they were made; a later one of a target goes before.
  public func timelineRulings() throws(StoreProblem) -> [TimelineRuling] {
    try read { db in
      try db.rows("SELECT kind, target_kind, target, text FROM ruling ORDER BY id") { row in
        try TimelineRuling(row.word(0), Target(row.word(1), row[2]), text: row[3])
      }
    }
  }
}
