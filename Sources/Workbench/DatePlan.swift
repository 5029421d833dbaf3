import Analysis
import Store

/// Which dates and articles a timeline of very many documents is made of.
///
/// Dates are counted in all of them, by the days of sentences that are kept with every reading; only
/// the articles that tell of the dates that stand out are read.
struct DatePlan {
  /// Dates as all documents name them, the weightiest first.
  let ranked: [RankedDate]
  /// Numbers of the articles to be read, ascending.
  let documents: [Int]
  /// Who names a date that may be shown in a sentence on the topic.
  let naming: [CalendarDate: [DocumentRow]]
  /// The days, weeks, months and years whose events may be told with those dates.
  let stretches: [DayInterval]

  /// Articles that are read for a date: those that name it, and others published just then.
  private static let readOfDate = (naming: 12, published: 6)
  /// Days after a date on which articles still report it.
  private static let reportingDays = 2
  /// Dates in reserve for those of which no sentence can be shown.
  private static let reserve = 5

  /// Nil for a topic of words, or of few documents.
  init?(_ session: Session, _ scope: Scope, _ topic: Topic, _ order: DigestOrder, mostRead: Int)
    throws
  {
    guard topic.isEverything || !topic.entities.isEmpty,
      scope.documents.map({ $0.count > mostRead }) ?? true,
      try session.store.countReadings() > mostRead
    else { return nil }
    let scope = scope.withoutDays
    var about = scope
    about.about = try session.entitiesNamed(by: topic)
    let readings = try session.store.datedReadings(in: about)
    guard readings.count > mostRead else { return nil }
    let first = try session.store.firstPublication(in: scope)
    var count = Count(DateRanking(grain: order.grain, span: order.span.orNews(since: first)))
    let starts = try session.store.mentionStarts(of: about.about)
    for reading in readings {
      count.add(reading, mentions: topic.isEverything ? nil : starts[reading.document] ?? [])
    }
    ranked = count.ranking.dates
    let dates = ranked.prefix(order.wanted(of: ranked) + Self.reserve).map(\.start)
    let rows = try session.documents(numbered: Set(dates.flatMap { count.naming[$0] ?? [] }))
    let naming = Dictionary(
      uniqueKeysWithValues: dates.map { date in
        (date, (count.naming[date] ?? []).compactMap { rows[$0] })
      })
    self.naming = naming
    let shown = dates.map { DayInterval($0, order.grain.end(of: $0)) }
    stretches = Self.stretches(within: shown, order.grain)
    let told = shown.flatMap { Self.tellers(of: $0, naming) }
    let reported =
      order.grain == .day
      ? try Self.reporters(of: dates, session, among: Set(readings.map(\.document))) : []
    documents = Set(told + reported).sorted()
  }

  /// Every day of the dates that are shown, and what is less fine and may mean that day.
  private static func stretches(within shown: [DayInterval], _ grain: Timeline.Grain)
    -> [DayInterval]
  {
    var found: Set<DayInterval> = []
    for days in shown {
      guard let first = days.earliest, let last = days.latest else { continue }
      for number in first.dayNumber...max(first.dayNumber, last.dayNumber) {
        let day = CalendarDate(dayNumber: number)
        for part in Timeline.Grain.allCases where part != .year || grain == .year {
          found.insert(DayInterval(part.start(of: day), part.end(of: part.start(of: day))))
        }
      }
    }
    let order = { (days: DayInterval) in
      (days.earliest?.dayNumber ?? 0, days.latest?.dayNumber ?? 0)
    }
    return found.sorted { order($0) < order($1) }
  }

  /// Of the articles that name a date, those that came out with it.
  private static func tellers(
    of days: DayInterval, _ naming: [CalendarDate: [DocumentRow]]
  ) -> [Int] {
    guard let start = days.earliest, let rows = naming[start] else { return [] }
    let until = days.latest?.adding(days: reportingDays)
    let isReport = { (row: DocumentRow) in
      row.publication.day.map { $0 >= start && $0 <= until ?? start } ?? false
    }
    return rows.sorted { a, b in
      isReport(a) == isReport(b) ? a.isEarlier(than: b) : isReport(a)
    }.prefix(readOfDate.naming).map(\.id)
  }

  private static func reporters(
    of dates: [CalendarDate], _ session: Session, among topic: Set<Int>
  ) throws -> [Int] {
    let days = Set(dates.flatMap { date in (0...reportingDays).map { date.adding(days: $0) } })
    let found = try session.store.documents(publishedOn: days.sorted())
    let rows = try session.documents(numbered: topic.intersection(found))
    let byDay = Dictionary(grouping: rows.values) { $0.publication.day }
    return dates.flatMap { date in
      (0...reportingDays).flatMap { byDay[date.adding(days: $0)] ?? [] }
        .sorted { $0.isEarlier(than: $1) }.prefix(readOfDate.published).map(\.id)
    }
  }

  /// Counts dates document by document.
  private struct Count {
    var ranking: DateRanking
    var naming: [CalendarDate: [Int]] = [:]

    init(_ ranking: DateRanking) { self.ranking = ranking }

    /// - Parameter mentions: where the topic is named, ascending; nil: every sentence is on it.
    mutating func add(_ reading: DatedReading, mentions: [Int]?) {
      guard !reading.days.isEmpty else { return }
      let onTopic = mentions.map { Self.sentences(of: $0, in: reading.sentences) }
      let share = Double(onTopic?.count ?? 1) / Double(onTopic == nil ? 1 : reading.sentences.count)
      let dates = reading.days.lazy.map { day in
        (
          date: NamedDate(first: day.first, last: day.last, isUncertain: day.isUncertain),
          isOnTopic: onTopic?.contains(day.sentence) ?? true
        )
      }
      for start in ranking.add(dates, share: share) {
        naming[start, default: []].append(reading.document)
      }
    }

    /// Which sentences hold a place, ascending.
    private static func sentences(of places: [Int], in sentences: [Span]) -> [Int] {
      var found: [Int] = []
      var index = 0
      for place in places {
        while index < sentences.count, sentences[index].end <= place { index += 1 }
        guard index < sentences.count else { break }
        if sentences[index].start <= place, found.last != index { found.append(index) }
      }
      return found
    }
  }
}

extension DocumentRow {
  /// By day of publication, then by name; without a day last.
  func isEarlier(than other: DocumentRow) -> Bool {
    let never = Int.max
    return (publication.day?.dayNumber ?? never, name)
      < (other.publication.day?.dayNumber ?? never, other.name)
  }
}

extension Session {
  /// The entities of a topic, and those whose names have one of its words: Hosni Mubarak where
  /// Mubarak is asked for.
  fileprivate func entitiesNamed(by topic: Topic) throws -> [Int] {
    var found = Set(topic.entities)
    for word in topic.words.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      found.formUnion(try store.entities(withWords: word).map(\.id))
    }
    return found.sorted()
  }

  /// Documents by number.
  func documents(numbered ids: Set<Int>) throws -> [Int: DocumentRow] {
    var scope = Scope()
    scope.documents = ids.sorted()
    return Dictionary(uniqueKeysWithValues: try documents(scope).map { ($0.id, $0) })
  }
}
