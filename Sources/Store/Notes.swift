import GRDB

/// A remark of the analyst.
public struct StoredNote: Sendable, Equatable, Identifiable {
  public let id: Int
  public let target: Target
  public let text: String
}

/// Notes of the analyst, and the tags by which rows are found again.
extension SessionStore {
  /// Writes a note.
  ///
  /// - Returns: the note's number.
  @discardableResult
  public func addNote(_ text: String, on target: Target) throws(StoreProblem) -> Int {
    try write { db in
      try db.insert(
        "INSERT INTO note (step, target_kind, target, text) VALUES (?, ?, ?, ?)",
        [try currentStep(db), target.kind.rawValue, target.id, text])
    }
  }

  /// Notes in the order in which they were made; of one target if given.
  public func notes(on target: Target? = nil) throws(StoreProblem) -> [StoredNote] {
    let notes = try read { db in
      try db.rows("SELECT id, target_kind, target, text FROM note ORDER BY id") { row in
        try StoredNote(id: row[0], target: Target(row.word(1), row[2]), text: row[3])
      }
    }
    return notes.filter { target == nil || $0.target == target }
  }

  /// Tags a target; nothing changes if it has the tag.
  public func addTag(_ tag: String, to target: Target) throws(StoreProblem) {
    try write { db in
      guard try tagID(tag, target, db) == nil else { return }
      try db.run(
        "INSERT INTO tag (step, name, target_kind, target) VALUES (?, ?, ?, ?)",
        [try currentStep(db), tag, target.kind.rawValue, target.id])
    }
  }

  /// Takes a tag off; nothing changes if the target has it not.
  public func removeTag(_ tag: String, from target: Target) throws(StoreProblem) {
    try write { db in
      guard let id = try tagID(tag, target, db) else { return }
      guard let step = try currentStep(db) else {
        return try db.run("DELETE FROM tag WHERE id = ?", [id])
      }
      try db.run("UPDATE tag SET removed_by = ? WHERE id = ?", [step, id])
    }
  }

  /// Targets of every tag, sorted.
  public func tags() throws(StoreProblem) -> [String: [Target]] {
    let tags = try read { db in
      try db.rows(
        """
          SELECT name, target_kind, target
            FROM tag
           WHERE removed_by IS NULL
           ORDER BY name, target_kind, target
        """
      ) { row in try (name: row[0] as String, target: Target(row.word(1), row[2])) }
    }
    return Dictionary(grouping: tags, by: \.name).mapValues { $0.map(\.target) }
  }

  private func tagID(_ tag: String, _ target: Target, _ db: Database) throws -> Int? {
    try db.row(
      """
        SELECT id
          FROM tag
         WHERE name = ? AND target_kind = ? AND target = ? AND removed_by IS NULL
      """, [tag, target.kind.rawValue, target.id]
    ) { try $0[0] }
  }

  /// Removes notes and tags on a document and on the facts that it states.
  func removeRemarks(onDocument document: Int, _ db: Database) throws {
    for table in ["note", "tag", "ruling"] {
      try db.run(
        "DELETE FROM \(table) WHERE target_kind = 'document' AND target = ?", [document])
      for fact in KeptNumbers.Table.allCases.map(\.rawValue) {
        try db.run(
          """
            DELETE FROM \(table)
             WHERE target_kind = '\(fact)'
               AND target IN (SELECT id FROM \(fact) WHERE document = ?)
          """, [document])
      }
    }
  }
}
