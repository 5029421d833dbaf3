import Workbench

/// Explains the commands.
struct Help: Command {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Explain a command, or list them all")
  static let task = HelpTask.session
  static let searchTerms = ["?", "usage", "मदद", "помощь", "帮助", "trợ giúp"]
  static let examples = [
    Example(
      "Which command finds statements?", "help --search said",
      prints: "quotes | List who said what, and through whom"),
    Example(
      "What can be done with a result?", "help results",
      prints: """
        freq | Count the values of a result's column
        head | Keep the first rows of a result
        open | Go into a row of the last result
        sort | Put the rows of a result in order
        sql | Ask the session in SQL, or list its tables
        where | Keep the rows of a result that meet a condition
        results: work on what another command found
        """),
  ]

  @Argument(help: ArgumentHelp("A command, a task, or: syntax", valueName: "command"))
  var topic: String?
  @Option(help: ArgumentHelp("Commands about this, in any language", valueName: "word"))
  var search: String?

  func run(in session: Session) throws -> Output {
    if let search { return found(search, in: session) }
    guard let topic else { return overview(session) }
    if topic == "syntax" { return .text(SyntaxPage.lines) }
    let isCommand = session.catalog.commands.contains { $0.name == topic }
    if !isCommand, let task = HelpTask(rawValue: topic) { return list(task, in: session) }
    return .text(page(try session.catalog.command(topic), in: session))
  }

  /// All commands, by what one is about.
  private func overview(_ session: Session) -> Output {
    let rows = HelpTask.allCases.flatMap { task in
      session.catalog.commands.filter { $0.task == task }.map { command in
        [Output.Cell.text(task.rawValue), .text(command.name), .text(command.summary)]
      }
    }
    return .table(
      ["task", "command", "what it does"], rows,
      notes: [
        "help COMMAND explains one; help --search WORD finds one; help syntax tells of let, | and >"
      ])
  }

  private func list(_ task: HelpTask, in session: Session) -> Output {
    let rows = session.catalog.commands.filter { $0.task == task }.map {
      [Output.Cell.text($0.name), .text($0.summary)]
    }
    return .table(["command", "what it does"], rows, notes: ["\(task.rawValue): \(task.summary)"])
  }

  private func found(_ word: String, in session: Session) -> Output {
    let commands = session.catalog.commands.filter { Self.matches($0, word.lowercased()) }
    return .table(
      ["command", "what it does"], commands.map { [.text($0.name), .text($0.summary)] })
  }

  private static func matches(_ command: any Command.Type, _ word: String) -> Bool {
    let told = ([command.name, command.summary] + command.searchTerms).map { $0.lowercased() }
    return word.split(separator: " ").allSatisfy { part in told.contains { $0.contains(part) } }
  }

  private func page(_ command: any Command.Type, in session: Session) -> [String] {
    let declaration = Declaration(of: command)
    let arguments = declaration.arguments.map { argument -> String in
      let name = argument.isOption && argument.takesValue ? argument.name + " …" : argument.name
      return "  \(name)  \(argument.summary)\(values(of: argument, in: session))"
    }
    let names = command.columns.map { $0.split(separator: "#").joined() }
    let columns = names.isEmpty ? [] : ["", "columns: " + names.joined(separator: ", ")]
    let examples = command.examples.flatMap { example in
      ["", "  # " + example.question, "  " + example.line] + example.output.map { "  #> " + $0 }
    }
    let discussion = command.configuration.discussion
    return [command.summary, "", "usage: " + declaration.usage]
      + (discussion.isEmpty ? [] : [""] + discussion.split(separator: "\n").map { "  " + $0 })
      + (arguments.isEmpty ? [] : [""] + arguments) + columns + examples
  }

  /// The words that an argument takes, where its summary does not say them.
  private func values(of argument: Declaration.Argument, in session: Session) -> String {
    let words = argument.isLanguage ? session.readers.languages : argument.values
    let isSaid = words.allSatisfy { argument.summary.contains($0) }
    return isSaid ? "" : ": " + words.joined(separator: ", ")
  }
}
