import Analysis
import Reading
import Store

/// A deed or an event of somebody, with everything that tells it.
struct EntityEvent {
  let date: String
  let days: DayInterval
  let event: String
  var mentions: [(doc: DocumentRow, span: Span)]
  let sentence: String
}

/// All that somebody did in order, mentions of one deed together.
///
/// In documents of a language whose pack knows no deeds the events of `events` stand for them.
public struct EntityEvents {
  private let asked: TimelineOptions
  private let scope: ScopeOptions

  public init(asked: TimelineOptions, scope: ScopeOptions) {
    self.asked = asked
    self.scope = scope
  }

  public func output(in session: Session) throws -> Output {
    let scope = try session.known(session.timelineScope(scope), asOf: asked.asOf?.last)
    var documents = scope
    (documents.from, documents.until) = (nil, nil)
    let deeds =
      self.scope.about.isEmpty ? [] : try session.deeds(of: self.scope.about, in: documents)
    let lines = (grouped(refined(deeds)) + (try events(session, scope)))
      .filter { isInside($0.days, scope) }.sorted(by: precedes)
    let rows = lines.map { line -> [Output.Cell] in
      let places = line.mentions.map(\.doc.name).joined(separator: ", ")
      return [.text(line.date), .text(line.event), .text(places), .text(line.sentence)]
    }
    return .table(
      ["date", "event", "docs", "sentence"], rows,
      json: .array(try lines.map { try json($0, session) }))
  }

  private func isInside(_ days: DayInterval, _ scope: Scope) -> Bool {
    DayInterval(scope.from, scope.until).overlaps(days)
  }

  /// Deeds with the day that another text gives to what the same word tells in the same month or
  /// year, where that is one day only.
  private func refined(_ deeds: [DeedRow]) -> [DeedRow] {
    let exact = deeds.filter { $0.deed.days.isDay }
    let days = Dictionary(grouping: exact) { stem($0) }.mapValues { Set($0.map(\.deed.date)) }
    return deeds.map { row in
      guard !row.deed.days.isDay, let known = days[stem(row)] else { return row }
      let within = known.filter { $0.hasPrefix(row.deed.date + "-") }
      guard within.count == 1,
        let finer = exact.first(where: { within.contains($0.deed.date) && stem($0) == stem(row) })
      else { return row }
      return row.dated(as: finer.deed)
    }
  }

  private func stem(_ row: DeedRow) -> String { String(Folding.fold(row.deed.text).prefix(5)) }

  /// Deeds of one date told by one word are one, such as a headline's and its article's.
  private func grouped(_ deeds: [DeedRow]) -> [EntityEvent] {
    var lines: [EntityEvent] = []
    var known: [String: Int] = [:]
    for row in deeds {
      let key = "\(row.deed.date) \(stem(row))"
      let place = (doc: row.document, span: row.deed.span)
      if let index = known[key] {
        lines[index].mentions.append(place)
        continue
      }
      known[key] = lines.count
      lines.append(
        EntityEvent(
          date: row.deed.date, days: row.deed.days, event: row.deed.text, mentions: [place],
          sentence: row.sentence))
    }
    return lines
  }

  private func events(_ session: Session, _ scope: Scope) throws -> [EntityEvent] {
    let knowsDeeds = try Set(session.documents().map(\.language)).filter {
      try session.knowsDeeds($0)
    }
    let topic = try session.topic(self.scope.about)
    let timeline = try session.eventTimeline(scope, topic, asked.by)
    let others = try session.documents().filter { !knowsDeeds.contains($0.language) }
    let rows = Dictionary(uniqueKeysWithValues: others.map { ($0.id, $0) })
    return timeline.entries.compactMap { entry in
      let reports = entry.reports.filter { rows[$0.documentID] != nil }
      guard let first = reports.first else { return nil }
      let mentions = reports.compactMap { report in
        rows[report.documentID].map { (doc: $0, span: report.event.span) }
      }
      return EntityEvent(
        date: Analysis.Timeline.label(entry, asked.by), days: entry.days, event: entry.kind,
        mentions: mentions, sentence: first.sentence)
    }
  }

  /// By first day, finer dates first; then by document and place in it.
  private func precedes(_ a: EntityEvent, _ b: EntityEvent) -> Bool {
    let never = Int.max
    let left = (
      a.days.earliest?.dayNumber ?? never, a.days.latest?.dayNumber ?? never,
      a.mentions.first?.doc.name ?? "", a.mentions.first?.span.start ?? 0
    )
    let right = (
      b.days.earliest?.dayNumber ?? never, b.days.latest?.dayNumber ?? never,
      b.mentions.first?.doc.name ?? "", b.mentions.first?.span.start ?? 0
    )
    return left < right
  }

  private func json(_ line: EntityEvent, _ session: Session) throws -> JSON {
    let mentions = try line.mentions.map { mention -> JSON in
      let span = try session.codePoints(mention.span, in: mention.doc.id)
      return [
        "doc": .string(mention.doc.name), "start": .int(span.start), "end": .int(span.end),
      ]
    }
    return ["date": .string(line.date), "mentions": .array(mentions)]
  }
}
