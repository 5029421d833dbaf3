import AnnalsTesting
import Testing

@testable import Workbench

@Suite("Results as things")
struct ResultTests {
  private func session(after lines: String...) throws -> Session {
    let session = try SampleSession.make()
    for line in lines { try session.run(line) }
    return session
  }

  @Test(
    "Sets are joined, and keep the order of the first",
    arguments: [
      ("$all & $hi", ["d2"]), ("$all - $hi", ["d1"]), ("$hi | $all", ["d2", "d1"]), ("$hi", ["d2"]),
      ("$all - $all", []), ("$all & $hi | $all - $hi", ["d1"]), ("_ & $hi", ["d2"]),
    ])
  func joining(_ line: String, _ expected: [String]) throws {
    let session = try session(after: "let all = docs", "let hi = docs --lang hi", "docs")
    let found = try session.run(line).output
    #expect(found.rows.compactMap { $0.first?.plain } == expected)
  }

  @Test("A name is told with the number of its rows")
  func naming() throws {
    let session = try SampleSession.make()
    #expect(try session.run("let hi = docs --lang hi").output.lines == ["hi: 1 row"])
  }

  @Test("A command takes the handles of a set's rows")
  func handles() throws {
    let session = try session(after: "let hi = docs --lang hi")
    #expect(try session.run("tag asia $hi").output.lines == ["asia: d2"])
    let inScope = try session.run("events --docs $hi").output
    #expect(try inScope == session.run("events --docs d2").output)
  }

  @Test("A comparison takes sets as sides")
  func sides() throws {
    let session = try session(after: "let en = docs --lang en", "let hi = docs --lang hi")
    let facts = try session.run("compare $en $hi --facts --kind event").output
    #expect(facts.rows.count == 3)
    let spelled = try session.run("compare lang:en lang:hi --facts --kind event").output
    #expect(facts.rows.map { $0.map(\.plain) } == spelled.rows.map { $0.map(\.plain) })
  }

  @Test(
    "A pipe hands rows from one command to the next",
    arguments: [
      ("entities | where kind = person | sort name | head 1 | open 1", 2),
      ("entities | freq kind | where count > 2", 1), ("docs | where lang != hi", 1),
      ("entities | where mentions >= 2", 1), ("entities | where name ~ XI", 1),
    ])
  func pipes(_ line: String, _ count: Int) throws {
    let output = try SampleSession.make().run(line).output
    #expect(max(output.rows.count, output.lines.count) == count)
  }

  @Test("JSON of a filtered listing has the same rows as the table")
  func json() throws {
    let session = try SampleSession.make()
    let output = try session.run("entities | where kind = place --format json").output
    guard case .array(let values)? = output.json else {
      Issue.record("no JSON")
      return
    }
    #expect(values.count == output.rows.count)
  }

  @Test("The last result with rows is _, whatever came after it")
  func last() throws {
    let session = try session(after: "docs", "why t1")
    #expect(try session.run("freq lang").output.rows.count == 2)
  }

  @Test(
    "A line that cannot be carried out says what and where",
    arguments: [
      ("let = docs", "let gives a result a name"), ("docs |", "nothing behind |"),
      ("| docs", "no command before |"), ("$nothing", "no variable $nothing"),
      ("$a $b", "no variable $a"),
      ("docs | where color = red", "no column color"), ("docs | less", "no command less"),
      ("docs | !less", "a notebook runs no program"), ("docs | open 9", "no row 9"),
      ("docs | sort", "missing expected argument '<column>'"),
    ])
  func problems(_ line: String, _ summary: String) throws {
    let session = try SampleSession.make()
    let problem = #expect(throws: Problem.self) { try session.run(line) }
    #expect(problem?.summary == summary)
  }

  @Test("Sets of different things are not joined, and an empty set is not taken for all")
  func kinds() throws {
    let session = try session(
      after: "let d = docs", "let e = entities", "let none = docs --lang ru")
    #expect(throws: Problem.self) { try session.run("$d & $e") }
    let problem = #expect(throws: Problem.self) { try session.run("events --docs $none") }
    #expect(problem?.summary == "$none is empty")
  }

  @Test(
    "> writes a file, and > in a comparison does not",
    arguments: [
      ("docs > out.csv", ["wrote out.csv: 2 rows"]), ("expect docs count > 1", []),
      ("docs | where name > z", []), ("let x = docs > all.json", ["wrote all.json: 2 rows"]),
    ])
  func files(_ line: String, _ expected: [String]) throws {
    #expect(try SampleSession.make().run(line).output.lines == expected)
  }

  @Test("A kept search is carried out with its values")
  func saved() throws {
    let session = try session(after: "save lang 'docs --lang $1 | head 1'")
    #expect(try session.run("recall lang hi").output.rows.count == 1)
    #expect(throws: Problem.self) { try session.run("save bad 'nonsense 1'") }
  }

  @Test(
    "sql reads and nothing else",
    arguments: [
      "DELETE FROM document", "WITH x AS (SELECT 1) DELETE FROM document", "ATTACH 'x' AS y",
      "PRAGMA journal_mode = DELETE", "SELECT 1; DROP TABLE document", "SELEKT 1",
    ])
  func reading(_ sql: String) throws {
    let session = try SampleSession.make()
    #expect(throws: Problem.self) { try session.run("sql \"\(sql)\"") }
    #expect(try session.documents().count == 2)
  }

  @Test("A query that would not end is stopped")
  func endless() throws {
    let session = try SampleSession.make()
    session.isStopped = { true }
    let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    let problem = #expect(throws: Problem.self) { try session.run("sql \"\(sql)\"") }
    #expect(problem?.kind == .interrupted)
  }
}
