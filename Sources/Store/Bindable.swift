import FoundationEssentials
import GRDB
import GRDBSQLite
import Glibc

/// A value that is bound to a statement as it is, without a list of boxes around it.
protocol Bindable {
  /// - Returns: SQLite's result code.
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32
}

extension Database {
  /// Inserts a row by a statement that is compiled once a connection.
  ///
  /// - Returns: the row's number.
  @discardableResult
  func add<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws -> Int {
    // SAFETY: the connection keeps the statement in its cache, and nobody else runs it meanwhile.
    let statement = try cachedStatement(sql: sql).sqliteStatement
    var index: Int32 = 0
    var code = SQLITE_OK
    for value in repeat each values {
      index += 1
      code = max(code, value.bind(to: statement, at: index))
    }
    if code == SQLITE_OK { code = sqlite3_step(statement) }
    let message = code == SQLITE_DONE ? nil : lastErrorMessage
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
    }
    return Int(lastInsertedRowID)
  }
}

extension Int: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(statement, index, Int64(self))
  }
}

extension Bool: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(statement, index, self ? 1 : 0)
  }
}

extension Double: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_double(statement, index, self)
  }
}

extension String: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    var text = self
    return text.withUTF8 { bytes in
      // SAFETY: SQLite owns the copy and frees it, also when it cannot bind it.
      guard let copy = malloc(bytes.count + 1) else { return SQLITE_NOMEM }
      if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
      return sqlite3_bind_text64(
        statement, index, copy.assumingMemoryBound(to: CChar.self), UInt64(bytes.count),
        { free($0) }, UInt8(SQLITE_UTF8))
    }
  }
}

extension Data: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    withUnsafeBytes { bytes in
      // SAFETY: SQLite owns the copy and frees it, also when it cannot bind it.
      guard let copy = malloc(bytes.count + 1) else { return SQLITE_NOMEM }
      if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
      return sqlite3_bind_blob64(statement, index, copy, UInt64(bytes.count), { free($0) })
    }
  }
}

extension Optional: Bindable where Wrapped: Bindable {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch self {
    case .some(let value): value.bind(to: statement, at: index)
    case .none: sqlite3_bind_null(statement, index)
    }
  }
}
