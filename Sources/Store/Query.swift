import GRDB

/// What a query of the analyst's own found.
public struct QueryResult: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case text(String)
    case integer(Int)
    case real(Double)
    case none
  }

  public var columns: [String]
  public var rows: [[Value]]
}

/// Queries that the analyst writes: they read, and nothing else.
extension SessionStore {
  /// First words of statements that read; `ATTACH` and most pragmas would pass as read-only too.
  private static let readers = ["select", "with", "values", "explain"]

  /// Runs one reading statement.
  ///
  /// - Parameters:
  ///   - limit: rows that are fetched at the most.
  ///   - isStopped: is asked every 10 ms from another thread; the statement ends when it is true.
  ///   - seconds: the longest that it may take.
  /// - Throws: `StoreProblem` with SQLite's words for anything else.
  public func query(
    _ sql: String, limit: Int, seconds: Double, isStopped: @escaping @Sendable () -> Bool
  ) throws(StoreProblem) -> QueryResult {
    let first = sql.split { $0.isWhitespace || $0 == "(" }.first?.lowercased() ?? ""
    guard Self.readers.contains(first) else {
      throw StoreProblem("sql reads only", hint: "begin with SELECT or WITH")
    }
    let end = ContinuousClock.now + .seconds(seconds)
    do {
      return try stopping(when: { isStopped() || ContinuousClock.now > end }) {
        try read { db in try described { try fetch(sql, limit, db) } }
      }
    } catch { throw StoreProblem(error) }
  }

  private func described<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError
      where error.resultCode == .SQLITE_ERROR
    {
      throw StoreProblem(error.message ?? "not SQL", hint: "sql alone lists tables and columns")
    }
  }

  private func fetch(_ sql: String, _ limit: Int, _ db: Database) throws -> QueryResult {
    let statement = try db.makeStatement(sql: sql)
    guard statement.isReadonly else {
      throw StoreProblem("sql reads only", hint: "begin with SELECT or WITH")
    }
    let cursor = try Row.fetchCursor(statement)
    var rows: [[QueryResult.Value]] = []
    while rows.count < limit, let row = try cursor.next() {
      rows.append(row.map { QueryResult.Value($0.1) })
    }
    return QueryResult(columns: statement.columnNames, rows: rows)
  }

  /// Tables of a session with their columns and what they hold, in the order of the design.
  public func tables() throws(StoreProblem) -> [(name: String, columns: [String], purpose: String)]
  {
    try read { db in
      try Self.purposes.map { table in
        let columns: [String] = try db.rows(
          "SELECT name FROM pragma_table_info(?) ORDER BY cid", [table.name]
        ) { try $0[0] }
        return (table.name, columns, table.purpose)
      }
    }
  }

  private static let purposes: [(name: String, purpose: String)] = [
    ("document", "loaded texts; published is a day number from 1970-01-01"),
    ("mention", "names in the texts, with bytes of their spans"),
    ("entity", "who the names stand for"),
    ("entity_name", "which entity a name stands for, and why"),
    ("time", "time expressions; earliest and latest are day numbers"),
    ("event", "what happened, was planned, may be or was denied"),
    ("participant", "who took part in an event"),
    ("event_number", "what an event counts: casualties, sums"),
    ("quote", "what was said"),
    ("party", "cue, speaker and go-betweens of a quote"),
    ("decision", "what the analyst ruled of entities"),
    ("correction", "what the analyst corrected of documents"),
    ("note", "remarks"),
    ("tag", "tags; removed_by tells the step that took one off"),
    ("step", "changes that can be taken back"),
    ("journal", "every command line, sealed by a chain of hashes"),
  ]
}

extension QueryResult.Value {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .none
    case .int64(let number): self = .integer(Int(number))
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .text("\(data.count) bytes")
    }
  }
}
