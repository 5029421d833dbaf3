import Workbench

/// Counts how often each value of a column stands in a result.
struct Freq: Command {
  static let configuration = CommandConfiguration(
    commandName: "freq", abstract: "Count the values of a result's column")
  static let task = HelpTask.results
  static let searchTerms = [
    "statistics", "count", "histogram", "group", "गिनो", "частоты", "频率", "tần suất",
  ]
  static let examples = [
    Example(
      "How many entities are there of each kind?", "entities | freq kind",
      prints: """
        person | 3 | 43% | █████████
        organization | 2 | 29% | ██████
        place | 2 | 29% | ██████
        """)
  ]

  @Argument(
    help: ArgumentHelp("A column of the result, as its head or help names it", valueName: "column"))
  var column: String
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  /// Blocks of the longest possible bar.
  private static let longest = 20

  func run(in session: Session) throws -> Output {
    let input = try session.input(of: Self.name)
    let index = try input.column(column)
    let counts = input.rows.reduce(into: [String: Int]()) { $0[$1[index].plain, default: 0] += 1 }
    let total = max(1, input.rows.count)
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { value, count in
      let blocks = max(1, (count * Self.longest * 2 + total) / (2 * total))
      return [
        Output.Cell.text(value), .number(count), .text("\((count * 100 + total / 2) / total)%"),
        .text(String(repeating: "█", count: blocks)),
      ]
    }
    return .table([input.columns[index].name, "count#", "share", "bar"], rows)
  }
}
