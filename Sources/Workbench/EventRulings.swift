import Dates
import Facts
import Store

/// The analyst's rulings on events, by the reports that they are about.
struct EventRulings {
  private var dates: [EventRuling.Report: EDTF] = [:]
  private var units: [EventRuling.Report: Int] = [:]
  private var apart: Set<EventRuling.Report> = []

  init(_ store: SessionStore) throws {
    for (number, ruling) in try store.eventRulings().enumerated() {
      switch ruling.kind {
      case .date:
        guard let date = ruling.value.flatMap({ EDTF($0) }) else { continue }
        for report in ruling.reports { dates[report] = date }
      case .merge:
        let joined = Set(ruling.reports.compactMap { units[$0] })
        let unit = joined.min() ?? number
        for (report, old) in units where joined.contains(old) { units[report] = unit }
        for report in ruling.reports { units[report] = unit }
        apart.subtract(ruling.reports)
      case .split:
        for report in ruling.reports { units[report] = nil }
        apart.formUnion(ruling.reports)
      }
    }
  }

  /// An event with the date that the analyst gave it.
  func corrected(_ stored: Stored<Event>) -> Event {
    guard let date = dates[EventRuling.Report(stored)] else { return stored.value }
    var event = stored.value
    event.edtf = date.description
    event.value = date.description
    event.days = date.days
    event.basis = .analyst
    return event
  }

  /// The number that the reports share which the analyst ruled to be of one event.
  func unit(of stored: Stored<Event>) -> Int? { units[EventRuling.Report(stored)] }

  /// Whether the analyst ruled that a report tells of an event of its own.
  func isApart(_ stored: Stored<Event>) -> Bool { apart.contains(EventRuling.Report(stored)) }
}

extension EventRuling.Report {
  init(_ stored: Stored<Event>) {
    self.init(document: stored.document, span: stored.value.span, kind: stored.value.kind)
  }
}
