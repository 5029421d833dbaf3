import Analysis
import Workbench

/// Lists the dates that stand out in calendar order, with what is told of them and by whom.
struct Timeline: Command {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "List dated events in calendar order")
  static let searchTerms = [
    "chart", "histogram", "chronology", "when", "dates", "summary", "समयरेखा", "хронология", "时间线",
    "dòng thời gian",
  ]
  static let columns = ["date", "status", "event", "support", "rows", "sentence"]
  static let examples = [
    Example(
      "What happened until September, and who says so?", "timeline --until 2024-09",
      prints: """
        2024-07 | happened | consult meet: Xi Jinping, व्लादिमीर पुतिन @ अस्ताना | 1 report, 1 source, 1 root | e3 | चीनी राष्ट्रपति शी जिनपिंग ने जुलाई में अस्ताना में एससीओ शिखर सम्मेलन के दौरान रूसी राष्ट्रपति व्लादिमीर पुतिन से मुलाकात की।
        2024-07 | happened | hold summit: शंघाई सहयोग संगठन @ अस्ताना | 1 report, 1 source, 1 root | e2 | चीनी राष्ट्रपति शी जिनपिंग ने जुलाई में अस्ताना में एससीओ शिखर सम्मेलन के दौरान रूसी राष्ट्रपति व्लादिमीर पुतिन से मुलाकात की।
        """)
  ]

  @OptionGroup var asked: TimelineOptions
  @Option(help: "Order by time, or by sources: what most of them tell first") var order: Order =
    .time
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Two days of knowledge or two outlets side by side", valueName: "side"))
  var diff: [String] = []
  @Option(help: "Draw a histogram of reports, or lanes") var chart: ChartKind?
  @Flag(help: "An entity's events with their mentions (for json)") var events = false
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  enum Order: String, CaseIterable, ExpressibleByArgument { case time, sources }
  enum ChartKind: String, CaseIterable, ExpressibleByArgument { case histogram, lanes }

  func run(in session: Session) throws -> Output {
    if events { return try EntityEvents(asked: asked, scope: scope).output(in: session) }
    if !diff.isEmpty {
      return try TimelineDiff(sides: diff, asked: asked, scope: scope).output(in: session)
    }
    let timeline = try session.timeline(asked, scope)
    let rows = order == .time ? timeline.rows : timeline.rows.sorted(by: Self.hasMoreSources)
    var notes: [String] = []
    if timeline.undated > 0 {
      notes.append("\(counted(timeline.undated, "report")) without a date left out")
    }
    if timeline.unread > 0 {
      notes.append("\(counted(timeline.unread, "document")) that have these words less not read")
    }
    if let (read, all) = timeline.chosen {
      notes.append("events are those of the \(counted(read, "document")) of \(all) that tell most")
    }
    let sheet = TimelineSheet(title: "timeline", lanes: asked.lanes, rows: rows)
    if let chart { return chart == .lanes ? sheet.laneChart : sheet.histogram(by: asked.by) }
    var output = Output.table(
      Self.columns, rows.map(\.cells), notes: notes,
      json: try session.json(rows))
    output.timeline = sheet
    return output
  }

  /// Independent roots count most, then outlets, then reports; the earlier date breaks ties.
  private static func hasMoreSources(_ a: TimelineRow, _ b: TimelineRow) -> Bool {
    (b.roots.count, b.sources.count, b.reports) < (a.roots.count, a.sources.count, a.reports)
  }
}
