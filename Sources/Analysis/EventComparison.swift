import Dates
import Facts
import Text

/// Compares the events of several sides: same, finer, update, conflict, or told by one side only.
struct EventComparison {
  let rows: [FactRow]

  init(_ sides: [Side]) {
    let sideOf = Dictionary(
      sides.flatMap { side in side.documents.map { ($0.name, side.name) } },
      uniquingKeysWith: { first, _ in first })
    let reports = sides.flatMap { $0.documents.flatMap(\.events) }.filter { !$0.event.edtf.isEmpty }
    let groups = Self.groups(of: reports, sideOf)
    rows = groups.map { Self.row($0, sides.map(\.name), sideOf) }.sorted(by: Self.precedes)
  }

  /// Reports of one event; what only one side tells is then looked for under another name, such as
  /// a call that the other side has as an exchange of messages.
  private static func groups(of reports: [EventReport], _ sideOf: [String: String])
    -> [[EventReport]]
  {
    let groups = EventGrouping(tolerance: .sameStory).groups(of: reports)
    let isLonely = { (group: [EventReport]) in
      Set(group.compactMap { sideOf[$0.document] }).count == 1
        && group.allSatisfy { $0.participants.count > 1 }
    }
    let lonely = groups.filter(isLonely).flatMap { $0 }
    return groups.filter { !isLonely($0) }
      + EventGrouping(tolerance: .toldOtherwise).groups(of: lonely)
  }

  private static func row(_ group: [EventReport], _ sides: [String], _ sideOf: [String: String])
    -> FactRow
  {
    let best = sides.compactMap { side in
      group.filter { sideOf[$0.document] == side }.min { isMoreExact($0, $1) }.map { (side, $0) }
    }
    let cells = best.map { side, report in
      FactRow.Cell(
        side: side, value: value(report), sentence: report.sentence, document: report.document,
        span: report.event.span)
    }
    let reports = best.map(\.1)
    return FactRow(
      kind: "event", fact: fact(group), verdict: verdict(reports, within: group), cells: cells)
  }

  /// A side speaks through its finest report that has a date of its own.
  private static func isMoreExact(_ a: EventReport, _ b: EventReport) -> Bool {
    let left = (a.event.basis == .clause ? 0 : 1, a.event.days.length ?? .max)
    let right = (b.event.basis == .clause ? 0 : 1, b.event.days.length ?? .max)
    return left == right ? EventReport.isBetter(a, b) : left < right
  }

  private static func value(_ report: EventReport) -> String {
    let event = report.event
    let words = [
      event.edtf, event.status == .happened ? "" : event.status.rawValue, event.mode ?? "",
      report.place.map { "@ " + $0 } ?? "",
    ]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func fact(_ group: [EventReport]) -> String {
    let names = Set(group.flatMap(\.participants)).sorted().joined(separator: ", ")
    let kind = group.first?.event.kind ?? ""
    return names.isEmpty ? kind : kind + ": " + names
  }

  /// The strongest relation between any two sides.
  ///
  /// - Parameter group: all reports of the event: what one of them says lasted over two days is no
  ///   conflict between them.
  private static func verdict(_ reports: [EventReport], within group: [EventReport]) -> Verdict {
    guard reports.count > 1 else { return .only }
    var found: Set<Verdict> = []
    for (index, a) in reports.enumerated() {
      for b in reports[(index + 1)...] {
        let verdict = verdict(a, b)
        found.insert(verdict == .conflict && lasts(a, b, group) ? .finer : verdict)
      }
    }
    return [Verdict.conflict, .update, .finer].first { found.contains($0) } ?? .same
  }

  /// Whether the two differ in their day only, and a report has the event last over both.
  private static func lasts(_ a: EventReport, _ b: EventReport, _ group: [EventReport]) -> Bool {
    guard a.event.status == b.event.status, a.event.hasCompatibleMode(b.event) else { return false }
    return group.contains { report in
      report.event.days.length.map { $0 <= longest } == true
        && report.event.days.contains(a.event.days) && report.event.days.contains(b.event.days)
    }
  }

  /// Days of the longest event that counts as one: a summit, a visit; a month is a vague date.
  private static let longest = 14

  private static func verdict(_ a: EventReport, _ b: EventReport) -> Verdict {
    let statuses = Set([a.event.status, b.event.status])
    if statuses == [.happened, .denied] || statuses == [.planned, .denied] { return .conflict }
    if !a.event.hasCompatibleMode(b.event) { return .conflict }
    let hasOwnDates = a.event.basis == .clause && b.event.basis == .clause
    if hasOwnDates, let gap = a.event.days.gap(to: b.event.days), gap > 0 { return .conflict }
    if statuses.count > 1 { return .update }
    if a.event.days == b.event.days { return .same }
    return a.event.days.contains(b.event.days) || b.event.days.contains(a.event.days)
      ? .finer : .same
  }

  private static func precedes(_ a: FactRow, _ b: FactRow) -> Bool {
    let left = (a.cells.map(\.value).min() ?? "", a.fact, a.cells.first?.document ?? "")
    let right = (b.cells.map(\.value).min() ?? "", b.fact, b.cells.first?.document ?? "")
    return left == right
      ? (a.cells.first?.span.start ?? 0) < (b.cells.first?.span.start ?? 0) : left < right
  }
}
