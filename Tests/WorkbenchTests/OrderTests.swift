import AnnalsTesting
import Foundation
import Registry
import Testing
import Workbench

@Suite("What must not matter")
struct OrderTests {
  private static let articles = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Notebooks/articles")

  /// The corpus in one folder, under names that are all different.
  private func flattened() throws -> (folder: URL, names: [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "annals-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var names: [String] = []
    for language in ["en", "hi", "ru", "vi", "zh"] {
      let source = Self.articles.appending(path: language)
      for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
        let target = "\(language)-\(name)"
        try FileManager.default.copyItem(
          at: source.appending(path: name), to: folder.appending(path: target))
        names.append(target)
      }
    }
    return (folder, names.sorted())
  }

  /// Entities without their handles, and the timeline.
  private func findings(_ folder: URL, _ names: [String]) throws -> [String] {
    let session = try Session.inMemory(catalog: .registered, files: .open(from: folder.path))
    for name in names { _ = try session.run("load \(name)") }
    let entities = try session.entities().map { entity in
      ([entity.name, entity.kind.rawValue, "\(entity.mentions) \(entity.documents)"]
        + entity.names.map { "\($0.text) \($0.language) \($0.count)" }).joined(separator: " | ")
    }
    let timeline = try session.run("timeline --format jsonl").output.lines(as: .jsonl)
    return entities.sorted() + timeline
  }

  @Test("Loading in another order gives the same entities and timeline")
  func order() throws {
    let (folder, names) = try flattened()
    let expected = try findings(folder, names)
    #expect(expected.count > 30)
    #expect(try findings(folder, names.reversed()) == expected)
    #expect(try findings(folder, names.shuffled()) == expected)
  }

  @Test("Loading the same again leaves no double and loses no decision")
  func again() throws {
    let (folder, _) = try flattened()
    let session = try Session.inMemory(catalog: .registered, files: .open(from: folder.path))
    _ = try session.run("load .")
    _ = try session.run("merge TASS Xinhua")
    _ = try session.run("rename Putin \"V. V. Putin\"")
    let before = try session.run("entities").output
    let again = try session.run("load .").output
    #expect(again.notes == ["0 documents loaded, 15 already here, 0 rejected"])
    #expect(try session.run("entities").output == before)
    #expect(before.plainLines.contains { $0.contains("V. V. Putin") })
    _ = try session.run("split TASS Xinhua")
    for expected in [
      "split TASS Xinhua", "rename Putin \"V. V. Putin\"", "merge TASS Xinhua", "load .",
    ] {
      #expect(try session.run("undo").output.lines == ["undone: " + expected])
    }
    #expect(try session.documents().isEmpty)
    #expect(try session.run("session check").output.lines == ["everything is whole"])
  }

  @Test("A load that is stopped keeps whole documents only")
  func cancelled() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "annals-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<300 {
      try Data("Vladimir Putin met Xi Jinping in Kazan on October 22, 2024. Number \(number).".utf8)
        .write(to: folder.appending(path: "\(number).txt"))
    }
    let session = try Session.inMemory(catalog: .registered, files: .open(from: folder.path))
    session.isCancelled = { true }
    let problem = #expect(throws: Problem.self) { try session.run("load .") }
    #expect(problem == .interrupted)
    #expect(try session.documents().isEmpty)
    session.isCancelled = { [unowned session] in
      ((try? session.documents()) ?? []).isEmpty == false
    }
    let output = try session.run("load .").output
    #expect(output.notes.last?.hasSuffix("interrupted, what is listed was kept") == true)
    let kept = try session.documents().count
    #expect(kept > 0 && kept < 300)
    #expect(try session.events().count == kept)
    #expect(try session.entities().isEmpty)
    #expect(try session.run("entities").output.rows.count == 3)
    #expect(try session.run("session check").output.lines == ["everything is whole"])
    session.isCancelled = { false }
    _ = try session.run("load .")
    #expect(try session.documents().count == 300)
  }
}
