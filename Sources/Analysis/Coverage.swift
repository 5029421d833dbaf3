import Dates
import Facts

/// Which source tells which event: who was first, who came how much later, who leaves it out.
public struct Coverage: Sendable {
  /// What one source makes of an event.
  public struct Telling: Sendable {
    public let source: String
    public let first: EventReport
    /// Days after the first source; nil where a day of publication is not known.
    public let lag: Int?
    /// Whether it has another day, status or way of dealing than the first.
    public let contradicts: Bool
  }

  /// An event with the sources that tell it, the first to do so first.
  public struct Row: Sendable {
    public let kind: String
    public let edtf: String
    public let participants: [String]
    public let tellings: [Telling]
    /// Sources of the comparison that do not tell it.
    public let omittedBy: [String]
    /// Independent sources: agencies and people that it goes back to.
    public let roots: Int
    /// Sources that tell it, but no more than agencies and people that they have it from.
    public var independent: Int { min(tellings.count, roots) }

    fileprivate var order: (String, String, String) {
      (edtf, kind, participants.joined(separator: ","))
    }
  }

  public let sources: [String]
  /// In order of the events' dates.
  public let rows: [Row]

  /// - Parameter reports: in any order; those without a date are left out.
  public init(_ reports: [EventReport]) {
    let dated = reports.filter { !$0.event.edtf.isEmpty }
    let all = Set(reports.map(\.source)).sorted()
    sources = all
    rows = EventGrouping(tolerance: .sameStory).groups(of: dated).map { Self.row($0, all) }
      .sorted { $0.order < $1.order }
  }

  private static func row(_ group: [EventReport], _ sources: [String]) -> Row {
    let best = sources.compactMap { source in group.first { $0.source == source } }
      .sorted(by: EventReport.isBetter)
    let first = best.first
    let tellings = best.map { report in
      Telling(
        source: report.source, first: report, lag: lag(report, after: first),
        contradicts: first.map { contradicts($0, report) } ?? false)
    }
    let told = Set(best.map(\.source))
    return Row(
      kind: [first?.event.kind ?? "", first?.event.mode ?? ""].filter { !$0.isEmpty }
        .joined(separator: " "), edtf: first?.event.edtf ?? "",
      participants: Set(group.flatMap(\.participants)).sorted(), tellings: tellings,
      omittedBy: sources.filter { !told.contains($0) }, roots: Set(group.map(\.root)).count)
  }

  private static func lag(_ report: EventReport, after first: EventReport?) -> Int? {
    guard let day = report.published, let start = first?.published else { return nil }
    return day.dayNumber - start.dayNumber
  }

  private static func contradicts(_ a: EventReport, _ b: EventReport) -> Bool {
    if a.event.status == .denied || b.event.status == .denied {
      return a.event.status != b.event.status
    }
    guard a.event.basis == .clause, b.event.basis == .clause else { return false }
    return (a.event.days.gap(to: b.event.days) ?? 0) > 0
  }
}
