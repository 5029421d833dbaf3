import Workbench

/// Lists the temporal expressions with their values.
struct Times: Command {
  static let configuration = CommandConfiguration(
    commandName: "times", abstract: "List time expressions with value, anchor and rule")
  static let searchTerms = ["dates", "when", "तारीख़", "даты", "日期", "ngày"]
  static let columns = ["time", "text", "value", "edtf", "anchor", "doc"]
  static let examples = [
    Example(
      "How was each date read?", "times --docs d1",
      prints: """
        t1 | Wednesday | 2024-10-02 | 2024-10-02 | published 2024-10-03 | d1
        t2 | October | 2024-10 | 2024-10 | published 2024-10-03 | d1
        """)
  ]

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let rows = try session.times(session.scope(scope)).map { row -> [Output.Cell] in
      [
        .text(row.handle.description), .text(row.time.text), .text(row.time.value),
        .text(row.time.edtf), .text(row.time.anchor.description),
        .text(row.document.handle.description),
      ]
    }
    return .table(Self.columns, rows)
  }
}
