import Analysis
import Workbench

/// Lays events and sources side by side: who was first, who followed, who leaves it out.
struct CoverageCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "List who tells which event, first, later or not")
  static let searchTerms = ["omission", "silence", "lag", "first", "कवरेज", "освещение", "报道"]
  static let columns = ["date", "event", "told by", "left out by", "roots#"]
  static let examples = [
    Example(
      "What do two sources tell that a third leaves out?", "coverage --least 2",
      prints: "")
  ]

  @Option(help: ArgumentHelp("Told by at least so many independent sources", valueName: "number"))
  var least: Int = 1
  @Option(help: ArgumentHelp("Left out by this source", valueName: "name"))
  var omittedBy: String?
  @Option(help: ArgumentHelp("Told by this source alone", valueName: "name"))
  var onlyBy: String?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let coverage = Coverage(try session.reports(session.scope(scope)))
    for name in [omittedBy, onlyBy].compactMap({ $0 }) where !coverage.sources.contains(name) {
      throw Problem.unknown("source", name, among: coverage.sources)
    }
    let rows = coverage.rows.filter(isWanted)
    return .table(
      Self.columns,
      rows.map { row in
        [
          .text(row.edtf), .text(label(row)),
          .text(row.tellings.map(telling).joined(separator: "; ")),
          .text(row.omittedBy.joined(separator: "; ")), .number(row.roots),
        ]
      }, heads: 2)
  }

  private func isWanted(_ row: Coverage.Row) -> Bool {
    guard row.independent >= least else { return false }
    if let omittedBy, !row.omittedBy.contains(omittedBy) { return false }
    if let onlyBy { return row.tellings.map(\.source) == [onlyBy] }
    return true
  }

  private func label(_ row: Coverage.Row) -> String {
    row.kind
      + (row.participants.isEmpty ? "" : ": " + row.participants.joined(separator: ", "))
  }

  /// `Northgate Herald 2024-10-03`, then the days that others came later.
  private func telling(_ telling: Coverage.Telling) -> String {
    let when =
      telling.lag.map { $0 == 0 ? telling.first.published?.description ?? "" : "+\($0)d" } ?? "?"
    return telling.source + " " + when + (telling.contradicts ? " contradicts" : "")
  }
}
