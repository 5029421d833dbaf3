import Analysis
import Store

/// Which dates and articles a timeline of very many documents is made of.
///
/// Dates are counted in all of them, by the days with which entities are told of; only the articles
/// that tell of the dates that stand out are read.
struct DatePlan {
  /// Who names a date in a sentence on the topic.
  struct Naming {
    let documents: [Int]
    /// Their outlets; the name of a document without one.
    let sources: [String]
  }

  /// Dates as all documents name them, the weightiest first.
  let ranked: [RankedDate]
  /// Documents of the topic.
  let count: Int
  /// Numbers of the articles to be read, ascending.
  let documents: [Int]
  /// Of the dates that may be shown.
  let naming: [CalendarDate: Naming]
  /// The days, weeks, months and years whose events may be told with those dates.
  let stretches: [DayInterval]

  /// Articles that are read for a date: those that name it, and others published on each day then.
  private static let readOfDate = (naming: 5, published: 1)
  /// Days after a date on which articles still report it.
  private static let reportingDays = 2
  /// Dates in reserve for those of which no sentence can be shown.
  private static let reserve = 5

  /// Nil for a topic of words, or of few documents.
  init?(_ session: Session, _ scope: Scope, _ topic: Topic, _ order: DigestOrder, mostRead: Int)
    throws
  {
    let store = session.store
    guard topic.isEverything || !topic.entities.isEmpty,
      scope.documents.map({ $0.count > mostRead }) ?? true,
      try store.hasReadings(moreThan: mostRead)
    else { return nil }
    let scope = scope.withoutDays
    let entities = try session.entitiesNamed(by: topic)
    let within = try Self.documents(session, scope, entities)
    count = try within?.count ?? store.countDocuments()
    guard count > mostRead else { return nil }
    let span = order.span.orNews(since: try store.firstPublication(in: scope))
    let tally = try Self.tally(session, entities, within, DateTally(grain: order.grain, span: span))
    ranked = tally.dates
    let dates = ranked.prefix(order.wanted(of: ranked) + Self.reserve).map(\.start)
    var naming: [CalendarDate: Naming] = [:]
    var read: Set<Int> = []
    for date in dates {
      let documents = tally.articles(naming: date)
      naming[date] = Naming(documents: documents, sources: try store.outlets(of: documents))
      let until = order.grain.end(of: date).adding(days: Self.reportingDays)
      read.formUnion(
        try store.documents(
          documents, publishedFirst: DayInterval(date, until), most: Self.readOfDate.naming))
      guard order.grain == .day else { continue }
      for later in 0...Self.reportingDays {
        read.formUnion(
          try store.documents(
            publishedOn: date.adding(days: later), most: Self.readOfDate.published
          ) { within?.contains($0) ?? true })
      }
    }
    self.naming = naming
    documents = read.sorted()
    stretches = Self.stretches(
      within: dates.map { DayInterval($0, order.grain.end(of: $0)) }, order.grain)
  }

  /// The documents of a scope that name any of the entities; nil for all.
  private static func documents(_ session: Session, _ scope: Scope, _ entities: [Int]) throws
    -> NumberSet?
  {
    let inScope = scope == Scope() ? nil : NumberSet(try session.store.documentNumbers(in: scope))
    guard !entities.isEmpty else { return inScope }
    let about = try session.store.documents(about: entities)
    return NumberSet(inScope.map { about.filter($0.contains) } ?? about)
  }

  /// - Parameter none: a tally of nothing.
  private static func tally(
    _ session: Session, _ entities: [Int], _ within: NumberSet?, _ none: DateTally
  ) throws -> DateTally {
    var tally = none
    let add = { (day: EntityDay, isOnTopic: Bool) in
      tally.add(
        NamedDate(first: day.first, last: day.last, isUncertain: day.isUncertain),
        articles: within.map { day.documents.filter($0.contains) } ?? day.documents,
        isOnTopic: isOnTopic)
    }
    for day in try session.store.entityDays(of: entities) { add(day, true) }
    guard !entities.isEmpty else { return tally }
    for day in try session.store.entityDays(of: []) { add(day, false) }
    return tally
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
}

/// A set of numbers that are not large, to be asked very often.
private struct NumberSet {
  let count: Int
  private var holds: [Bool]

  /// - Parameter numbers: ascending, each once.
  init(_ numbers: [Int]) {
    count = numbers.count
    holds = [Bool](repeating: false, count: (numbers.last ?? -1) + 1)
    for number in numbers { holds[number] = true }
  }

  func contains(_ number: Int) -> Bool { holds.indices.contains(number) && holds[number] }
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
