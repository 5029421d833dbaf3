import Analysis
import Store

/// Puts events and the sentences that stand for dates into one timeline.
struct TimelineWeaver {
  let order: TimelineOrder
  let digest: DigestRows
  /// What the analyst wants to see, however short the timeline is.
  let pinned: Set<Target>
  /// Pinned lines that are no events.
  let pinnedSentences: [TimelineRow]
  let evidence: (TimelineEntry) throws -> [TimelineRow.Evidence]

  /// Lines of one date, unless more are asked for or the timeline is short.
  private static let linesOfDate = 3
  /// So many dates are told with all their events.
  private static let few = 15

  /// - Throws: `StoreProblem` if a sentence cannot be read.
  func rows(_ entries: [TimelineEntry]) throws -> [TimelineRow] {
    let events = Dictionary(grouping: entries) { Timeline.label($0, order.grain) }
    let dates = Dictionary(
      uniqueKeysWithValues: digest.rows.map { (order.grain.label(of: $0.date.start), $0) })
    var rows: [TimelineRow] = []
    for (label, date) in dates { rows += try lines(of: date, events[label] ?? []) }
    for (label, entries) in events where dates[label] == nil {
      rows += try best(entries.filter { stands($0, alone: label) }).map(row)
    }
    let shown = Set(rows.flatMap(\.handles))
    rows += try entries.filter {
      isPinned($0) && !$0.reports.contains { shown.contains(handle($0)) }
    }
    .map(row)
    let told = Dictionary(grouping: rows, by: \.sentence)
    rows += pinnedSentences.filter { pin in
      !(told[pin.sentence] ?? []).contains { $0.label == pin.label }
    }
    return rows.sorted(by: precedes)
  }

  private func row(_ entry: TimelineEntry) throws -> TimelineRow {
    TimelineRow(entry, by: order.grain, try evidence(entry))
  }

  /// Whether an event of a date that the digest left out is listed for itself.
  private func stands(_ entry: TimelineEntry, alone label: String) -> Bool {
    guard Double(documents(entry)) >= digest.least else { return false }
    return order.top == nil || !entry.days.isDay && documents(entry) > 1
  }

  private func isPinned(_ entry: TimelineEntry) -> Bool {
    entry.reports.contains { pinned.contains(Target(handle($0))) }
  }

  private func handle(_ report: EventReport) -> Handle { Handle(.event, report.id) }

  private func documents(_ entry: TimelineEntry) -> Int {
    Set(entry.reports.map(\.documentID)).count
  }

  private func lines(of date: DigestRow, _ entries: [TimelineEntry]) throws
    -> [TimelineRow]
  {
    let told = date.sentences.map { sentence in
      (sentence, entries.first { $0.reports.contains { SentenceKey($0) == SentenceKey(sentence) } })
    }
    if order.sentences != nil { return try told.map { try line($0, of: date, $1) } }
    let events = best(entries.filter { documents($0) > 1 || entries.count <= 3 || isShort })
    guard let lead = told.first(where: { $0.0.time != nil }) ?? told.first,
      !date.documents.isEmpty
    else { return try events.map(row) }
    let isTold = events.contains { $0.reports.first?.id == lead.1?.reports.first?.id }
    let isCovered = isTold || events.contains { documents($0) * 2 >= date.documents.count }
    guard events.isEmpty || !isCovered else { return try events.map(row) }
    return try [line(lead.0, of: date, lead.1)] + events.map(row)
  }

  /// A sentence by itself, or the event that it tells with the sentence shown first.
  private func line(
    _ sentence: DigestSentence, of date: DigestRow, _ entry: TimelineEntry?
  ) throws -> TimelineRow {
    guard let entry else { return TimelineRow(sentence, of: date, by: order.grain) }
    var line = try row(entry)
    let isPick = { (evidence: TimelineRow.Evidence) in
      evidence.document.id == sentence.document.id && evidence.span == sentence.span
    }
    line.evidence = line.evidence.filter(isPick) + line.evidence.filter { !isPick($0) }
    return line
  }

  private var isShort: Bool { digest.rows.count <= Self.few }

  private func best(_ entries: [TimelineEntry]) -> [TimelineEntry] {
    if isShort { return entries }
    let ranked = entries.enumerated().sorted {
      (documents($1.element), $0.offset) < (documents($0.element), $1.offset)
    }
    return ranked.prefix(Self.linesOfDate).sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// By day, then what most documents report, then in order of words.
  private func precedes(_ a: TimelineRow, _ b: TimelineRow) -> Bool {
    if TimelineRow.isEarlier(a, b) { return true }
    if TimelineRow.isEarlier(b, a) { return false }
    let place = { (row: TimelineRow) in
      (row.evidence.first?.document.name ?? "", row.evidence.first?.span.start ?? 0)
    }
    let left = (-a.reports, a.gloss, a.status.rawValue, place(a).0, place(a).1)
    let right = (-b.reports, b.gloss, b.status.rawValue, place(b).0, place(b).1)
    return left < right
  }
}
