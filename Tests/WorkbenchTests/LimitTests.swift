import AnnalsTesting
import Foundation
import Testing

@testable import Workbench

/// A list that is cut says how long it is, also where the rest was never read.
struct LimitTests {
  @Test("docs --limit makes only the rows that it shows, and counts the others")
  func documents() throws {
    let session = try SampleSession.make()
    let whole = try session.run("docs").output
    let cut = try session.run("docs --limit 1").output
    #expect(cut.rows == Array(whole.rows.prefix(1)))
    #expect(cut.notes == ["\(whole.rows.count) rows (1 shown); --all shows all"])
    #expect(try session.run("docs --limit 0").output.rows.isEmpty)
    #expect(try session.run("docs --limit 5").output.rows == whole.rows)
    #expect(try session.run("docs --limit 5").output.notes == [])
    guard case .array(let values)? = try session.run("docs --full --limit 1").output.json else {
      Issue.record("no list")
      return
    }
    #expect(values.count == 1)
  }

  @Test("A later step of a line sees all rows, whatever an earlier one would show")
  func steps() throws {
    let session = try SampleSession.make()
    let whole = try session.run("docs | freq lang").output
    #expect(try session.run("docs --limit 1 | freq lang").output == whole)
  }

  @Test("search looks at the 1,000 best documents and says so, unless all are asked for")
  func search() throws {
    let session = try SampleSession.make()
    let lines = (1...1001).map { "{\"id\": \"n\($0)\", \"text\": \"Ferry \($0) left.\"}\n" }
    let file = session.files.folder + "/ferries.jsonl"
    try Data(lines.joined().utf8).write(to: URL(filePath: file))
    try session.run("load ferries.jsonl --lang en --unread")
    let found = try session.run("search ferry").output
    #expect(found.rows.count == 1000)
    #expect(found.notes == ["in the 1000 best of 1001 documents; --all shows all"])
    let all = try session.run("search ferry --all").output
    #expect(all.rows.count == 1001)
    #expect(all.notes == [])
    #expect(try session.run("search ferry --limit 1001").output.rows.count == 1001)
    #expect(try session.run("search ferry --limit 1001").output.notes == [])
  }
}
