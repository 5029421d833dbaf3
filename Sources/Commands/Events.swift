import Analysis
import Workbench

/// Lists what the documents say happened, will happen or did not happen.
struct Events: Command {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "List events with kind, status, participants and date")
  static let searchTerms = ["what", "happened", "घटनाएँ", "события", "事件", "sự kiện"]
  static let columns = ["event", "date", "status", "kind", "participants", "place", "doc"]
  static let examples = [
    Example(
      "What is planned?", "events --status planned",
      prints: "e1 | 2024-10 | planned | consult visit | Xi Jinping | Kazan | d1"),
    Example(
      "The same by a condition on the column", "events | where status = planned",
      prints: "e1 | 2024-10 | planned | consult visit | Xi Jinping | Kazan | d1"),
  ]

  @Option(help: "Only happened, planned, denied or conditional") var status: EventStatus?
  @Flag(help: "Only what was planned and nobody reports after its date") var unconfirmed = false
  @Option(help: ArgumentHelp("Only this kind or mode: consult, visit, agree …")) var kind: String?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let scope = try session.scope(scope)
    let all = try session.events(scope)
    let hasPlans = all.contains { $0.event.status == .planned }
    let outcomes =
      hasPlans ? try session.outcomes(among: session.reports(scope, sentences: false)) : nil
    let events = all.filter { row in
      (!unconfirmed || outcomes?[row.id] == .unconfirmed)
        && (status.map { row.event.status == $0 } ?? true)
        && (kind.map { row.event.kind == $0 || row.event.mode == $0 } ?? true)
    }
    let counts = events.contains { !$0.event.numbers.isEmpty }
    let labels = events.map { EventRow.label(outcomes?[$0.id]) }
    let ends = labels.contains { !$0.isEmpty }
    let rows = try session.patiently(Array(zip(events, labels))) { event, label in
      cells(of: event, ends ? label : nil, counts: counts)
    }
    return .table(
      ["event", "date", "status"] + (ends ? ["outcome"] : [])
        + ["kind", "participants", "place"] + (counts ? ["numbers"] : []) + ["doc"],
      rows, json: .array(try session.patiently(events, \.json)))
  }

  /// - Parameter outcome: nil if no event has one.
  private func cells(of row: EventRow, _ outcome: String?, counts: Bool) -> [Output.Cell] {
    let kind = [row.event.kind, row.event.mode ?? ""].filter { !$0.isEmpty }
    let who = row.participants.map(\.name).joined(separator: ", ")
    return [
      row.handle.description, row.dateLabel, row.event.status.rawValue, outcome,
      kind.joined(separator: " "), who, row.place ?? "", counts ? row.numbersLabel : nil,
      row.document.handle.description,
    ].compactMap { $0.map { .text($0) } }
  }
}
