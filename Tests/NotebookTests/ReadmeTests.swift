import Foundation
import Testing
import Workbench

@Suite("The README's transcript")
struct ReadmeTests {
  @Test("It is what the first notebook prints, and the notebook is checked")
  func transcript() throws {
    let root = NotebookTests.folder.deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let notebook = try Notebook.read(
      NotebookTests.folder.appending(path: "first-look.annals.md").path)
    let recorded = Dictionary(
      notebook.steps.map { step in
        (step.command, step.recordedLines.map { String(notebook.lines[$0].dropFirst(3)) })
      }, uniquingKeysWith: { first, _ in first })
    let blocks = readme.split(separator: "```", omittingEmptySubsequences: false)
    let lines = try #require(blocks.dropFirst().first).split(separator: "\n").map(String.init)
    let starts = lines.indices.filter { lines[$0].hasPrefix("annals> ") }
    try #require(starts.count >= 3)
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : lines.count
      #expect(recorded[String(lines[start].dropFirst(8))] == Array(lines[(start + 1)..<end]))
    }
  }
}
