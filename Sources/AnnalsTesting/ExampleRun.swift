public import Workbench

/// An example of a command, with the command it belongs to, as a test's argument.
public struct ExampleRun: Sendable, CustomStringConvertible {
  public let command: String
  public let example: Example

  /// The examples of all `commands`.
  public static func all(of commands: [any Command.Type]) -> [ExampleRun] {
    commands.flatMap { command in
      command.examples.map { ExampleRun(command: command.name, example: $0) }
    }
  }

  /// What the example prints on a new sample session; a problem as its one line.
  public func printed() throws -> [String] {
    let session = try SampleSession.make()
    do throws(Problem) {
      let (output, presentation) = try session.run(example.line)
      return output.lines(as: presentation.format)
    } catch {
      return [error.oneLine]
    }
  }

  public var description: String { example.line }
}
