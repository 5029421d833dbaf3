import Workbench

/// Explains the commands.
struct Help: Command {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Explain a command, or list them all")
  static let searchTerms = ["?", "usage", "मदद", "помощь", "帮助", "trợ giúp"]
  static let examples = [
    Example(
      "Which command finds statements?", "help --search said",
      prints: "quotes | List who said what, and through whom")
  ]

  @Argument(help: "A command") var command: String?
  @Option(help: ArgumentHelp("Commands about this, in any language", valueName: "word"))
  var search: String?

  func run(in session: Session) throws -> Output {
    if let command { return .text(page(try session.catalog.command(command))) }
    let found = session.catalog.commands.filter { command in
      search.map { Self.matches(command, $0.lowercased()) } ?? true
    }
    let rows = found.map { [Output.Cell.text($0.name), .text($0.summary)] }
    let notes = search == nil ? ["help COMMAND explains one; help --search WORD finds one"] : []
    return .table(["command", "what it does"], rows, notes: notes)
  }

  private static func matches(_ command: any Command.Type, _ word: String) -> Bool {
    command.name.contains(word) || command.summary.lowercased().contains(word)
      || command.searchTerms.contains { $0.contains(word) }
  }

  private func page(_ command: any Command.Type) -> [String] {
    let declaration = Declaration(of: command)
    let arguments = declaration.arguments.map { argument -> String in
      let name = argument.isOption && argument.takesValue ? argument.name + " …" : argument.name
      return "  \(name)  \(argument.summary)"
    }
    let examples = command.examples.flatMap { example in
      ["", "  # " + example.question, "  " + example.line] + example.output.map { "  #> " + $0 }
    }
    return [command.summary, "", "usage: " + declaration.usage]
      + (arguments.isEmpty ? [] : [""] + arguments) + examples
  }
}
