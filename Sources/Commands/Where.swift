import Workbench

/// Keeps the rows of a result whose column has a value.
struct Where: Command {
  static let configuration = CommandConfiguration(
    commandName: "where", abstract: "Keep the rows of a result that meet a condition")
  static let task = HelpTask.results
  static let searchTerms = ["filter", "rows", "छाँटो", "отобрать", "筛选", "lọc"]
  static let examples = [
    Example(
      "Which entities are places?", "entities | where kind = place",
      prints: """
        E3 | Kazan | place |  | 1 mention | 1 document
        E5 | अस्ताना | place |  | 1 mention | 1 document
        """),
    Example(
      "Which have a Hindi name?", "entities --kind person | where also ~ शी",
      prints: "E2 | Xi Jinping | person | शी जिनपिंग | 2 mentions | 2 documents"),
  ]

  enum Relation: String, CaseIterable, ExpressibleByArgument {
    case equal = "="
    case unequal = "!="
    case contains = "~"
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
  }

  @Argument(
    help: ArgumentHelp("A column of the result, as its head or help names it", valueName: "column"))
  var column: String
  @Argument(help: "= != < <= > >= or ~ for: contains") var relation: Relation
  @Argument(help: ArgumentHelp("What the column is compared with", valueName: "value"))
  var value: [String]
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let input = try session.input(of: Self.name)
    let index = try input.column(column)
    let wanted = Sortable(value.joined(separator: " "))
    return input.keeping(input.rows.indices.filter { holds(input.rows[$0][index], wanted) })
  }

  private func holds(_ cell: Output.Cell, _ wanted: Sortable) -> Bool {
    let found = Sortable(cell.plain)
    switch relation {
    case .equal: return found == wanted
    case .unequal: return found != wanted
    case .contains: return Self.text(found.text, holds: wanted.text)
    case .less: return found < wanted
    case .atMost: return !(wanted < found)
    case .greater: return wanted < found
    case .atLeast: return !(found < wanted)
    }
  }

  private static func text(_ text: String, holds part: String) -> Bool {
    part.isEmpty || text.lowercased().contains(part.lowercased())
  }
}

/// A cell as it is compared: by the number that it begins with, else as text.
struct Sortable: Comparable {
  let text: String
  private let number: Double?

  /// `2 mentions` counts as 2; a date is text, which sorts by its parts.
  init(_ text: String) {
    self.text = text
    let first = text.split(separator: " ").first.map(String.init) ?? ""
    number = first.utf8.contains(where: { $0 < 0x2B || $0 > 0x39 }) ? nil : Double(first)
  }

  static func == (a: Sortable, b: Sortable) -> Bool {
    if let x = a.number, let y = b.number { return x == y }
    return a.text == b.text
  }

  static func < (a: Sortable, b: Sortable) -> Bool {
    if let x = a.number, let y = b.number { return x < y }
    return a.text.unicodeScalars.lexicographicallyPrecedes(b.text.unicodeScalars)
  }
}
