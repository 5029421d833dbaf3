import Workbench

/// Says what the session holds, checks and copies it, goes to others, and keeps snapshots.
struct SessionCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Check, copy, merge, restore or leave the session",
    discussion: """
      info  what it holds; check  whether every page, reference, index entry and span is whole
      verify  whether the journal is as it was written; save FILE  a copy
      list, new NAME, open NAME  other sessions
      take NAME, snapshots, restore NAME, diff NAME [NAME]  earlier states of this one
      merge FILE  another analyst's documents, rulings, notes and tags; what contradicts stays as
      it is here and is shown, with the command that takes theirs
      """)
  static let effects: Set<Effect> = [.changesSession, .readsFiles, .writesFiles, .takesBack]
  static let writingWords: Set<String>? = ["save", "new", "open", "take", "restore"]
  static let isAtomic = false
  var endsItself: Bool {
    ![.info, .check, .verify, .list, .snapshots, .diff, .merge].contains(action)
  }
  static let task = HelpTask.session
  static let searchTerms = [
    "status", "info", "backup", "snapshot", "verify", "सत्र", "сессия", "会话", "phiên",
  ]
  static let examples = [
    Example(
      "Is everything whole?", "session check",
      prints: "everything is whole"),
    Example(
      "Keep this state to come back to", "session take morning",
      prints: "snapshot morning taken"),
  ]

  enum Action: String, CaseIterable, ExpressibleByArgument {
    case info, check, verify, save, list, new, open, take, snapshots, restore, diff, merge
  }

  @Argument(help: ArgumentHelp("What to do", valueName: "action")) var action: Action = .info
  @Argument(
    help: ArgumentHelp("The file or name that it is done with", valueName: "file"),
    completion: .file())
  var name: String?
  @Argument(help: "A second snapshot, for diff") var other: String?
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    switch action {
    case .info: return .table(["what", "number#"], try session.counts())
    case .check: return .text(try session.check())
    case .verify: return .text(try session.verify())
    case .list: return try session.sessionList()
    case .snapshots:
      return .table(["snapshot"], try session.snapshots().map { [.text($0)] })
    case .save: return .done(try session.save(to: try given("FILE")))
    case .new: return .done(try session.leave(for: try given("NAME"), isNew: true))
    case .open: return .done(try session.leave(for: try given("NAME"), isNew: false))
    case .take: return .done(try session.take(try given("NAME")))
    case .restore: return .done(try session.restore(try given("NAME")))
    case .diff: return try session.difference(from: try given("NAME"), to: other)
    case .merge: return try session.merge(session: try given("FILE"))
    }
  }

  private func given(_ what: String) throws -> String {
    guard let name else {
      let line = "session \(action.rawValue) \(what)"
      throw Problem(
        "session \(action.rawValue) needs a \(what.lowercased())", hint: line, kind: .usage)
    }
    return name
  }
}
