import ArgumentParser
import Registry
import Workbench

/// Prints the manual page, made of the commands' own declarations.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page (annals manual | man -l -)")

  func run() { Screen.data(ManualPage(Catalog.registered).lines) }
}
