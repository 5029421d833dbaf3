import AnnalsTesting
import Foundation
import Registry
import Testing
import Workbench

/// Every notebook of the project is a test that fails at its own `file:line`.
@Suite("Notebooks")
struct NotebookTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Notebooks")

  /// Those of the folder and of the tour through the ten tasks of a newcomer.
  static let names = ["", "tour/"].flatMap { below in
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + below)) ?? [])
      .filter { $0.hasSuffix(".annals") || $0.hasSuffix(".annals.md") }.sorted().map { below + $0 }
  }

  private func replay(_ name: String) throws -> (Notebook, [Replay.Result]) {
    let path = Self.folder.appending(path: name).path
    let notebook = try Notebook.read(path)
    let session = try Session.inMemory(catalog: .registered, files: .confined(toNotebook: path))
    return (notebook, try Replay(notebook, in: session).run(keepGoing: true))
  }

  @Test("There are the four notebooks that a newcomer learns from")
  func four() {
    for name in ["first-look", "timeline", "compare", "entities"] {
      #expect(Self.names.contains { $0.hasPrefix(name + ".") })
    }
  }

  @Test("The tour has ten stages")
  func tour() { #expect(Self.names.filter { $0.hasPrefix("tour/") }.count == 10) }

  @Test("Replaying prints what the notebook says", arguments: names)
  func recorded(_ name: String) throws {
    let (notebook, results) = try replay(name)
    #expect(results.count == notebook.steps.count)
    for result in results where !result.isAsRecorded {
      Issue.record(
        Comment(rawValue: Replay.difference(result, of: notebook).joined(separator: "\n")),
        sourceLocation: SourceLocation(
          fileID: "Notebooks/\(name)", filePath: notebook.path, line: result.step.line, column: 1))
    }
  }

  @Test("Replaying twice gives the same bytes", arguments: names)
  func twice(_ name: String) throws {
    let first = try replay(name).1.flatMap(\.output)
    let second = try replay(name).1.flatMap(\.output)
    #expect(first == second)
  }

  @Test("A passing notebook that is updated stays the same to the byte", arguments: names)
  func updating(_ name: String) throws {
    let (notebook, results) = try replay(name)
    #expect(Replay.updated(notebook, with: results) == notebook.lines.joined(separator: "\n"))
  }
}
