import Workbench

/// Lists the dealings of each pair of people or countries.
struct LedgerCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "List who met, visited or sanctioned whom, by pair")
  static let searchTerms = [
    "meeting", "pairs", "diplomacy", "met", "कूटनीति", "дипломатия", "外交", "ngoại giao",
  ]
  static let examples = [
    Example(
      "What have the two presidents to do with each other?", "ledger",
      prints: "Xi Jinping – व्लादिमीर पुतिन | 2024-07 | happened | meet | अस्ताना | 1 report | e3")
  ]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only pairs of these people or countries", valueName: "name"))
  var between: [String] = []
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let wanted = Set(try between.map { try session.entity($0).name })
    let entries = Ledger(try session.events(session.scope(scope))).entries.filter { entry in
      wanted.isEmpty
        || (wanted.count == 1
          ? !wanted.isDisjoint(with: entry.pair)
          : wanted.isSuperset(of: entry.pair))
    }
    let rows = entries.map { entry -> [Output.Cell] in
      [
        .text(entry.pair.joined(separator: " – ")), .text(entry.date),
        .text(entry.status.rawValue), .text(entry.dealing), .text(entry.place ?? ""),
        .text(counted(entry.events.count, "report")),
        .text(entry.events.map(\.description).joined(separator: " ")),
      ]
    }
    return .table(["pair", "date", "status", "dealing", "place", "reports", "events"], rows)
  }
}
