import Analysis
import Workbench

/// Lists dated events in calendar order, each told once with everything that reports it.
struct Timeline: Command {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "List dated events in calendar order")
  static let searchTerms = [
    "chronology", "when", "dates", "समयरेखा", "хронология", "时间线", "dòng thời gian",
  ]
  static let examples = [
    Example(
      "What happened until September, and who says so?", "timeline --until 2024-09",
      prints: """
        2024-07 | happened | consult meet: Xi Jinping, व्लादिमीर पुतिन @ अस्ताना | 1 report, 1 source, 1 root | e3 | चीनी राष्ट्रपति शी जिनपिंग ने जुलाई में अस्ताना में एससीओ शिखर सम्मेलन के दौरान रूसी राष्ट्रपति व्लादिमीर पुतिन से मुलाकात की।
        2024-07 | happened | hold summit: शंघाई सहयोग संगठन @ अस्ताना | 1 report, 1 source, 1 root | e2 | चीनी राष्ट्रपति शी जिनपिंग ने जुलाई में अस्ताना में एससीओ शिखर सम्मेलन के दौरान रूसी राष्ट्रपति व्लादिमीर पुतिन से मुलाकात की।
        """)
  ]

  @Option(help: "Put dates together by day, week, month or year") var by: Analysis.Timeline.Grain =
    .day
  @Option(help: ArgumentHelp("Only the dates that most documents report", valueName: "dates"))
  var top: Int?
  @Option(help: ArgumentHelp("Sentences of each date in JSON", valueName: "number"))
  var sentences: Int = 1
  @Flag(help: "Only what is announced and not yet told as done") var planned = false
  @Flag(help: "An entity's events with their mentions (for json)") var events = false
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let reports = try session.reports(session.scope(scope)).filter {
      !planned || $0.event.status == .planned
    }
    let timeline = Analysis.Timeline(reports, by: by, top: top)
    let rows = timeline.entries.map { entry -> [Output.Cell] in
      [
        .text(dateLabel(entry)), .text(entry.status.rawValue), .text(gloss(entry)),
        .text(support(entry)), .text(entry.reports.map { "e\($0.id)" }.joined(separator: " ")),
        .text(entry.reports.first?.sentence ?? ""),
      ]
    }
    let notes =
      timeline.undated == 0
      ? [] : ["\(counted(timeline.undated, "report")) without a date left out"]
    return .table(
      ["date", "status", "event", "support", "events", "sentence"], rows, notes: notes,
      json: events ? mentionsJSON(timeline) : try json(timeline, session))
  }

  private func dateLabel(_ entry: TimelineEntry) -> String {
    let label = Analysis.Timeline.label(entry, by)
    let basis = entry.basis == .published ? " (published)" : ""
    let others =
      entry.otherDates.isEmpty ? "" : ", elsewhere " + entry.otherDates.joined(separator: ", ")
    return label + basis + others
  }

  private func gloss(_ entry: TimelineEntry) -> String {
    let what = [entry.kind, entry.mode ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let who = entry.participants.isEmpty ? "" : ": " + entry.participants.joined(separator: ", ")
    return what + who + (entry.place.map { " @ " + $0 } ?? "")
  }

  private func support(_ entry: TimelineEntry) -> String {
    let documents = Set(entry.reports.map(\.documentID)).count
    return [
      counted(documents, "report"), counted(entry.sources.count, "source"),
      counted(entry.roots.count, "root"),
    ].joined(separator: ", ")
  }

  /// The contract's JSON: dates with their entries, each with the sentences that tell it.
  private func json(_ timeline: Analysis.Timeline, _ session: Session) throws -> JSON {
    var dates: [(label: String, edtf: String, entries: [JSON])] = []
    for entry in timeline.entries {
      let label = Analysis.Timeline.label(entry, by)
      if dates.last?.label != label { dates.append((label, entry.edtf, [])) }
      for report in entry.reports.prefix(max(1, sentences)) {
        dates[dates.count - 1].entries.append(try json(report, of: entry, session))
      }
    }
    return .array(
      dates.map {
        [
          "date": .string($0.label), "edtf": .string($0.edtf), "entries": .array($0.entries),
        ]
      })
  }

  private func json(_ report: EventReport, of entry: TimelineEntry, _ session: Session) throws
    -> JSON
  {
    let span = try session.codePoints(report.event.sentence, in: report.documentID)
    return [
      "text": .string(report.sentence), "doc": .string(report.document),
      "start": .int(span.start), "end": .int(span.end), "status": .string(entry.status.rawValue),
      "reports": .int(Set(entry.reports.map(\.documentID)).count),
      "sources": .int(entry.sources.count), "roots": .int(entry.roots.count),
      "anchor": .string(entry.basis.rawValue),
    ]
  }

  private func mentionsJSON(_ timeline: Analysis.Timeline) -> JSON {
    .array(
      timeline.entries.map { entry in
        let mentions = entry.reports.map { report -> JSON in
          [
            "doc": .string(report.document), "start": .int(report.event.span.start),
            "end": .int(report.event.span.end),
          ]
        }
        return [
          "date": .string(Analysis.Timeline.label(entry, by)), "mentions": .array(mentions),
        ]
      })
  }
}
