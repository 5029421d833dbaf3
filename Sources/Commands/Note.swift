import Workbench

/// Writes a remark on a document, entity or event.
struct NoteCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write a note on a row, or list the notes")
  static let effects: Set<Effect> = [.changesSession]
  static let task = HelpTask.rule
  static let searchTerms = ["remark", "comment", "टिप्पणी", "заметка", "备注", "ghi chú"]
  static let examples = [
    Example(
      "Remember a doubt", "note d1 \"no second source\"",
      prints: "d1: no second source")
  ]

  @Argument(help: ArgumentHelp("A document, entity or event", valueName: "handle"))
  var handle: String?
  @Argument(help: "What to remember") var text: [String] = []

  func run(in session: Session) throws -> Output {
    guard let handle, !text.isEmpty else {
      let rows = try session.notes(on: handle).map { note -> [Output.Cell] in
        [.text(note.handle.description), .text(note.text)]
      }
      return .table(["row", "note"], rows)
    }
    return .done(try session.note(text.joined(separator: " "), on: handle))
  }
}
