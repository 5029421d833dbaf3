import FoundationEssentials
import GRDB
public import Text

/// What the analyst ruled about events.
public struct EventRuling: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The event took place when `value`, an EDTF date, says.
    case date
    /// The reports tell of one event.
    case merge
    /// The reports tell of an event of their own.
    case split
  }

  /// A report of an event, as it is found again after another reading.
  public struct Report: Sendable, Hashable, Codable {
    public let document: Int
    public let start: Int
    public let end: Int
    public let kind: String

    public init(document: Int, span: Span, kind: String) {
      self.document = document
      start = span.start
      end = span.end
      self.kind = kind
    }
  }

  public var kind: Kind
  public var reports: [Report]
  public var value: String?
  public var reason: String?

  public init(_ kind: Kind, _ reports: [Report], value: String? = nil, reason: String? = nil) {
    self.kind = kind
    self.reports = reports
    self.value = value
    self.reason = reason
  }
}

/// Rulings on events; undo deletes them with their step.
extension SessionStore {
  public func decide(_ ruling: EventRuling) throws(StoreProblem) {
    try write { db in
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let reports = String(decoding: try encoder.encode(ruling.reports), as: UTF8.self)
      try db.run(
        "INSERT INTO event_ruling (step, kind, reports, value, reason) VALUES (?, ?, ?, ?, ?)",
        [try currentStep(db), ruling.kind.rawValue, reports, ruling.value, ruling.reason])
    }
  }

  /// Rulings in the order in which they were made.
  public func eventRulings() throws(StoreProblem) -> [EventRuling] {
    try read { db in
      try db.rows("SELECT kind, reports, value, reason FROM event_ruling ORDER BY id") { row in
        let reports: String = try row[1]
        return try EventRuling(
          row.word(0), JSONDecoder().decode([EventRuling.Report].self, from: Data(reports.utf8)),
          value: row[2], reason: row[3])
      }
    }
  }
}
