import ArgumentParser
import Glibc
import Registry
import Workbench

/// The program: a shell over a session, and the commands that need none.
@main
struct Annals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annals", abstract: "Turn news in many languages into a record of events",
    discussion: """
      Without a subcommand annals opens a session: the last one, or the file that is named.
      Commands come from -c, from standard input, or from the prompt; `help` lists them.
      """,
    version: version,
    subcommands: [
      ShellCommand.self, AnnotateCommand.self, RunCommand.self, CheckCommand.self,
      UpdateCommand.self, RenderCommand.self, PackCommand.self, BenchCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)

  static func main() {
    umask(0o077)
    setlocale(LC_ALL, "C.UTF-8")
    do {
      if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) { return try sayVersion() }
      var command = try parseAsRoot()
      try command.run()
    } catch let problem as Problem {
      Screen.report(problem, under: nil)
      Glibc.exit(problem.exitCode)
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      Screen.say(fullMessage(for: error), isError: !code.isSuccess)
      Glibc.exit(code.isSuccess ? 0 : 2)
    }
  }

  private static let version = "annals 0.1"

  /// The version, with the digest of the rules that replays are stamped with.
  private static func sayVersion() throws {
    Screen.say("\(version), rules \(try Catalog.registered.rulesDigest())")
  }
}
