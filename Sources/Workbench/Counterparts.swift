import Facts
import Store
import Text

/// What the rows of one session are in another, where they have other numbers: documents with the
/// same bytes, facts at the same place of them, entities with a common name.
struct Counterparts {
  let from: SessionStore
  let to: SessionStore

  init(from: SessionStore, to: SessionStore) {
    self.from = from
    self.to = to
  }

  func document(_ id: Int) throws -> Int? {
    try from.record(id).flatMap { try to.documentID(sha256: $0.sha256) }
  }

  func target(_ target: Target) throws -> Target? {
    let id: Int? =
      switch target.kind {
      case .document: try document(target.id)
      case .entity: try entity(target.id)
      case .event:
        try from.event(target.id).flatMap {
          try event(at: $0.value.span, $0.value.kind, $0.document)
        }
      case .quote: try from.quote(target.id).flatMap(quote)
      case .time: try from.time(target.id).flatMap(time)
      }
    return id.map { Target(target.kind, $0) }
  }

  /// The report in this session's document; nil if it tells of no such event here.
  func report(_ report: EventRuling.Report) throws -> EventRuling.Report? {
    let span = Span(report.start, report.end)
    guard let document = try document(report.document),
      try event(at: span, report.kind, report.document) != nil
    else { return nil }
    return EventRuling.Report(document: document, span: span, kind: report.kind)
  }

  /// The event of a report in the session that is merged into.
  func event(of report: EventRuling.Report) throws -> Int? {
    try event(at: Span(report.start, report.end), report.kind, in: report.document)
  }

  private func event(at span: Span, _ kind: String, _ there: Int) throws -> Int? {
    try document(there).flatMap { try event(at: span, kind, in: $0) }
  }

  private func event(at span: Span, _ kind: String, in here: Int) throws -> Int? {
    try to.events(in: only(here)).first { $0.value.span == span && $0.value.kind == kind }?.id
  }

  private func quote(_ quote: Stored<Quote>) throws -> Int? {
    guard let here = try document(quote.document) else { return nil }
    return try to.quotes(in: only(here)).first {
      $0.value.span == quote.value.span && $0.value.kind == quote.value.kind
    }?.id
  }

  private func time(_ time: Stored<TimeExpression>) throws -> Int? {
    try document(time.document).flatMap { try to.time(at: time.value.span, in: $0) }?.id
  }

  private func entity(_ id: Int) throws -> Int? {
    let names = try from.entity(id)?.cluster.members.map(\.name) ?? []
    return try names.lazy.compactMap { try to.entity(of: $0) }.first
  }

  private func only(_ document: Int) -> Scope {
    var scope = Scope()
    scope.documents = [document]
    return scope
  }
}
