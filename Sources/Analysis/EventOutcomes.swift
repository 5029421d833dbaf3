public import Dates
import Facts

/// What became of something that was announced.
public enum EventOutcome: Sendable, Equatable {
  /// The reports that it took place, best first.
  case happened([Int])
  /// The reports that it did not.
  case denied([Int])
  /// Its last day is over, and nobody reports it.
  case unconfirmed
  /// Its day is to come, or is not known.
  case open
}

/// Finds for every planned event the reports that it took place.
///
/// They are of the same class, share a participant or the place, were published no earlier and
/// give a day that the plan allows, in any year if it names none; a visit that nobody tells of as
/// one may be told as the meeting at its goal, or anywhere if it has none.
public struct EventOutcomes: Sendable {
  private var outcomes: [Int: EventOutcome] = [:]

  /// Days that a report may lie before the plan, and by which what was planned may be late.
  private static let slack = 1
  private static let delay = 7
  /// How long after an announcement without a date a report may still be of it.
  private static let longestWait = 62

  /// - Parameter asOf: the last day that is told of; without it no plan is overdue.
  public init(_ reports: [EventReport], asOf: CalendarDate?) {
    var told: [String: [EventReport]] = [:]
    for report in reports where [.happened, .denied].contains(report.event.status) {
      for key in Self.keys(of: report) { told[key, default: []].append(report) }
    }
    for plan in reports where plan.event.status == .planned {
      let candidates = Self.keys(of: plan).flatMap { told[$0] ?? [] }
      let found = Dictionary(
        candidates.filter { Self.fits(plan, $0) }.map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first }
      ).values.sorted(by: EventReport.isBetter)
      outcomes[plan.id] = Self.outcome(of: plan, found, asOf)
    }
  }

  /// Nil for an event that is not planned.
  public subscript(id: Int) -> EventOutcome? { outcomes[id] }

  private static func outcome(
    of plan: EventReport, _ found: [EventReport], _ asOf: CalendarDate?
  ) -> EventOutcome {
    let happened = found.filter { $0.event.status == .happened }
    let alike = happened.filter { $0.event.mode == plan.event.mode }
    if !happened.isEmpty { return .happened((alike.isEmpty ? happened : alike).map(\.id)) }
    if !found.isEmpty { return .denied(found.map(\.id)) }
    guard let asOf else { return .open }
    let last = plan.event.days.latest ?? days(of: plan, in: asOf.year)?.latest
    return last.map { $0 < asOf } ?? false ? .unconfirmed : .open
  }

  /// The days of a plan whose year is not known, if they are of that year.
  private static func days(of plan: EventReport, in year: Int) -> DayInterval? {
    let unknown = "XXXX-"
    guard plan.event.edtf.hasPrefix(unknown) else { return nil }
    return EDTF("\(year)-" + plan.event.edtf.dropFirst(unknown.count))?.days
  }

  private static func keys(of report: EventReport) -> [String] {
    let who = report.participants.isEmpty ? ["@" + (report.place ?? "")] : report.participants
    return who.map { report.event.kind + "\t" + $0 }
  }

  private static func fits(_ plan: EventReport, _ report: EventReport) -> Bool {
    guard haveFittingDates(plan, report) else { return false }
    if plan.event.mode == "summit" || report.event.mode == "summit" {
      guard plan.event.mode == report.event.mode else { return false }
    }
    let (planned, told) = (Set(plan.participants), Set(report.participants))
    guard planned.isSubset(of: told) || told.isSubset(of: planned) else { return false }
    let isSamePlace = report.place != nil && (plan.place ?? report.place) == report.place
    let isAtGoal = isSamePlace && (plan.place != nil || plan.event.mode == "visit")
    let areTogether = planned.intersection(told).count > 1 && !isFromAfar(report)
    guard isAtGoal || areTogether || plan.event.hasCompatibleMode(report.event) else {
      return false
    }
    if let here = plan.place, let there = report.place, here != there { return false }
    guard let announced = plan.published, let day = report.published else { return true }
    return day >= announced
  }

  private static func isFromAfar(_ report: EventReport) -> Bool {
    ["phone", "message"].contains(report.event.mode)
  }

  private static func haveFittingDates(_ plan: EventReport, _ report: EventReport) -> Bool {
    if let years = (report.event.days.earliest ?? report.published)?.year,
      let days = days(of: plan, in: years), let gap = days.gap(to: report.event.days)
    {
      return gap <= slack
    }
    if let gap = plan.event.days.gap(to: report.event.days) {
      let isLate = report.event.days.earliest.map { $0 > plan.event.days.latest ?? $0 } ?? false
      return gap <= (isLate ? delay : slack)
    }
    guard let announced = plan.published, let day = report.event.days.latest ?? report.published
    else { return false }
    return day >= announced && day.dayNumber - announced.dayNumber <= longestWait
  }
}
