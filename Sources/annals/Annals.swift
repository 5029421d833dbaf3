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
    version: "annals 0.1",
    subcommands: [
      ShellCommand.self, AnnotateCommand.self, RunCommand.self, CheckCommand.self,
      UpdateCommand.self, PackCommand.self, TrainCommand.self, TableCommand.self,
      BenchCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)

  static func main() {
    umask(0o077)
    // A file that may not grow is a problem to tell, not a reason to die.
    signal(SIGXFSZ, SIG_IGN)
    ParserChild.run(Array(CommandLine.arguments.dropFirst()))
    setlocale(LC_ALL, "C.UTF-8")
    do {
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
}
