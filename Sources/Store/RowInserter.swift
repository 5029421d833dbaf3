import GRDB
import GRDBSQLite

/// Inserts rows into a table, some with each call of its statement: to begin and end a call costs
/// more than a row does.
final class RowInserter {
  /// Rows of a call.
  private static let together = 8

  private let db: Database
  private let statement: Statement
  private let columns: Int32
  private let parents: RowInserter?
  private var rows: Int32 = 0

  /// - Parameters:
  ///   - columns: as SQL names them.
  ///   - parents: rows that these refer to; they are inserted first.
  init(_ db: Database, into table: String, _ columns: String, behind parents: RowInserter? = nil)
    throws
  {
    let count = columns.utf8.count { $0 == UInt8(ascii: ",") } + 1
    let row = "(" + Array(repeating: "?", count: count).joined(separator: ", ") + ")"
    let rows = Array(repeating: row, count: Self.together).joined(separator: ", ")
    self.db = db
    self.columns = Int32(count)
    self.parents = parents
    // With FAIL for ABORT SQLite keeps no record of what a call changed: whoever writes takes the
    // whole transaction back.
    statement = try db.cachedStatement(
      sql: "INSERT OR FAIL INTO \(table) (\(columns)) SELECT * FROM (VALUES \(rows)) LIMIT ?")
  }

  /// Adds a row, which is in the table after `flush` at the latest.
  func add<each Value: Bindable>(_ values: repeat each Value) throws {
    var index = rows * columns
    var code = SQLITE_OK
    for value in repeat each values {
      index += 1
      code = max(code, value.bind(to: statement.sqliteStatement, at: index))
    }
    guard code == SQLITE_OK else { throw error(code) }
    rows += 1
    if rows == Self.together { try flush() }
  }

  /// Inserts the rows that wait.
  func flush() throws {
    guard rows > 0 else { return }
    try parents?.flush()
    // SAFETY: the statement is kept, and nobody else runs it meanwhile.
    let pointer = statement.sqliteStatement
    sqlite3_bind_int(pointer, Int32(Self.together) * columns + 1, rows)
    rows = 0
    let code = sqlite3_step(pointer)
    let error = code == SQLITE_DONE ? nil : error(code)
    sqlite3_reset(pointer)
    if let error { throw error }
  }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
  }
}
