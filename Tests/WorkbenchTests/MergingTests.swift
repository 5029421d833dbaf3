import AnnalsTesting
import Foundation
import Testing

@testable import Store
@testable import Workbench

@Suite("Merging two analysts' sessions")
struct MergingTests {
  /// What two analysts did to the same articles.
  private struct Desk {
    let mine: Session
    let theirs: Session

    init(mine: [String] = [], theirs: [String] = []) throws {
      self.mine = try SampleSession.make()
      self.theirs = try SampleSession.make()
      for line in mine { try self.mine.run(line) }
      for line in theirs { try self.theirs.run(line) }
    }

    func merge() throws -> [String] {
      let path = theirs.files.folder + "/theirs.session"
      try? FileManager.default.removeItem(atPath: path)
      try theirs.run("session save \(path)")
      return try mine.run("session merge \(path)").output.plainLines
    }

    /// What one of the sessions shows.
    func state(_ session: Session) throws -> [Output] {
      try [
        "docs", "entities", "alias", "note", "events", "timeline", "docs --tag kazan",
        "entities --suggested",
      ].map { try session.run($0).output }
    }

    /// The same without the numbers of steps.
    func events(_ session: Session) throws -> [Output] {
      try ["docs", "entities", "alias", "events", "timeline"].map { try session.run($0).output }
    }
  }

  /// Rulings of every kind, a line of the merge that tells of each.
  private static let rulings = [
    ("rename Peskov Spokesman", "taken | decision | Dmitry Peskov is shown as Spokesman"),
    ("retype Kremlin organization", "taken | decision | Kremlin is of the kind organization"),
    ("merge Kremlin Peskov", "taken | decision | Dmitry Peskov, Kremlin are one"),
    ("drop Kremlin", "taken | decision | Kremlin is left out"),
    (
      "reject Peskov \"व्लादिमीर पुतिन\"",
      "taken | decision | Dmitry Peskov is not व्लादिमीर पुतिन"
    ),
    (
      "alias add Kremlin \"Chinese President\"",
      "taken | decision | Chinese President is another name of kremlin"
    ),
    ("fix e1 --date 2024-10-22", "taken | event | e1 took place on 2024-10-22"),
    ("merge e1 e2", "taken | event | e1 e2 tell of one event"),
    ("split e2", "taken | event | e2 tells of an event of its own"),
    ("pin e1", "taken | timeline | e1 is pinned"),
    ("exclude e2", "taken | timeline | e2 is excluded"),
    ("reword e1 \"Xi to go\"", "taken | timeline | e1 is told as \"Xi to go\""),
    ("tag kazan d2", "taken | tag | kazan: d2"),
    ("tag kazan e1", "taken | tag | kazan: e1"),
    ("note Peskov busy", "taken | note | E4: busy"),
    (
      "set source d1 Herald", "taken | document | en/visit.txt source: Herald, was Northgate Herald"
    ),
    (
      "set published d1 2024-10-02",
      "taken | document | en/visit.txt published: 2024-10-02, was 2024-10-03"
    ),
  ]

  @Test(
    "What one analyst ruled is taken over, works as it did there, is undone, and is no news again",
    arguments: rulings)
  func taken(_ line: String, _ said: String) throws {
    let desk = try Desk(theirs: [line])
    let before = try desk.state(desk.mine)
    #expect(try desk.merge() == [said, "1 taken over, 0 conflicts"])
    #expect(try desk.events(desk.mine) == desk.events(desk.theirs))
    #expect(try desk.mine.run("session check").output.lines == ["everything is whole"])
    try desk.mine.run("undo")
    #expect(try desk.state(desk.mine) == before)
    try desk.mine.run("redo")
    #expect(try desk.events(desk.mine) == desk.events(desk.theirs))
    #expect(try desk.merge() == ["0 taken over, 0 conflicts"])
  }

  /// What contradicts, and what is shown of it.
  private static let conflicts = [
    (
      "rename \"Xi Jinping\" President", "rename \"Xi Jinping\" Chairman",
      "conflict | decision | here Xi Jinping, शी जिनपिंग is shown as President, there "
        + "Xi Jinping, शी जिनपिंग is shown as Chairman; to take theirs: rename E2 Chairman"
    ),
    (
      "merge Kremlin Peskov", "reject Kremlin Peskov",
      "conflict | decision | here Dmitry Peskov, Kremlin are one, there "
        + "Kremlin is not Dmitry Peskov; to take theirs: split E1 \"Dmitry Peskov\""
    ),
    (
      "drop Kremlin", "retype Kremlin organization",
      "conflict | decision | here Kremlin is left out, there "
        + "Kremlin is of the kind organization"
    ),
    (
      "alias add Kremlin Tower", "alias add Peskov Tower",
      "conflict | decision | here Tower is another name of kremlin, there Tower is another name of peskov"
    ),
    (
      "fix e1 --date 2024-10-22", "fix e1 --date 2024-10-23",
      "conflict | event | here e1 took place on 2024-10-22, there e1 took place on 2024-10-23; "
        + "to take theirs: fix e1 --date 2024-10-23"
    ),
    (
      "merge e1 e2", "split e2",
      "conflict | event | here e1 e2 tell of one event, there e2 tells of an event of its own; "
        + "to take theirs: split e2"
    ),
    (
      "pin e1", "exclude e1",
      "conflict | timeline | here e1 is pinned, there e1 is excluded; to take theirs: exclude e1"
    ),
    (
      "reword e1 one", "reword e1 \"two words\"",
      "conflict | timeline | here e1 is told as \"one\", there e1 is told as \"two words\"; "
        + "to take theirs: reword e1 \"two words\""
    ),
    (
      "set source d1 Times", "set source d1 Herald",
      "conflict | document | here en/visit.txt source Times, there Herald; "
        + "to take theirs: set source d1 Herald"
    ),
  ]

  @Test("What contradicts is shown, and what stands here stays", arguments: conflicts)
  func conflict(_ here: String, _ there: String, _ said: String) throws {
    let desk = try Desk(mine: [here], theirs: [there])
    let before = try desk.state(desk.mine)
    let lines = try desk.merge()
    #expect(lines == [said, "0 taken over, 1 conflict"])
    #expect(try desk.state(desk.mine) == before)
    guard let command = said.range(of: "to take theirs: ") else { return }
    try desk.mine.run(String(said[command.upperBound...]))
    #expect(try desk.events(desk.mine) == desk.events(desk.theirs))
  }

  @Test("What an analyst ruled otherwise later conflicts no more")
  func overruled() throws {
    let desk = try Desk(
      mine: ["rename Peskov Spokesman", "pin e1", "fix e1 --date 2024-10-22"],
      theirs: [
        "rename Peskov Dmitry", "rename Dmitry Spokesman", "exclude e1", "pin e1",
        "fix e1 --date 2024-10-23", "fix e1 --date 2024-10-22", "merge e1 e2", "split e1",
      ])
    #expect(
      try desk.merge() == [
        "taken | event | e1 tells of an event of its own", "1 taken over, 0 conflicts",
      ])
  }

  @Test("Facts are found by their place, whatever their numbers")
  func numbers() throws {
    let path = "articles/hi/baithak.txt"
    let desk = try Desk(theirs: ["pin e2", "note e2 sure", "fix e2 --date 2024-07-04"])
    let mine = try Session.inMemory(catalog: desk.mine.catalog, files: desk.mine.files)
    try mine.run("load \(path)")
    let file = desk.theirs.files.folder + "/theirs.session"
    try desk.theirs.run("session save \(file)")
    let lines = try mine.run("session merge \(file)").output.plainLines
    #expect(lines.contains("taken | document | en/visit.txt"))
    #expect(lines.contains("taken | event | e1 took place on 2024-07-04"))
    #expect(lines.contains("taken | timeline | e1 is pinned"))
    #expect(lines.contains("taken | note | e1: sure"))
  }

  @Test("A merge that is cut off changes nothing", arguments: [5, 20, 60, 120])
  func cutOff(_ calls: Int) throws {
    let desk = try Desk(theirs: Self.rulings.prefix(2).map(\.0) + ["tag kazan e1", "pin e1"])
    let before = try desk.state(desk.mine)
    desk.mine.stop(after: calls)
    do { _ = try desk.merge() } catch let problem as Problem {
      desk.mine.isStopped = nil
      #expect(problem.kind == .interrupted)
      #expect(try desk.state(desk.mine) == before)
      _ = try desk.merge()
    }
    desk.mine.isStopped = nil
    #expect(try desk.events(desk.mine) == desk.events(desk.theirs))
  }
}
