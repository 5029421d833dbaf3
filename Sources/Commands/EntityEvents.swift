import Analysis
import Workbench

/// `timeline --events`: every event of an entity in order, reports of one event together.
struct EntityEvents {
  let asked: TimelineOptions
  let scope: ScopeOptions

  func output(in session: Session) throws -> Output {
    let scope = try session.known(session.timelineScope(scope), asOf: asked.asOf?.last)
    let topic = try session.topic(self.scope.about)
    let timeline = try session.eventTimeline(scope, topic, asked.by)
    let rows = timeline.entries.map { entry -> [Output.Cell] in
      let handles = entry.reports.map { "e\($0.id)" }.joined(separator: " ")
      return [
        .text(Analysis.Timeline.label(entry, asked.by)), .text(entry.status.rawValue),
        .text(entry.kind), .text(handles), .text(entry.reports.first?.sentence ?? ""),
      ]
    }
    return .table(
      ["date", "status", "event", "events", "sentence"], rows,
      json: .array(try timeline.entries.map { try json($0, session) }))
  }

  private func json(_ entry: TimelineEntry, _ session: Session) throws -> JSON {
    let mentions = try entry.reports.map { report -> JSON in
      let span = try session.codePoints(report.event.span, in: report.documentID)
      return [
        "doc": .string(report.document), "start": .int(span.start), "end": .int(span.end),
      ]
    }
    return [
      "date": .string(Analysis.Timeline.label(entry, asked.by)), "mentions": .array(mentions),
    ]
  }
}
