import Dates
import Facts
import GRDB

/// What was loaded of a document and may be corrected.
public enum CorrectedField: String, Sendable, CaseIterable {
  case published, source, language, title
}

/// Corrections of what is known of a document, kept with what was there before.
extension SessionStore {
  /// Corrects one field of a document; the caller then reads it again.
  ///
  /// - Parameter value: for `published` a day as `2024-10-02`; nil: not known.
  /// - Throws: `StoreProblem` if there is no such document or `value` is no day.
  public func correct(_ field: CorrectedField, of document: Int, to value: String?)
    throws(StoreProblem)
  {
    try write { db in
      guard let record = try record(document) else {
        throw StoreProblem("there is no document \(document)")
      }
      try db.run(
        """
          INSERT INTO correction (step, document, field, value, before, origin)
          VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          try currentStep(db), document, field.rawValue, value, record.value(of: field),
          record.publication.origin.rawValue,
        ])
      try set(field, of: document, to: value, origin: .given, db)
    }
  }

  /// The fields of a document that were corrected, sorted.
  public func corrected(_ document: Int) throws(StoreProblem) -> [CorrectedField] {
    try read { db in
      try db.rows(
        """
          SELECT DISTINCT field
            FROM correction
           WHERE document = ?
           ORDER BY field
        """, [document]
      ) { try $0.word(0) }
    }
  }

  /// Puts back what the corrections of a step replaced, the last first.
  ///
  /// - Returns: the documents that changed, ascending.
  func restore(step: Int, _ db: Database) throws -> [Int] {
    let corrections = try db.rows(
      """
        SELECT document, field, before, origin
          FROM correction
         WHERE step = ?
         ORDER BY id DESC
      """, [step]
    ) { row in
      let (document, before): (Int, String?) = try (row[0], row[2])
      return (document, before, field: try row.word(1) as CorrectedField, try row[3] as String)
    }
    for (document, before, field, origin) in corrections {
      let origin = PublicationOrigin(rawValue: origin) ?? .given
      try set(field, of: document, to: before, origin: origin, db)
    }
    return Set(corrections.map(\.0)).sorted()
  }

  private func set(
    _ field: CorrectedField, of document: Int, to value: String?, origin: PublicationOrigin,
    _ db: Database
  ) throws {
    switch field {
    case .published:
      let day = try value.map(Self.day)
      try db.run(
        "UPDATE document SET published = ?, published_from = ? WHERE id = ?",
        [day?.dayNumber, day == nil ? "none" : origin.rawValue, document])
    case .source: try db.run("UPDATE document SET source = ? WHERE id = ?", [value, document])
    case .title: try db.run("UPDATE document SET title = ? WHERE id = ?", [value, document])
    case .language:
      try db.run("UPDATE document SET language = ? WHERE id = ?", [value ?? "und", document])
    }
  }

  private static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else {
      throw StoreProblem("not a day: \(text)", hint: "write it as 2024-10-02")
    }
    return day
  }
}

extension DocumentRecord {
  public func value(of field: CorrectedField) -> String? {
    switch field {
    case .published: publication.day?.description
    case .source: source
    case .language: language
    case .title: title
    }
  }
}
