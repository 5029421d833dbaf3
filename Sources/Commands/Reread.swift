import Workbench

/// Reads documents anew that other rules read, or none.
struct Reread: Command {
  static let configuration = CommandConfiguration(
    commandName: "reread", abstract: "Read documents that older rules read, or none")
  static let effects: Set<Effect> = [.changesSession]
  static let isAtomic = false
  var endsItself: Bool { true }
  static let searchTerms = ["update", "refresh", "rules", "फिर पढ़ो", "перечитать", "重读", "đọc lại"]
  static let examples = [
    Example("Was everything read by these rules?", "reread", prints: "0 documents read anew")
  ]

  func run(in session: Session) throws -> Output { .done(try session.rereadStale()) }
}
