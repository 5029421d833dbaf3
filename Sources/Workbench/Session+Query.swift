import Store

/// Questions in SQL.
extension Session {
  private static let mostRows = 100_000
  private static let longestSeconds = 60.0

  /// - Throws: `Problem` with SQLite's words, or `interrupted`.
  public func query(_ sql: String) throws -> Output {
    let result = try store.query(
      sql, limit: Self.mostRows, seconds: Self.longestSeconds, isStopped: isStopped ?? { false })
    let numeric = result.columns.indices.map { column in
      !result.rows.isEmpty
        && result.rows.allSatisfy { if case .text = $0[column] { false } else { true } }
    }
    let columns = zip(result.columns, numeric).map { Output.Column(name: $0, isNumeric: $1) }
    let rows = result.rows.map { $0.map(Output.Cell.init) }
    let notes = rows.count < Self.mostRows ? [] : ["only the first \(Self.mostRows) rows"]
    return Output(columns: columns, rows: rows, lines: [], notes: notes)
  }

  /// The tables with their columns and what they hold.
  public func tables() throws -> Output {
    let rows = try store.tables().map { table -> [Output.Cell] in
      [.text(table.name), .text(table.columns.joined(separator: " ")), .text(table.purpose)]
    }
    return .table(["table", "columns", "holds"], rows)
  }
}

extension Output.Cell {
  fileprivate init(_ value: QueryResult.Value) {
    switch value {
    case .text(let text): self = .text(text)
    case .integer(let number): self = .number(number)
    case .real(let number): self = .decimal(number)
    case .none: self = .text("NULL")
    }
  }
}
