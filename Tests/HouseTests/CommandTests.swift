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
    let hasColumns: Bool
    var description: String { name }
  }

  static let listed = Catalog.registered.commands.map {
    Listed(
      name: $0.name, summary: $0.summary, exampleCount: $0.examples.count,
      hasColumns: !$0.columns.isEmpty)
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
    "The columns that help tells are those that are listed",
    arguments: listed.filter(\.hasColumns))
  func columns(_ listed: Listed) throws {
    let name = listed.name
    let session = try SampleSession.make()
    let command = try session.catalog.command(name)
    let lines = command.examples.map(\.line).filter { $0.hasPrefix(name) }
    let heads = try lines.map { try session.run($0).output.columns.map(\.name) }
    let told = command.columns.map { $0.split(separator: "#").joined() }
    #expect(heads.contains(told))
    let help = try session.run("help \(name)").output.lines
    #expect(help.contains("columns: " + told.joined(separator: ", ")))
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
