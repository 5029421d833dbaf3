import Workbench

/// Lists the plugins that were compiled in.
struct Plugins: Command {
  static let configuration = CommandConfiguration(
    commandName: "plugins", abstract: "List the plugins and their commands")
  static let task = HelpTask.session
  static let searchTerms = ["extensions", "modules", "प्लगइन", "плагины", "插件"]
  static let examples = [
    Example(
      "What was compiled in?", "plugins",
      prints: "Diplomacy | 1 | ledger | Who met, phoned, visited, signed with or sanctioned whom.")
  ]

  func run(in session: Session) throws -> Output {
    let rows = session.catalog.plugins.map { plugin -> [Output.Cell] in
      [
        .text(plugin.name), .text(plugin.version),
        .text(plugin.commands.map { $0.name }.sorted().joined(separator: ", ")),
        .text(plugin.summary),
      ]
    }
    return .table(["plugin", "version", "commands", "purpose"], rows)
  }
}
