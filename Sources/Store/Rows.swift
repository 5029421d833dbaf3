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
    _ sql: String, _ arguments: StatementArguments = [], _ value: (Fields) throws -> Value
  ) throws -> [Value] {
    let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var values: [Value] = []
    do {
      while let row = try cursor.next() { values.append(try value(Fields(row: row))) }
      return values
    } catch {
      Leftovers.free(values)
      throw error
    }
  }

  /// Reads rows that belong to others, by the number of what they belong to.
  ///
  /// They are put together row by row: a statement can be interrupted, what comes after it cannot.
  func groups<Value>(
    _ sql: String, _ arguments: StatementArguments,
    _ value: (Fields) throws -> (owner: Int, value: Value)
  ) throws -> [Int: [Value]] {
    var groups: [Int: [Value]] = [:]
    do {
      try eachRow(sql, arguments) { row in
        let (owner, value) = try value(row)
        groups[owner, default: []].append(value)
      }
      return groups
    } catch {
      Leftovers.free(groups)
      throw error
    }
  }

  /// Hands on the rows of a statement one by one, for those of which there are many.
  func eachRow(
    _ sql: String, _ arguments: StatementArguments = [], _ body: (Fields) throws -> Void
  ) throws {
    let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    while let row = try cursor.next() { try body(Fields(row: row)) }
  }

  /// Reads the first row of a statement that is compiled once a connection.
  func row<Value>(
    _ sql: String, _ arguments: StatementArguments, _ value: (Fields) throws -> Value
  ) throws -> Value? {
    let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    return try cursor.next().map { try value(Fields(row: $0)) }
  }
}

/// The columns of a row; one that holds something else, as in a damaged file, throws.
struct Fields {
  fileprivate let row: Row

  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(column: Int) -> Value {
    get throws { try row.decode(Value.self, atIndex: column) }
  }

  /// A span whose start is in `column` and whose end is in the next one.
  func span(_ column: Int) throws -> Span {
    let (start, end): (Int, Int) = try (self[column], self[column + 1])
    guard start >= 0, end >= start else { throw StoreProblem.damaged }
    return Span(start, end)
  }

  func optionalSpan(_ column: Int) throws -> Span? {
    let (start, end): (Int?, Int?) = try (self[column], self[column + 1])
    return start == nil || end == nil ? nil : try span(column)
  }

  func day(_ column: Int) throws -> CalendarDate? {
    guard let number: Int = try self[column] else { return nil }
    guard (-Self.latestDay...Self.latestDay).contains(number) else {
      throw StoreProblem("the session holds day \(number)", hint: "see session check")
    }
    return CalendarDate(dayNumber: number)
  }

  /// Beyond this day number, some 270,000 years from now, arithmetic on days could overflow.
  private static let latestDay = 100_000_000

  /// Days whose earliest is in `column` and whose latest is in the next one.
  func days(_ column: Int) throws -> DayInterval {
    DayInterval(try day(column), try day(column + 1))
  }

  /// One of the words that the column may hold.
  func word<Value: RawRepresentable<String>>(_ column: Int) throws -> Value {
    let word: String = try self[column]
    guard let value = Value(rawValue: word) else {
      throw StoreProblem(
        "the session holds a word of a later version: \(word)", hint: "use that version",
        kind: .unreadable)
    }
    return value
  }
}
