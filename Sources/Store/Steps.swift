import GRDB

/// A change that can be taken back.
public struct Step: Sendable, Equatable, Identifiable {
  public let id: Int
  /// The command line that made it.
  public let line: String
}

/// What taking back a step did.
public struct UndoneStep: Sendable, Equatable {
  public let line: String
  /// Documents that are gone.
  public let removed: [Int]
  /// Documents whose language, date or source is again what it was; they want to be read again.
  public let restored: [Int]
}

/// Steps: what one command changed, so that it can be taken back.
extension SessionStore {
  /// Steps that can be taken back, the last first.
  public func steps() throws(StoreProblem) -> [Step] {
    try read { db in
      try db.rows("SELECT id, line FROM step ORDER BY id DESC") { try Step(id: $0[0], line: $0[1]) }
    }
  }

  /// Takes the last step back: documents it loaded, decisions, notes, tags and corrections.
  ///
  /// The caller then groups names anew (`replaceEntities`) and reads restored documents again.
  ///
  /// - Returns: what changed; nil if there is no step.
  public func undo() throws(StoreProblem) -> UndoneStep? {
    guard let last = try steps().first else { return nil }
    return try write { db in
      let restored = try restore(step: last.id, db)
      let loaded: [Int] = try db.rows(
        "SELECT id FROM document WHERE step = ? ORDER BY id", [last.id]
      ) { try $0[0] }
      for document in loaded { try remove(document, db) }
      try db.run("DELETE FROM step WHERE id = ?", [last.id])
      if !loaded.isEmpty { try releaseNumbers(db) }
      return UndoneStep(
        line: last.line, removed: loaded, restored: restored.filter { !loaded.contains($0) })
    }
  }

  /// Lets the numbers after the last that is in use be given again, as if they never had been.
  private func releaseNumbers(_ db: Database) throws {
    for table in ["document", "time", "quote", "event"] {
      try db.run(
        """
          UPDATE sqlite_sequence
             SET seq = (SELECT coalesce(max(id), 0) FROM \(table))
           WHERE name = '\(table)'
        """)
    }
  }
}
