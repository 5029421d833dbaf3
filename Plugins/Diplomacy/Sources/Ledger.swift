import Workbench

/// The dealings of each pair of people or countries, in order of time.
struct Ledger {
  /// One dealing of a pair, with all reports of it.
  struct Entry: Equatable {
    var pair: [String]
    var date: String
    var sortDay: CalendarDate?
    var status: EventStatus
    var dealing: String
    var place: String?
    var events: [Handle]
    var sources: Set<String>
  }

  private(set) var entries: [Entry] = []

  /// Kinds of event that are dealings between two parties.
  static let kinds: Set<String> = [
    "agree", "aid", "assault", "coerce", "consult", "cooperate", "sanction", "support", "threaten",
    "yield",
  ]

  /// Enters every event that has two parties or more, once for each pair.
  init(_ events: [EventRow]) {
    var byKey: [String: Entry] = [:]
    for row in events where Self.kinds.contains(row.event.kind) {
      for pair in Self.pairs(row.participants) { Self.enter(row, pair, into: &byKey) }
    }
    entries = byKey.values.sorted { a, b in
      (
        a.pair.joined(separator: "\t"), a.sortDay ?? .distantFuture, a.date, a.dealing,
        a.status.rawValue
      )
        < (
          b.pair.joined(separator: "\t"), b.sortDay ?? .distantFuture, b.date, b.dealing,
          b.status.rawValue
        )
    }
  }

  private static func enter(_ row: EventRow, _ pair: [String], into entries: inout [String: Entry])
  {
    let dealing = row.event.mode ?? row.event.kind
    let date = row.dateLabel
    let key = (pair + [dealing, date, row.event.status.rawValue]).joined(separator: "\t")
    var entry =
      entries[key]
      ?? Entry(
        pair: pair, date: date, sortDay: row.event.days.earliest, status: row.event.status,
        dealing: dealing, place: nil, events: [], sources: [])
    entry.events.append(row.handle)
    entry.sources.insert(row.root)
    entry.place = [entry.place, row.place].compactMap { $0 }.min()
    entries[key] = entry
  }

  /// Every pair of people, and every pair of countries or organizations, in order of name.
  private static func pairs(_ participants: [ParticipantRow]) -> [[String]] {
    let people = Set(participants.filter { $0.kind == .person }.map(\.name)).sorted()
    let bodies = Set(participants.filter { $0.kind != .person }.map(\.name)).sorted()
    return [people, bodies].flatMap { names in
      names.indices.flatMap { i in names[(i + 1)...].map { [names[i], $0] } }
    }
  }
}

extension CalendarDate {
  /// Later than any day that a text names.
  fileprivate static let distantFuture = CalendarDate(dayNumber: 3_000_000)
}
