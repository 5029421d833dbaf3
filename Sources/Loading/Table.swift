/// CSV and TSV of RFC 4180: a row a document, its columns known by their names.
enum Table: SplitFormat {
  /// Bytes of rows that are read together, and the most that a quote without an end may take.
  private static let pieceSize = 64 << 10
  private static let longestRow = 4 << 20

  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    let line = Array(FileFormats.start(head).prefix { $0 != 0x0A })
    guard let separator = separator(of: line) else { return false }
    let names = Set(cells(of: line, separator).map { $0.lowercased() })
    return names.count >= 2 && !names.isDisjoint(with: RecordFields.text)
      && (FileFormats.has(name, ".csv", ".tsv", ".tab") || !names.isDisjoint(with: others))
  }

  private static let others = Set(
    RecordFields.title + RecordFields.date + RecordFields.url + RecordFields.id)

  static func split(_ stream: ByteStream, name: String, _ give: (Piece) -> Bool) throws(Rejection) {
    try split(stream, name: name, columns: [:], give)
  }

  /// - Parameter columns: for names that annals knows the names that they have here.
  static func split(
    _ stream: ByteStream, name: String, columns: [String: String], _ give: (Piece) -> Bool
  ) throws(Rejection) {
    guard var header = try stream.line(atMost: longestRow) else { return }
    if !columns.isEmpty { header = try renamed(header, columns) }
    header.append(0x0A)
    var rows: [UInt8] = []
    var isQuoted = false
    var (number, first) = (1, 2)
    while let line = try stream.line(atMost: longestRow) {
      number += 1
      if rows.isEmpty { first = number }
      rows += line
      rows.append(0x0A)
      if line.count(where: { $0 == 0x22 }) % 2 == 1 { isQuoted.toggle() }
      guard rows.count >= pieceSize, !isQuoted || rows.count >= longestRow else { continue }
      guard give(Piece("\(name):\(first)", header + rows, format: TableRows.self)) else { return }
      (rows, isQuoted) = ([], false)
    }
    if !rows.isEmpty { _ = give(Piece("\(name):\(first)", header + rows, format: TableRows.self)) }
  }

  /// The header with known names in place of those that the analyst says are meant by them.
  private static func renamed(_ header: [UInt8], _ columns: [String: String]) throws(Rejection)
    -> [UInt8]
  {
    let separator = separator(of: header) ?? 0x2C
    var names = cells(of: header, separator)
    for (known, here) in columns.sorted(by: { $0.key < $1.key }) {
      guard let index = names.firstIndex(of: here) else {
        throw Rejection("it has no column \(here)")
      }
      names[index] = known
    }
    return Array(
      names.map { "\"\($0)\"" }.joined(separator: String(decoding: [separator], as: UTF8.self)).utf8
    )
  }

  /// The one of comma, tab and semicolon that stands most often in the first line.
  static func separator(of bytes: [UInt8]) -> UInt8? {
    let line = bytes.prefix { $0 != 0x0A }
    let counts = ",\t;".utf8.map { mark in (mark, line.count { $0 == mark }) }
    guard let most = counts.max(by: { $0.1 < $1.1 }), most.1 > 0 else { return nil }
    return most.0
  }

  private static func cells(of line: [UInt8], _ separator: UInt8) -> [String] {
    var rows = TableRows.Cursor(line, separator)
    return rows.next() ?? []
  }
}

/// The header and some rows of a table; the piece's name ends in the line of the first row.
enum TableRows: FileFormat {
  static func recognizes(_ head: ArraySlice<UInt8>, name: String) -> Bool { false }

  static func documents(in bytes: [UInt8], name: String) -> [LoadResult] {
    let colon = name.lastIndex(of: ":") ?? name.endIndex
    let file = name[..<colon]
    do throws(Rejection) {
      let decoding = try Decoding(bytes)
      let separator = Table.separator(of: Array(bytes.prefix(4096))) ?? 0x2C
      var rows = Cursor(Array(decoding.text.utf8), separator)
      let columns = (rows.next() ?? []).map { $0.lowercased() }
      var results: [LoadResult] = []
      var number = (Int(name[colon...].dropFirst()) ?? 2) - 1
      while let row = rows.next() {
        number += rows.lines
        if row.allSatisfy(\.isEmpty) { continue }
        results.append(document(row, columns, name: "\(file):\(number)"))
      }
      return results
    } catch {
      return [.rejected(name: name, reason: error.reason)]
    }
  }

  private static func document(_ row: [String], _ columns: [String], name: String) -> LoadResult {
    let members = zip(columns, row).filter { !$0.1.isEmpty }.map {
      (key: $0.0, value: JSONValue.string($0.1))
    }
    let record = JSONValue.object(members)
    guard let text = record.first(of: RecordFields.text)?.text else {
      return .rejected(name: name, reason: "the row has no text")
    }
    return Draft(record: record, name: name)
      .result(text, read: Array(row.joined(separator: "\u{1F}").utf8))
  }

  /// Cuts bytes into rows and cells; a quote that never ends ends with the text.
  struct Cursor {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var index = 0
    /// Lines that the last row took.
    private(set) var lines = 0

    init(_ bytes: [UInt8], _ separator: UInt8) {
      self.bytes = bytes
      self.separator = separator
    }

    mutating func next() -> [String]? {
      guard index < bytes.count else { return nil }
      let start = index
      defer { lines = bytes[start..<index].count { $0 == 0x0A } }
      var row: [String] = []
      while true {
        row.append(cell())
        guard index < bytes.count else { return row }
        let byte = bytes[index]
        index += 1
        if byte == 0x0A { return row }
      }
    }

    private mutating func cell() -> String {
      var cell: [UInt8] = []
      if index < bytes.count, bytes[index] == 0x22 {
        index += 1
        while index < bytes.count {
          let byte = bytes[index]
          index += 1
          if byte == 0x22 {
            guard index < bytes.count, bytes[index] == 0x22 else { break }
            index += 1
          }
          cell.append(byte)
        }
      }
      while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A {
        if bytes[index] != 0x0D { cell.append(bytes[index]) }
        index += 1
      }
      return String(decoding: cell, as: UTF8.self)
    }
  }
}
