import Analysis

/// A line of a timeline: something dated, with everything that supports it.
public struct TimelineRow: Sendable {
  /// A sentence as it stands in a document.
  public struct Evidence: Sendable {
    public let document: DocumentRow
    /// The sentence, in bytes.
    public let span: Span
    public let text: String
    /// The expression that dates it; nil where only the publication day or the story does.
    public let time: TimeRow?
  }

  /// The date as it is listed: EDTF, or the week, month or year.
  public var label: String
  public var edtf: String
  public var days: DayInterval
  public var basis: DateBasis
  public var status: EventStatus
  /// `consult visit: Xi Jinping @ Kazan`; empty where no event was understood.
  public var gloss: String
  public var participants: [String]
  /// Dates that other reports give to what seems the same event.
  public var otherDates: [String]
  /// How many documents report it, and their outlets and first sources.
  public var reports: Int
  public var sources: [String]
  public var roots: [String]
  /// By which `why` explains it.
  public var handles: [Handle]
  /// Best first: the first one is shown.
  public var evidence: [Evidence]
  /// Announced for a day that is past, and never told to have happened.
  public var isUnconfirmed = false
  /// The analyst's own words for it.
  public var wording: String?
}

extension TimelineRow {
  /// An event that documents report.
  init(_ entry: TimelineEntry, by grain: Timeline.Grain, _ evidence: [Evidence]) {
    self.init(
      label: Timeline.label(entry, grain), edtf: entry.edtf, days: entry.days, basis: entry.basis,
      status: entry.status, gloss: entry.gloss, participants: entry.participants,
      otherDates: Self.otherDates(entry, grain),
      reports: Set(entry.reports.map(\.documentID)).count,
      sources: entry.sources, roots: entry.roots,
      handles: entry.reports.map { Handle(.event, $0.id) }, evidence: evidence)
    isUnconfirmed = entry.isUnconfirmed
  }

  /// Other dates that do not lie in the same week, month or year.
  private static func otherDates(_ entry: TimelineEntry, _ grain: Timeline.Grain) -> [String] {
    let label = Timeline.label(entry, grain)
    return entry.otherDates.filter { date in
      CalendarDate(date).map { grain.label(of: grain.start(of: $0)) != label } ?? true
    }
  }

  /// A sentence that stands for a date.
  init(_ sentence: DigestSentence, of row: DigestRow, by grain: Timeline.Grain) {
    let start = row.date.start
    let isAhead =
      sentence.time.flatMap { time in
        sentence.document.publication.day.map { published in
          time.time.days.earliest.map { $0 > published } ?? false
        }
      } ?? false
    let own = sentence.document.source ?? sentence.document.name
    let sources = Set(row.sources + [own]).sorted()
    let days = DayInterval(start, grain.end(of: start))
    self.init(
      label: grain.label(of: start), edtf: grain.label(of: start), days: days,
      basis: sentence.time == nil ? .published : .clause, status: isAhead ? .planned : .happened,
      gloss: "", participants: [], otherDates: [],
      reports: row.documents.union([sentence.document.id]).count, sources: sources,
      roots: sources,
      handles: [sentence.time?.handle ?? sentence.document.handle],
      evidence: [
        Evidence(
          document: sentence.document, span: sentence.span, text: sentence.text,
          time: sentence.time)
      ])
  }

  /// By earliest day, finer dates first; dates without a year come last.
  static func isEarlier(_ a: TimelineRow, _ b: TimelineRow) -> Bool {
    let never = Int.max
    let left = (a.days.earliest?.dayNumber ?? never, a.days.latest?.dayNumber ?? never, a.label)
    let right = (b.days.earliest?.dayNumber ?? never, b.days.latest?.dayNumber ?? never, b.label)
    return left < right
  }
}

extension TimelineRow {
  /// The sentence that is shown.
  var sentence: SentenceKey? {
    evidence.first.map { SentenceKey(document: $0.document.id, span: $0.span) }
  }
}

extension TimelineEntry {
  /// What happened in a few words that need no language.
  var gloss: String {
    let what = [kind, mode ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let names = participants.listed(first: 5, of: 6, separator: ", ")
    let who = participants.isEmpty ? "" : ": " + names
    return what + who + (place.map { " @ " + $0 } ?? "")
  }
}

extension [String] {
  /// All of a few; of more than `most` only the first, and how many more there are.
  func listed(first: Int, of most: Int, separator: String) -> String {
    guard count > most else { return joined(separator: separator) }
    return prefix(first).joined(separator: separator) + " and \(count - first) more"
  }
}
