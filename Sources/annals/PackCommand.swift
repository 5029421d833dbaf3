import ArgumentParser
import Registry
import Workbench

/// Checks language packs for whoever edits one: every bad entry and every example that fails.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Compile language packs and run the examples of their rules")
  @Argument(help: "Language codes; all that there are if none is named") var languages: [String] =
    []

  func run() throws {
    let checks = try Catalog.registered.checkPacks(of: languages)
    for check in checks { Screen.data(check.lines) }
    if checks.contains(where: { !$0.problems.isEmpty }) { throw ExitCode.failure }
  }
}
