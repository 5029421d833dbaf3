import Workbench

/// Runs the commands of a notebook in this session.
struct Run: Command {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a notebook's commands in this session")
  static let effects: Set<Effect> = [.changesSession, .readsFiles]
  static let isAtomic = false
  /// Each of its commands is cut off by itself; those before it stay done.
  var endsItself: Bool { true }
  static let task = HelpTask.keep
  static let searchTerms = ["source", "replay", "script", "चलाओ", "запустить", "运行", "chạy"]
  static let examples = [
    Example(
      "Run a saved script", "run scripts/people.annals",
      prints: """
        E2 | Xi Jinping | person | शी जिनपिंग | 2 mentions | 2 documents
        E4 | Dmitry Peskov | person |  | 1 mention | 1 document
        E7 | व्लादिमीर पुतिन | person |  | 1 mention | 1 document
        """)
  ]

  @Argument(help: "A notebook", completion: .file()) var notebook: String
  @Option(
    name: .customShort("p"), parsing: .upToNextOption,
    help: ArgumentHelp("Values for its parameters", valueName: "name=value"))
  var parameters: [String] = []

  func run(in session: Session) throws -> Output {
    .text(try session.runNotebook(notebook, parameters: Parameters.read(parameters)))
  }
}
