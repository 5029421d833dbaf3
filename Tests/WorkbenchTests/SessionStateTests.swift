import AnnalsTesting
import Foundation
import Synchronization
import Testing

@testable import Store
@testable import Workbench

@Suite("States of a session")
struct SessionStateTests {
  private static let changes = [
    "merge Kremlin Peskov", "drop Kremlin", "rename Peskov Spokesman", "tag kazan d1",
    "note d1 doubt", "set source d1 Herald", "split E2 \"शी जिनपिंग\"",
  ]

  private func state(_ session: Session) throws -> [Output] {
    try ["docs", "entities", "note", "docs --tag kazan"].map { try session.run($0).output }
  }

  @Test("Every change is taken back and done again", arguments: changes)
  func undoRedo(_ line: String) throws {
    let session = try SampleSession.make()
    let before = try state(session)
    try session.run(line)
    let after = try state(session)
    #expect(after != before)
    try session.run("undo")
    #expect(try state(session) == before)
    #expect(try session.run("session check").output.lines == ["everything is whole"])
    let redone = try session.run("redo").output
    #expect(redone.lines.first == "redone: " + line)
    #expect(try state(session) == after)
    #expect(try session.run("session check").output.lines == ["everything is whole"])
    #expect(throws: Problem.self) { try session.run("redo") }
    try session.run("undo")
    #expect(try state(session) == before)
  }

  @Test(
    "A command that is cut off anywhere changes nothing, and can be given again",
    arguments: [0, 1, 3, 10, 30, 100])
  func cutOff(_ calls: Int) throws {
    let session = try SampleSession.make()
    let before = try state(session)
    session.stop(after: calls)
    do {
      try session.run("merge Kremlin Peskov")
    } catch {
      #expect(error.kind == .interrupted)
      session.isStopped = nil
      #expect(try state(session) == before)
      try session.run("merge Kremlin Peskov")
    }
    session.isStopped = nil
    #expect(try state(session) != before)
    #expect(try session.run("session check").output.lines == ["everything is whole"])
  }

  @Test("A session that is interrupted again and again, at any moment, stays usable and whole")
  func interruptedOften() throws {
    let session = try SampleSession.make()
    let before = try state(session)
    let isStopped = Mutex(false)
    for round in 0..<60 {
      session.isStopped = nil
      if try state(session) != before { try session.run("undo") }
      session.isStopped = { isStopped.withLock { $0 } }
      isStopped.withLock { $0 = false }
      let stopper = Thread {
        usleep(UInt32(round * 400))
        isStopped.withLock { $0 = true }
      }
      stopper.start()
      do {
        while true {
          for line in ["merge Kremlin Peskov", "undo", "quotes"] { try session.run(line) }
        }
      } catch {
        #expect(error.kind == .interrupted)
      }
      while !stopper.isFinished { usleep(100) }
    }
    session.isStopped = nil
    if try state(session) != before { try session.run("undo") }
    #expect(try state(session) == before)
    #expect(try session.run("session check").output.lines == ["everything is whole"])
  }

  @Test("A new change ends what can be done again")
  func newChange() throws {
    let session = try SampleSession.make()
    for line in ["tag a d1", "undo", "tag b d1"] { try session.run(line) }
    #expect(throws: Problem.self) { try session.run("redo") }
  }

  @Test("A snapshot is gone back to, and the difference is told before")
  func snapshots() throws {
    let session = try SampleSession.make()
    let before = try state(session)
    for line in ["session take start", "tag kazan d1", "rename Peskov Spokesman"] {
      try session.run(line)
    }
    let difference = try session.run("session diff start").output.plainLines
    #expect(difference.contains("+ | tag | kazan: d1"))
    #expect(difference.contains { $0.hasPrefix("- | entity | Dmitry Peskov") })
    #expect(difference.contains { $0.hasPrefix("+ | entity | Spokesman") })
    try session.run("session restore start")
    #expect(try state(session) == before)
    #expect(try session.run("session snapshots").output.plainLines == ["before-restore", "start"])
    #expect(try session.run("session diff start").output.rows.isEmpty)
    #expect(try session.run("session check").output.lines == ["everything is whole"])
  }

  @Test("The journal's seals hold, and show what was written behind its back")
  func seals() throws {
    let session = try SampleSession.make()
    try session.run("tag kazan d1")
    #expect(try session.run("session verify").output.lines[0] == "the journal is whole: 2 commands")
    try session.store.journal("docs", at: 0, status: "done", milliseconds: 0) { _ in "forged" }
    #expect(try session.verify() == ["command 4 or one before it was changed"])
  }
}
