import Dates
import Facts
import GRDB
import Text

/// How values of facts are bound to statements and read back.
extension Database {
  /// Runs a statement that is compiled once a connection.
  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// Runs a statement that inserts one row, and gives the row's number.
  func insert(_ sql: String, _ arguments: StatementArguments) throws -> Int {
    try run(sql, arguments)
    return Int(lastInsertedRowID)
  }

  /// Reads the rows of a statement that is compiled once a connection.
  func rows<Value>(
    _ sql: String, _ arguments: StatementArguments = [], _ value: (Row) throws -> Value
  ) throws -> [Value] {
    let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var values: [Value] = []
    while let row = try cursor.next() { values.append(try value(row)) }
    return values
  }

  /// Reads the first row of a statement that is compiled once a connection.
  func row<Value>(
    _ sql: String, _ arguments: StatementArguments, _ value: (Row) throws -> Value
  ) throws -> Value? {
    let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    return try cursor.next().map(value)
  }
}

extension Row {
  /// A span whose start is in `column` and whose end is in the next one.
  func span(_ column: Int) -> Span { Span(self[column], self[column + 1]) }

  func optionalSpan(_ column: Int) -> Span? {
    guard let start: Int = self[column], let end: Int = self[column + 1] else { return nil }
    return Span(start, end)
  }

  func day(_ column: Int) -> CalendarDate? {
    let number: Int? = self[column]
    return number.map(CalendarDate.init(dayNumber:))
  }

  /// Days whose earliest is in `column` and whose latest is in the next one.
  func days(_ column: Int) -> DayInterval { DayInterval(day(column), day(column + 1)) }

  /// One of the words that the column may hold.
  func word<Value: RawRepresentable<String>>(_ column: Int) throws -> Value {
    let word: String = self[column]
    guard let value = Value(rawValue: word) else {
      throw StoreProblem(
        "the session holds a word of a later version: \(word)", hint: "use that version",
        kind: .unreadable)
    }
    return value
  }
}
