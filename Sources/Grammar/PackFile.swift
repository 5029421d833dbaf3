/// A bad entry in a pack's file.
public struct PackProblem: Error, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `Hindi/times.tsv:12: message`.
  public var description: String { "\(file):\(line): \(message)" }
}

/// A plain file of a pack: rows of fields between tabs; `#` at the start of a line is a comment.
public struct PackFile: Sendable {
  public struct Row: Sendable {
    public let line: Int
    public let fields: [String]

    /// Field `index`, or nil where the row is shorter or the field is empty.
    public subscript(_ index: Int) -> String? {
      guard index < fields.count, !fields[index].isEmpty else { return nil }
      return fields[index]
    }
  }

  public let name: String
  public let rows: [Row]

  public init(name: String, contents: String) {
    self.name = name
    var rows: [Row] = []
    var number = 0
    let (newline, tab) = (UInt8(ascii: "\n"), UInt8(ascii: "\t"))
    for line in contents.utf8.split(separator: newline, omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let fields = line.split(separator: tab, omittingEmptySubsequences: false)
      rows.append(Row(line: number, fields: fields.map { String(Substring($0)) }))
    }
    self.rows = rows
  }

  public func problem(_ message: String, at row: Row) -> PackProblem {
    PackProblem(file: name, line: row.line, message: message)
  }
}
