import Workbench

/// Puts the rows of a result in the order of a column.
struct Sort: Command {
  static let configuration = CommandConfiguration(
    commandName: "sort", abstract: "Put the rows of a result in order")
  static let task = HelpTask.results
  static let searchTerms = ["order", "क्रम", "упорядочить", "排序", "sắp xếp"]
  static let examples = [
    Example(
      "Who comes last in the alphabet?", "entities --kind person | sort name --down",
      prints: """
        E7 | व्लादिमीर पुतिन | person |  | 1 mention | 1 document
        E2 | Xi Jinping | person | शी जिनपिंग | 2 mentions | 2 documents
        E4 | Dmitry Peskov | person |  | 1 mention | 1 document
        """)
  ]

  @Argument(
    help: ArgumentHelp("A column of the result, as its head or help names it", valueName: "column"))
  var column: String
  @Flag(help: "The last and largest first") var down = false
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let input = try session.input(of: Self.name)
    let index = try input.column(column)
    let keys = input.rows.map { Sortable($0[index].plain) }
    let order = input.rows.indices.sorted { a, b in
      if keys[a] == keys[b] { return a < b }
      return down ? keys[b] < keys[a] : keys[a] < keys[b]
    }
    return input.keeping(order)
  }
}
