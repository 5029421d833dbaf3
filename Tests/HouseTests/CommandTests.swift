import AnnalsTesting
import Foundation
import Registry
import Testing
import Workbench

/// What must hold of every command, whoever adds it.
@Suite("Commands")
struct CommandTests {
  /// A command as a test's argument.
  struct Listed: Sendable, CustomStringConvertible {
    let name: String
    let summary: String
    let exampleCount: Int
    var description: String { name }
  }

  static let listed = Catalog.registered.commands.map {
    Listed(name: $0.name, summary: $0.summary, exampleCount: $0.examples.count)
  }

  @Test("Names are unique")
  func unique() {
    let names = Self.listed.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test("A summary is a short sentence without a full stop", arguments: listed)
  func summaries(_ command: Listed) {
    #expect(!command.summary.isEmpty)
    #expect(command.summary.count <= 60)
    #expect(!command.summary.hasSuffix("."))
    #expect(command.summary.first?.isUppercase == true)
  }

  @Test("A command has an example", arguments: listed)
  func hasExample(_ command: Listed) { #expect(command.exampleCount > 0) }

  @Test(
    "Examples print what help says",
    arguments: ExampleRun.all(of: Catalog.registered.commands))
  func examples(_ run: ExampleRun) throws {
    #expect(try run.printed() == run.example.output)
  }

  @Test(
    "An example that changes the session can be taken back",
    arguments: ["merge", "tag", "note", "drop"])
  func undoing(_ name: String) throws {
    let run = try #require(
      ExampleRun.all(of: Catalog.registered.commands).first { $0.command == name })
    let session = try SampleSession.make()
    let before = try session.run("entities").output
    _ = try session.run(run.example.line)
    let (undone, _) = try session.run("undo")
    #expect(undone.lines == ["undone: " + run.example.line])
    #expect(try session.run("entities").output == before)
  }

  @Test("The README's table names every command with its summary", arguments: listed)
  func readme(_ command: Listed) throws {
    let readme = try String(
      contentsOf: ArrowTests.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("| `\(command.name)` | \(command.summary) |"))
  }
}
