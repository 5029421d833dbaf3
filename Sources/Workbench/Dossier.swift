import Store

/// What a session knows of one entity.
public struct Dossier: Sendable {
  public let entity: EntityRow
  /// Whether the analyst ruled on it, or only rules found it.
  public let isConfirmed: Bool
  /// Titles with the first and last publication day of the documents that give them.
  public let titles: [TitleRow]
  public let sources: [(source: String, documents: Int)]
  public let companions: [(entity: EntityRow, documents: Int)]
  /// The last ones, by date.
  public let events: [EventRow]
  public let eventCount: Int
  public let quotes: [QuoteRow]
  public let quoteCount: Int
  /// Mentions in equal stretches of time.
  public let course: MentionCourse?
  public let undated: Int
}

/// A title of an entity as documents have it, with the days of the first and the last of them.
public struct TitleRow: Sendable {
  public let text: String
  public let mentions: Int
  public let first: CalendarDate?
  public let last: CalendarDate?
}

extension TitleRow {
  init(_ title: EntityTitle) {
    self.init(
      text: title.text, mentions: title.mentions, first: title.first, last: title.last)
  }
}

/// Mentions of an entity in equal stretches of time.
public struct MentionCourse: Sendable, Equatable {
  public enum Step: String, Sendable, CaseIterable { case day, week, month, year }

  public let step: Step
  /// First day of the first stretch.
  public let first: CalendarDate
  public let last: CalendarDate
  public let counts: [Int]

  /// Stretches that are shown at most.
  static let longest = 60

  /// - Parameters:
  ///   - days: days with their mentions, ascending.
  ///   - span: first and last day, where several courses are to be aligned; else those of `days`.
  public init?(
    _ days: [(day: CalendarDate, mentions: Int)],
    over span: (first: CalendarDate, last: CalendarDate)? = nil
  ) {
    guard let first = span?.first ?? days.first?.day, let last = span?.last ?? days.last?.day else {
      return nil
    }
    let found = Step.allCases.first { step in
      Self.index(of: last, from: first, step) < Self.longest
    }
    let step = found ?? .year
    var counts = [Int](repeating: 0, count: min(Self.index(of: last, from: first, step) + 1, 1000))
    for (day, mentions) in days {
      let index = Self.index(of: day, from: first, step)
      if index < counts.count { counts[index] += mentions }
    }
    self.step = step
    self.first = first
    self.last = last
    self.counts = counts
  }

  private static func index(of day: CalendarDate, from first: CalendarDate, _ step: Step) -> Int {
    switch step {
    case .day: day.dayNumber - first.dayNumber
    case .week: (day.dayNumber - first.dayNumber) / 7
    case .month: (day.year - first.year) * 12 + day.month - first.month
    case .year: day.year - first.year
    }
  }

  /// One bar a stretch, as high as its count; a stretch without mentions is a dot.
  public var sparkline: String {
    let bars = Array("▁▂▃▄▅▆▇█")
    let most = max(1, counts.max() ?? 1)
    return String(
      counts.map { count in
        count == 0 ? "·" : bars[min(bars.count - 1, (count * bars.count - 1) / most)]
      })
  }
}

extension Session {
  /// Everything about one entity; lists are cut to what a page shows.
  ///
  /// - Throws: `Problem` if there is no such entity.
  public func dossier(_ reference: String, limit: Int) throws -> Dossier {
    let row = try entity(reference)
    var scope = Scope()
    scope.about = [row.id]
    let days = try store.mentionsByDay(of: row.id)
    let events = try store.eventNumbers(about: row.id)
    let quotes = try store.quoteNumbers(by: row.id)
    let names = Set(try members(of: row.id))
    let isConfirmed = try store.decisions().contains {
      !names.isDisjoint(with: $0.names) || !names.isDisjoint(with: $0.others)
    }
    return Dossier(
      entity: row, isConfirmed: isConfirmed,
      titles: try store.titles(of: row.id).map(TitleRow.init),
      sources: try store.sources(of: row.id),
      companions: try companions(of: row.id, limit: limit),
      events: try eventRows(events.suffix(limit)), eventCount: events.count,
      quotes: try quoteRows(quotes.suffix(limit)), quoteCount: quotes.count,
      course: MentionCourse(days.compactMap { day, count in day.map { ($0, count) } }),
      undated: days.first { $0.day == nil }?.mentions ?? 0)
  }

  private func companions(of id: Int, limit: Int) throws -> [(entity: EntityRow, documents: Int)] {
    let found = try store.companions(of: id, limit: limit)
    var scope = Scope()
    scope.about = found.map(\.entity)
    guard !found.isEmpty else { return [] }
    let totals = Dictionary(try store.totals(in: scope).map { ($0.entity, $0) }) { a, _ in a }
    return found.compactMap { item in
      totals[item.entity].map { (entity: EntityRow($0, forms: []), documents: item.documents) }
    }
  }

  private func eventRows(_ numbers: ArraySlice<Int>) throws -> [EventRow] {
    let names = EntityNames(store)
    let texts = Texts(store)
    let rulings = try EventRulings(store)
    return try numbers.compactMap { number -> EventRow? in
      guard let stored = try store.event(number), let record = try store.record(stored.document)
      else { return nil }
      let document = DocumentRow(record)
      return EventRow(
        stored, rulings, document: document, names: names,
        sentence: try texts.text(of: stored.value.sentence, in: stored.document),
        root: document.source ?? document.name)
    }
  }

  func quoteRows(_ numbers: ArraySlice<Int>) throws -> [QuoteRow] {
    let names = EntityNames(store)
    return try numbers.compactMap { number -> QuoteRow? in
      guard let stored = try store.quote(number), let record = try store.record(stored.document)
      else { return nil }
      return QuoteRow(stored, document: DocumentRow(record), names: names)
    }
  }
}
