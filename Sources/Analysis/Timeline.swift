public import Dates
public import Facts
import Text

/// One event of a timeline with everything that reports it.
public struct TimelineEntry: Sendable {
  /// The finest date of its reports.
  public let edtf: String
  public let days: DayInterval
  public let basis: DateBasis
  public let status: EventStatus
  public let kind: String
  public let mode: String?
  /// Everybody that any report names, most often named first.
  public let participants: [String]
  public let place: String?
  /// Best first: the first one's sentence stands for the entry.
  public let reports: [EventReport]
  /// Dates that other reports give to what seems the same event.
  public internal(set) var otherDates: [String] = []
  /// It was announced for a day that is past by the last report, and nothing tells that it happened.
  public internal(set) var isUnconfirmed = false

  public var sources: [String] { Set(reports.map(\.source)).sorted() }
  /// Where the reports came from first; reports that cite one agency count once.
  public var roots: [String] { Set(reports.map(\.root)).sorted() }

  init?(_ reports: [EventReport]) {
    guard let first = reports.first else { return nil }
    let finest =
      reports.min { ($0.event.days.length ?? .max) < ($1.event.days.length ?? .max) } ?? first
    edtf = finest.event.edtf
    days = finest.event.days
    basis = finest.event.basis
    status = first.event.status
    kind = first.event.kind
    mode = reports.lazy.compactMap(\.event.mode).first
    place = Self.mostCommon(reports.compactMap(\.place)).first
    participants = Self.mostCommon(reports.flatMap(\.participants))
    self.reports = reports
  }

  private static func mostCommon(_ names: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}

/// Dated events in calendar order, with reports of one event told once.
public struct Timeline: Sendable {
  /// How dates are put together.
  public enum Grain: String, Sendable, CaseIterable {
    case day, week, month, year
  }

  public let entries: [TimelineEntry]
  /// Reports that have no date at all.
  public let undated: Int

  /// - Parameters:
  ///   - top: keeps the dates that most documents report, if it is given.
  ///   - outcomes: what became of plans by all that is known; without it, by the reports alone.
  public init(
    _ reports: [EventReport], by grain: Grain = .day, top: Int? = nil,
    outcomes: EventOutcomes? = nil
  ) {
    let dated = reports.filter { !$0.event.edtf.isEmpty }
    undated = reports.count - dated.count
    let groups = EventGrouping(tolerance: .sameEvent).groups(of: dated)
    var entries = groups.compactMap { TimelineEntry($0) }
    Self.noteOtherDates(&entries)
    let known = reports.compactMap(\.published).max()
    Self.noteUnconfirmed(&entries, outcomes ?? EventOutcomes(reports, asOf: known))
    entries.sort(by: Self.precedes)
    if let top { entries = Self.keeping(top, of: entries, by: grain) }
    self.entries = entries
  }

  /// By earliest day, then the finer date, then in order of words; dates without a year come last.
  private static func precedes(_ a: TimelineEntry, _ b: TimelineEntry) -> Bool {
    let left = (a.days.earliest?.dayNumber ?? .max, a.days.length ?? .max)
    let right = (b.days.earliest?.dayNumber ?? .max, b.days.length ?? .max)
    guard left == right else { return left < right }
    let leftWords = (a.edtf, a.kind, a.participants.joined(separator: "\t"), a.status.rawValue)
    let rightWords = (b.edtf, b.kind, b.participants.joined(separator: "\t"), b.status.rawValue)
    return leftWords == rightWords
      ? (a.reports.first?.document ?? "", a.reports.first?.event.span.start ?? 0)
        < (b.reports.first?.document ?? "", b.reports.first?.event.span.start ?? 0)
      : leftWords < rightWords
  }

  private static func keeping(_ top: Int, of entries: [TimelineEntry], by grain: Grain)
    -> [TimelineEntry]
  {
    var documents: [String: Set<Int>] = [:]
    for entry in entries {
      documents[label(entry, grain), default: []].formUnion(entry.reports.map(\.documentID))
    }
    let best = documents.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(top)
    let kept = Set(best.map(\.key))
    return entries.filter { kept.contains(label($0, grain)) }
  }

  /// The date under which an entry is listed: the week, month or year that all of it lies in, else
  /// its own.
  public static func label(_ entry: TimelineEntry, _ grain: Grain) -> String {
    guard grain != .day, let first = entry.days.earliest, let last = entry.days.latest,
      grain.start(of: first) == grain.start(of: last)
    else { return entry.edtf }
    return grain.label(of: grain.start(of: first))
  }

  /// Notes at each entry the days that are given to what seems the same event elsewhere.
  private static func noteOtherDates(_ entries: inout [TimelineEntry]) {
    var alike: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() where entry.days.isDay && entry.basis == .clause {
      let who = entry.participants.sorted().joined(separator: "\t")
      let what = [entry.kind, entry.mode ?? "", entry.status.rawValue, entry.place ?? "", who]
      guard !who.isEmpty else { continue }
      alike[what.joined(separator: "\t"), default: []].append(index)
    }
    for indices in alike.values where indices.count > 1 {
      let days = Dictionary(grouping: indices) { entries[$0].days.earliest?.dayNumber ?? 0 }
      for (day, told) in days {
        let near = (day - mostApart...day + mostApart).filter { $0 != day }
        let others = Set(near.flatMap { (days[$0] ?? []).map { entries[$0].edtf } }).sorted()
        for index in told { entries[index].otherDates = others }
      }
    }
  }

  /// Days between dates that may be given to one event.
  private static let mostApart = 7

  /// A plan is unconfirmed if no announcement of it was followed by a report.
  private static func noteUnconfirmed(_ entries: inout [TimelineEntry], _ outcomes: EventOutcomes) {
    for index in entries.indices where entries[index].status == .planned {
      entries[index].isUnconfirmed = entries[index].reports.allSatisfy {
        outcomes[$0.id] == .unconfirmed
      }
    }
  }
}
