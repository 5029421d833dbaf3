import AnnalsTesting
import Foundation
import Testing

@testable import Store
@testable import Workbench

@Suite("Names that the analyst adds")
struct AliasTests {
  /// Commands that read documents again by names which come or go.
  private static let changes = [
    "alias add Peskov spokesman", "alias add Kremlin Wednesday \"Chinese President\"",
  ]

  private func state(_ session: Session) throws -> [Output] {
    try ["entities", "alias", "show d1", "show d2"].map { try session.run($0).output }
  }

  @Test(
    "What fails on the way leaves no name behind, in the session or its readers", arguments: changes
  )
  func failing(_ line: String) throws {
    let session = try SampleSession.make()
    let before = try state(session)
    session.isCancelled = { true }
    #expect(throws: Problem.self) { try session.run(line) }
    session.isCancelled = { false }
    #expect(session.readers.aliases == [])
    try session.readAgain([1, 2])
    #expect(try state(session) == before)
    try session.run(line)
    #expect(!session.readers.aliases.isEmpty)
    #expect(try state(session) != before)
  }

  @Test("An undo that fails keeps the names that it was to take away")
  func failingUndo() throws {
    let session = try SampleSession.make()
    try session.run(Self.changes[0])
    let known = session.readers.aliases
    session.isCancelled = { true }
    #expect(throws: Problem.self) { try session.run("undo") }
    #expect(session.readers.aliases == known)
    session.isCancelled = { false }
    try session.run("undo")
    #expect(session.readers.aliases == [])
  }

  private func load(_ text: String, in session: Session) throws -> Output {
    let path = session.files.folder + "/names.tsv"
    try Data(text.utf8).write(to: URL(filePath: path))
    return try session.run("alias load \(path)").output
  }

  @Test("A file may have rows as a pack has them, and blocks as the table of entities has them")
  func file() throws {
    let session = try SampleSession.make()
    let output = try load(
      "person\tpeskov\tspokesman\nperson\tpeskov\n\ten\tThe Spokesman\n\thi\tप्रवक्ता|पेस्कोव\n", in: session
    )
    #expect(output.plainLines.first?.hasPrefix("4 names added") == true)
    #expect(try session.aliases().map(\.name).contains("प्रवक्ता"))
    #expect(Set(try session.aliases().map(\.identity)) == ["peskov"])
  }

  @Test(
    "A bad row is named, and nothing of its file is added",
    arguments: [
      "\ten\tAnna\n", "thing\tx\ty\n", "person\tx\n\ten\n", "person\tx\ty\nthing\tx\ty\n",
    ])
  func badFile(_ text: String) throws {
    let session = try SampleSession.make()
    #expect(throws: Problem.self) { try load(text, in: session) }
    #expect(try session.aliases().isEmpty)
  }
}
