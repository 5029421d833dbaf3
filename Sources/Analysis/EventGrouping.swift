import Dates
import Facts

/// Puts reports of one event together.
public struct EventGrouping {
  /// How much two reports may differ.
  public struct Tolerance: Sendable {
    /// Days between two dates that do not overlap.
    var gap: Int
    /// Whether planned and happened, or a message and a call, may be one event told differently.
    var ignoresStatus: Bool
    var ignoresMode: Bool

    public static let sameEvent = Tolerance(gap: 0, ignoresStatus: false, ignoresMode: false)
    /// What `compare` lays side by side.
    static let sameStory = Tolerance(gap: 7, ignoresStatus: true, ignoresMode: false)
    /// A dealing of the same people on the same day, told as something else.
    static let toldOtherwise = Tolerance(gap: 0, ignoresStatus: false, ignoresMode: true)
  }

  /// A date longer than this is too vague to be the same as a day in it.
  private static let vaguest = 31

  let tolerance: Tolerance

  public init(tolerance: Tolerance) { self.tolerance = tolerance }

  /// The groups, each in order of `EventReport.isBetter`, in order of their first report.
  public func groups(of reports: [EventReport]) -> [[EventReport]] {
    var groups: [[EventReport]] = []
    var index: [Key: Shelf] = [:]
    var units: [Int: Int] = [:]
    for report in reports.sorted(by: precedes) {
      guard !report.isApart else {
        groups.append([report])
        continue
      }
      let keys = keys(of: report)
      let ruled = report.unit.flatMap { units[$0] }
      let known =
        ruled ?? keys.lazy.flatMap { index[$0]?.groups ?? [] }.first { same(groups[$0], report) }
      let group = known ?? groups.count
      if known == nil { groups.append([]) }
      groups[group].append(report)
      if let unit = report.unit, units[unit] == nil { units[unit] = group }
      for key in keys { index[key, default: Shelf()].add(group) }
    }
    return groups.map { $0.sorted(by: EventReport.isBetter) }
  }

  /// Finer dates first, so that a vague report joins a group that is sure of its day.
  private func precedes(_ a: EventReport, _ b: EventReport) -> Bool {
    let left = (a.event.days.length ?? .max, a.event.days.earliest?.dayNumber ?? .max)
    let right = (b.event.days.length ?? .max, b.event.days.earliest?.dayNumber ?? .max)
    return left == right ? EventReport.isBetter(a, b) : left < right
  }

  /// What reports of one event have in common: all that are compared share a key.
  private struct Key: Hashable {
    enum When: Hashable {
      case day(Int)
      case written(String)
      case story(Int)
    }
    let kind: String
    let status: EventStatus?
    let who: String
    let when: When
  }

  /// Groups under one key, in the order in which they came.
  private struct Shelf {
    private(set) var groups: [Int] = []
    private var known: Set<Int> = []

    mutating func add(_ group: Int) {
      if known.insert(group).inserted { groups.append(group) }
    }
  }

  private func keys(of report: EventReport) -> [Key] {
    let status = tolerance.ignoresStatus ? nil : report.event.status
    let who = report.participants.isEmpty ? ["@" + (report.place ?? "")] : report.participants
    let key = { Key(kind: report.event.kind, status: status, who: $0, when: $1) }
    let dates = whens(of: report.event)
    let told = report.story.map { story in
      (who + [report.happening.map { "#" + $0 }].compactMap { $0 }).map { key($0, .story(story)) }
    }
    return who.flatMap { name in dates.map { key(name, $0) } } + (told ?? [])
  }

  /// The days around a date on which another may be the same; a vague date is only like itself.
  private func whens(of event: Event) -> [Key.When] {
    guard let first = event.days.earliest?.dayNumber, let last = event.days.latest?.dayNumber,
      first <= last
    else { return [.written(event.edtf)] }
    guard last - first < Self.vaguest else { return [.written("\(first)/\(last)")] }
    return ((first - tolerance.gap)...(last + tolerance.gap)).map { .day($0) }
  }

  /// Compares with the finest report, the first that came.
  private func same(_ group: [EventReport], _ report: EventReport) -> Bool {
    group.first.map { fits($0, report) } ?? false
  }

  private func fits(_ a: EventReport, _ b: EventReport) -> Bool {
    guard tolerance.ignoresMode || a.event.hasCompatibleMode(b.event),
      haveCompatibleDates(a, b), haveCommonParticipants(a, b) || tellOneHappening(a, b)
    else { return false }
    guard let here = a.place, let there = b.place, tolerance.gap == 0 else { return true }
    return here == there || a.event.days.overlaps(b.event.days)
  }

  private func haveCommonParticipants(_ a: EventReport, _ b: EventReport) -> Bool {
    if a.participants.isEmpty, b.participants.isEmpty {
      return a.place != nil && a.place == b.place
    }
    let common = Set(a.participants).intersection(b.participants).count
    return common > 0 && common * 2 >= min(a.participants.count, b.participants.count)
  }

  /// One story tells one happening of a kind, unless it is of others.
  private func tellOneHappening(_ a: EventReport, _ b: EventReport) -> Bool {
    guard let story = a.story, story == b.story, a.happening != nil, a.happening == b.happening
    else { return false }
    return a.participants.isEmpty || b.participants.isEmpty
      || !Set(a.participants).isDisjoint(with: b.participants)
  }

  private func haveCompatibleDates(_ a: EventReport, _ b: EventReport) -> Bool {
    let isOneStory = a.story != nil && a.story == b.story
    guard let gap = a.event.days.gap(to: b.event.days) else {
      return a.event.edtf == b.event.edtf
        || isOneStory && (a.event.edtf.isEmpty || b.event.edtf.isEmpty)
    }
    if gap > 0 { return gap <= tolerance.gap || isOneStory && isReportedLater(a, b, gap) }
    let longest = max(a.event.days.length ?? 0, b.event.days.length ?? 0)
    return longest <= Self.vaguest || a.event.days == b.event.days
  }

  /// Days after which a story is no longer news; what has no other date was then published.
  private static let news = 2

  /// Whether one of two dates is only when the news came out, shortly after the other.
  private func isReportedLater(_ a: EventReport, _ b: EventReport, _ gap: Int) -> Bool {
    guard gap <= Self.news, let first = a.event.days.earliest, let other = b.event.days.earliest
    else { return false }
    return (first > other ? a : b).event.basis == .published
  }
}
