import Dates
import Facts

/// Puts reports of one event together.
struct EventGrouping {
  /// How much two reports may differ.
  struct Tolerance {
    /// Days between two dates that do not overlap.
    var gap: Int
    /// Whether planned and happened, or a message and a call, may be one event told differently.
    var ignoresStatus: Bool
    var ignoresMode: Bool

    static let sameEvent = Tolerance(gap: 0, ignoresStatus: false, ignoresMode: false)
    /// What `compare` lays side by side.
    static let sameStory = Tolerance(gap: 7, ignoresStatus: true, ignoresMode: false)
    /// A dealing of the same people on the same day, told as something else.
    static let toldOtherwise = Tolerance(gap: 0, ignoresStatus: false, ignoresMode: true)
  }

  /// A date longer than this is too vague to be the same as a day in it.
  private static let vaguest = 31

  let tolerance: Tolerance

  /// The groups, each in order of `EventReport.isBetter`, in order of their first report.
  func groups(of reports: [EventReport]) -> [[EventReport]] {
    var groups: [[EventReport]] = []
    var index: [String: [Int]] = [:]
    var units: [Int: Int] = [:]
    for report in reports.sorted(by: precedes) {
      guard !report.isApart else {
        groups.append([report])
        continue
      }
      let keys = keys(of: report)
      let ruled = report.unit.flatMap { units[$0] }
      let known =
        ruled ?? keys.lazy.flatMap { index[$0] ?? [] }.first { same(groups[$0], report) }
      let group = known ?? groups.count
      if known == nil { groups.append([]) }
      groups[group].append(report)
      if let unit = report.unit, units[unit] == nil { units[unit] = group }
      for key in keys where index[key]?.contains(group) != true {
        index[key, default: []].append(group)
      }
    }
    return groups.map { $0.sorted(by: EventReport.isBetter) }
  }

  /// Finer dates first, so that a vague report joins a group that is sure of its day.
  private func precedes(_ a: EventReport, _ b: EventReport) -> Bool {
    let left = (a.event.days.length ?? .max, a.event.days.earliest?.dayNumber ?? .max)
    let right = (b.event.days.length ?? .max, b.event.days.earliest?.dayNumber ?? .max)
    return left == right ? EventReport.isBetter(a, b) : left < right
  }

  private func keys(of report: EventReport) -> [String] {
    let who = report.participants.isEmpty ? ["@" + (report.place ?? "")] : report.participants
    let status = tolerance.ignoresStatus ? "" : report.event.status.rawValue
    return who.map { report.event.kind + "\t" + status + "\t" + $0 }
  }

  /// Compares with the finest report, the first that came.
  private func same(_ group: [EventReport], _ report: EventReport) -> Bool {
    group.first.map { fits($0, report) } ?? false
  }

  private func fits(_ a: EventReport, _ b: EventReport) -> Bool {
    guard tolerance.ignoresMode || a.event.hasCompatibleMode(b.event) else { return false }
    guard haveCommonParticipants(a, b), haveCompatibleDates(a, b) else { return false }
    guard let here = a.place, let there = b.place, tolerance.gap == 0 else { return true }
    return here == there || a.event.days.overlaps(b.event.days)
  }

  private func haveCommonParticipants(_ a: EventReport, _ b: EventReport) -> Bool {
    if a.participants.isEmpty, b.participants.isEmpty { return a.place == b.place }
    let common = Set(a.participants).intersection(b.participants).count
    return common > 0 && common * 2 >= min(a.participants.count, b.participants.count)
  }

  private func haveCompatibleDates(_ a: EventReport, _ b: EventReport) -> Bool {
    guard let gap = a.event.days.gap(to: b.event.days) else { return a.event.edtf == b.event.edtf }
    if gap > 0 { return gap <= tolerance.gap }
    let longest = max(a.event.days.length ?? 0, b.event.days.length ?? 0)
    return longest <= Self.vaguest || a.event.days == b.event.days
  }
}
