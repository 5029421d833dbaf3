public import Analysis
public import Dates
import Facts
public import Store

/// What became of events, and the analyst's rulings on them.
extension Session {
  /// What became of every planned event, up to the last publication day of the session or, where
  /// a scope keeps to what was known on a day, of its documents.
  ///
  /// In a session of very many documents only some reports are looked at, and no plan is called
  /// unconfirmed: that none of them tells of it does not mean that nobody does.
  ///
  /// - Parameter some: what is looked at then.
  public func outcomes(
    _ scope: Scope = Scope(), among some: @autoclosure () throws -> [EventReport]
  ) throws -> EventOutcomes {
    guard try !store.hasReadings(moreThan: Self.mostWithOutcomes) else {
      return EventOutcomes(try some(), asOf: nil)
    }
    var known = Scope()
    known.documents = scope.documents
    return EventOutcomes(
      try reports(known), asOf: try documents(known).compactMap(\.publication.day).max())
  }

  private static let mostWithOutcomes = 3000

  /// Gives an event another date.
  ///
  /// - Throws: `Problem` if there is no such event.
  public func fix(_ reference: String, date: EDTF, reason: String?) throws -> String {
    let stored = try storedEvent(reference)
    try store.decide(
      EventRuling(
        .date, [EventRuling.Report(stored)], value: date.description, reason: reason))
    return "\(reference) took place on \(date), as you say; it was "
      + (stored.value.edtf.isEmpty ? "undated" : stored.value.edtf)
  }

  /// Makes reports of events one event.
  public func mergeEvents(_ references: [String], reason: String?) throws -> String {
    let reports = try references.map { EventRuling.Report(try storedEvent($0)) }
    guard Set(reports).count == reports.count, reports.count > 1 else {
      throw Problem("name two events or more, each once", at: references.last, kind: .usage)
    }
    try store.decide(EventRuling(.merge, reports, reason: reason))
    return "\(references.joined(separator: " ")) tell of one event"
  }

  /// Makes reports of events each an event of its own.
  public func splitEvents(_ references: [String]) throws -> String {
    for reference in references {
      try store.decide(EventRuling(.split, [EventRuling.Report(try storedEvent(reference))]))
    }
    return "\(references.joined(separator: " ")) "
      + (references.count == 1 ? "tells" : "tell each") + " of an event of its own"
  }

  private func storedEvent(_ reference: String) throws -> Stored<Event> {
    guard let handle = Handle(reference), handle.kind == .event,
      let stored = try store.event(handle.number)
    else {
      throw Problem.unknown(
        "event", reference, among: try events().map(\.handle.description))
    }
    return stored
  }
}

extension Handle {
  /// Whether all references are handles of events.
  public static func areEvents(_ references: [String]) -> Bool {
    references.allSatisfy { Handle($0)?.kind == .event }
  }
}
