public import ArgumentParser

/// How a command's result is written.
public enum Format: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// Columns that line up on a terminal; elsewhere one row a line.
  case table
  /// One field a line.
  case line
  case json, jsonl, csv, md

  /// The format that a file's ending asks for; nil for any other ending.
  public init?(fileName: String) {
    let endings: [String: Format] = [
      "csv": .csv, "json": .json, "jsonl": .jsonl, "md": .md, "txt": .table,
    ]
    guard let dot = fileName.lastIndex(of: "."),
      let format = endings[String(fileName[fileName.index(after: dot)...])]
    else { return nil }
    self = format
  }
}

/// Where and how a command's result goes.
public struct Presentation: Sendable {
  public var format: Format = .table
  public var file: String?
  public var limit: Int?
  public var all = false
  /// The program that the result is piped to.
  public var program: String?

  public static let standard = Presentation()
}

/// The options on how a result is shown, which every command that lists something has.
public struct PresentationOptions: ParsableArguments {
  @Option(help: "Write as table, line, json, jsonl, csv or md")
  public var format: Format = .table

  @Option(help: ArgumentHelp("Write into this file", valueName: "file"), completion: .file())
  public var output: String?

  @Option(help: ArgumentHelp("Show at most this many rows", valueName: "rows"))
  public var limit: Int?

  @Flag(help: "Show all rows")
  public var all = false

  public init() {}

  public var value: Presentation {
    Presentation(format: format, file: output, limit: limit, all: all)
  }
}

extension Output {
  /// The result in a format that does not depend on a terminal.
  ///
  /// Rows are unpadded, ` | ` between fields; notes follow them.
  public func lines(as format: Format) -> [String] {
    switch format {
    case .table: plainLines
    case .line: fieldLines
    case .json: [jsonValue.description]
    case .jsonl: jsonLines
    case .csv: csvLines
    case .md: markdownLines
    }
  }

  /// What notebooks record.
  public var plainLines: [String] {
    rows.map { row in row.map(\.plain).joined(separator: " | ") } + lines + notes
  }

  private var fieldLines: [String] {
    var out: [String] = []
    for row in rows {
      if !out.isEmpty { out.append("") }
      out += zip(columns, row).map { "\($0.name) = \($1.plain)" }
    }
    return out + lines + notes
  }

  var jsonValue: JSON {
    if let json { return json }
    if columns.isEmpty { return .array(lines.map { .string($0) }) }
    return .array(rows.map(rowObject))
  }

  private func rowObject(_ row: [Cell]) -> JSON {
    .object(zip(columns, row).map { (key: $0.name, value: $1.json) })
  }

  private var jsonLines: [String] {
    if case .array(let values) = jsonValue { return values.map(\.description) }
    return [jsonValue.description]
  }

  /// RFC 4180; a cell that a spreadsheet would take for a formula gets a leading `'` (OWASP).
  private var csvLines: [String] {
    guard !columns.isEmpty else { return lines }
    return [columns.map(\.name).joined(separator: ",")]
      + rows.map { row in row.map(Self.csvCell).joined(separator: ",") }
  }

  private static func csvCell(_ cell: Cell) -> String {
    guard case .text(var text) = cell else { return cell.plain }
    if let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) {
      text = "'" + text
    }
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private var markdownLines: [String] {
    guard !columns.isEmpty else { return lines }
    let header = "| " + columns.map(\.name).joined(separator: " | ") + " |"
    let rule = "|" + columns.map { $0.isNumeric ? "---:|" : "---|" }.joined()
    let body = rows.map { row in
      "| " + row.map { Self.markdownCell($0.plain) }.joined(separator: " | ") + " |"
    }
    return [header, rule] + body + (notes.isEmpty ? [] : [""] + notes)
  }

  private static func markdownCell(_ text: String) -> String {
    var out = ""
    for character in text {
      if "|\\`*_<>[]".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}
