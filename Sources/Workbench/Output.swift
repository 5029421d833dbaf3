/// What a command found: rows, lines of text, or both; the shell decides how it looks.
public struct Output: Sendable, Equatable {
  public struct Column: Sendable, Equatable {
    public var name: String
    public var isNumeric: Bool
  }

  public enum Cell: Sendable, Equatable {
    case text(String)
    case number(Int)
    case decimal(Double)
    case none
  }

  public var columns: [Column]
  public var rows: [[Cell]]
  /// How many rows there are, where a command made only the first of them.
  public var total: Int?
  /// Lines that are no rows: an article, a help page.
  public var lines: [String]
  /// What is said after the rows: totals, and what to try next.
  public var notes: [String]
  /// The documented JSON of the command; without it JSON is made from the rows.
  public var json: JSON?
  /// The timeline that the rows are, for pictures and for the formats of other tools.
  public var timeline: TimelineSheet?
  /// How many cells name a row; where rows are too wide for a table the others stand below, each
  /// with the name of its column.
  public var heads: Int?
  /// What the rows look like where there is a terminal to draw on.
  public var chart: Chart?

  /// A table; a column whose name ends in `#` holds numbers.
  ///
  /// - Parameter heads: how many cells stay together where rows are too wide.
  public static func table(
    _ columns: [String], _ rows: [[Cell]], notes: [String] = [], heads: Int? = nil,
    json: JSON? = nil
  ) -> Output {
    let headers = columns.map { name in
      let isNumeric = name.hasSuffix("#")
      return Column(name: isNumeric ? String(name.dropLast()) : name, isNumeric: isNumeric)
    }
    return Output(
      columns: headers, rows: rows, lines: [], notes: notes, json: json, heads: heads)
  }

  public static func text(_ lines: [String], json: JSON? = nil) -> Output {
    Output(columns: [], rows: [], lines: lines, notes: [], json: json)
  }

  /// One line that says what was done.
  public static func done(_ sentence: String) -> Output { .text([sentence]) }

  /// Columns that hold nothing but handles.
  public var handleColumns: Set<Int> {
    Set(
      columns.indices.filter { column in
        let cells = rows.map { column < $0.count ? $0[column].plain : "" }.filter { !$0.isEmpty }
        return !cells.isEmpty
          && cells.allSatisfy { $0.split(separator: " ").allSatisfy { Handle(String($0)) != nil } }
      })
  }

  /// A table without rows and with nothing else to say.
  public var isEmptyTable: Bool {
    !columns.isEmpty && rows.isEmpty && lines.isEmpty && notes.isEmpty
  }

  public static let nothing = Output.text([])

  /// The first `count` rows, with a note that says how many there are; JSON is cut alike.
  public func limited(to count: Int) -> Output {
    var shown = self
    if case .array(let values)? = json { shown.json = .array(Array(values.prefix(max(0, count)))) }
    let total = total ?? rows.count
    guard total > count else { return shown }
    shown.rows = Array(rows.prefix(max(0, count)))
    shown.total = nil
    shown.notes.append("\(total) rows (\(shown.rows.count) shown); --all shows all")
    return shown
  }
}

extension Output.Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .number(value) }

  /// A text, or an absent value.
  public static func optional(_ text: String?) -> Output.Cell { text.map { .text($0) } ?? .none }

  /// The cell without any padding; a line break is a blank.
  public var plain: String {
    switch self {
    case .text(let text):
      text.contains("\n") ? text.split(separator: "\n").joined(separator: " ") : text
    case .number(let value): String(value)
    case .decimal(let value): JSON.double(value).description
    case .none: ""
    }
  }

  var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .number(let value): .int(value)
    case .decimal(let value): .double(value)
    case .none: .null
    }
  }
}
