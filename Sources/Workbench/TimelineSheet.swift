/// A timeline as it is drawn and exported: plain values that need no session.
public struct TimelineSheet: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    /// As it is listed: `2024-07`, `2024-10-02 (published)`.
    public var label: String
    public var edtf: String
    public var days: DayInterval
    /// A guess, or about then.
    public var isUncertain: Bool
    public var status: EventStatus
    /// The status in words, with `unconfirmed` where nothing tells that a plan came true.
    public var statusLabel: String
    public var basis: DateBasis
    public var gloss: String
    public var text: String
    /// The analyst's own words for it.
    public var wording: String?
    public var document: String
    public var title: String?
    public var source: String
    public var url: String?
    public var language: String
    public var published: String?
    /// Of the sentence, in bytes of the document's text.
    public var span: Span
    /// The expression that dates it, and the rule and anchor it was read by.
    public var expression: String?
    public var rule: String?
    public var anchor: String?
    public var otherDates: [String]
    public var participants: [String]
    public var reports: Int
    public var sources: [String]
    public var roots: [String]
    /// `e14 e27`: by which `why` explains it.
    public var handles: String
  }

  /// What the lanes of a picture are.
  public enum Lanes: String, Sendable, CaseIterable {
    case source, entity
  }

  /// The command line that made it.
  public var title: String
  public var lanes: Lanes
  public var entries: [Entry]

  public init(title: String, lanes: Lanes, rows: [TimelineRow]) {
    self.title = title
    self.lanes = lanes
    entries = rows.compactMap(Entry.init)
  }
}

extension TimelineSheet.Entry {
  init?(_ row: TimelineRow) {
    guard let first = row.evidence.first else { return nil }
    let document = first.document
    self.init(
      label: row.dateLabel, edtf: row.edtf, days: row.days,
      isUncertain: row.edtf.contains { "?~%".contains($0) }, status: row.status,
      statusLabel: row.statusLabel, basis: row.basis,
      gloss: row.gloss, text: first.text.onOneLine, wording: row.wording,
      document: document.name,
      title: document.title, source: document.source ?? document.name, url: document.url,
      language: document.language, published: document.publication.day?.description,
      span: first.span, expression: first.time?.time.text, rule: first.time?.time.rule,
      anchor: first.time?.time.anchor.description, otherDates: row.otherDates,
      participants: row.participants, reports: row.reports, sources: row.sources, roots: row.roots,
      handles: row.handles.map(\.description).joined(separator: " "))
  }

  /// What is told: the analyst's words where there are any, else the sentence.
  var told: String { wording ?? text }

  /// One calendar day, whatever its EDTF says beside it.
  var isDay: Bool { days.earliest != nil && days.earliest == days.latest }
}

extension TimelineSheet {
  /// A row of a picture.
  public struct Lane: Sendable, Equatable {
    public let name: String
    /// Indices of entries.
    public let entries: [Int]
  }

  /// Lanes that a picture can hold; the rest share the last.
  private static let mostLanes = 12

  /// The lanes with most entries first, then by name; what has no lane stands under `–`.
  public var laneList: [Lane] {
    var members: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      let names = lanes == .source ? entry.sources : entry.participants
      for name in names.isEmpty ? ["–"] : names { members[name, default: []].append(index) }
    }
    let ranked = members.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    guard ranked.count > Self.mostLanes else {
      return ranked.map { Lane(name: $0.key, entries: $0.value) }
    }
    let rest = Set(ranked.dropFirst(Self.mostLanes - 1).flatMap(\.value)).sorted()
    return ranked.prefix(Self.mostLanes - 1).map { Lane(name: $0.key, entries: $0.value) }
      + [Lane(name: "others", entries: rest)]
  }

  /// From the first to the last day that any entry may lie on; nil if none has a year.
  public var span: (first: CalendarDate, last: CalendarDate)? {
    let firsts = entries.compactMap(\.days.earliest)
    let lasts = entries.compactMap { $0.days.latest ?? $0.days.earliest }
    guard let first = firsts.min(), let last = lasts.max() else { return nil }
    return (first, max(first, last))
  }
}

extension TimelineSheet {
  /// Endings of files that only a timeline can be written to.
  public static let endings = [".html", ".svg", ".ics", ".timelinejs.json", ".vl.json"]

  /// The timeline as the file's ending asks for it; nil for one that rows serve as well.
  public func text(for file: String) -> String? {
    if file.hasSuffix(".html") { return TimelineHTML(sheet: self).document }
    if file.hasSuffix(".svg") { return TimelineSVG(self).document + "\n" }
    if file.hasSuffix(".ics") { return ICalendar(sheet: self).text }
    if file.hasSuffix(".timelinejs.json") { return timelineJS.description + "\n" }
    if file.hasSuffix(".vl.json") { return vegaLite.description + "\n" }
    return file.hasSuffix(".md") ? markdown : nil
  }
}
