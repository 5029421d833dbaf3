import Workbench

/// Writes what follows into a notebook, with outputs.
struct Record: Command {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Write the commands that follow into a notebook")
  static let effects: Set<Effect> = [.writesFiles]
  static let task = HelpTask.keep
  static let searchTerms = ["save", "script", "notebook", "दर्ज", "записать", "记录", "ghi"]
  static let examples = [
    Example(
      "Keep what I do now", "record kept.annals",
      prints: "recording into kept.annals")
  ]

  @Argument(help: "The notebook to write", completion: .file()) var file: String?
  @Flag(help: "End the recording") var stop = false

  func run(in session: Session) throws -> Output {
    if stop { return .done(try session.stopRecording()) }
    guard let file else {
      throw Problem("record needs a file", hint: "record FILE, later record --stop", kind: .usage)
    }
    return .done(try session.startRecording(file))
  }
}
