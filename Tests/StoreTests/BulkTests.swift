import Foundation
import GRDB
import Store
import Testing

/// Storing many documents at once does without some indexes, and nothing shows it afterwards.
struct BulkTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func indexes(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name")
    }
  }

  @Test("A large load leaves the session with the indexes and checks of a small one")
  func indexesAreMade() throws {
    let path = folder.file("s")
    let store = try SessionStore(path: path, searchText: Samples.searchText)
    let before = try indexes(path)
    let during = try store.bulk(bytes: 1 << 30) { () throws -> [String] in
      try store.insert(Samples.new(Samples.document("a", Samples.text), try Samples.reading()))
      return try indexes(path)
    }
    #expect(during.count < before.count)
    #expect(try indexes(path) == before)
    #expect(try store.check().isEmpty)
    #expect(throws: StoreProblem.self) {
      try store.addTag("", to: Target(.document, 1))
    }
  }

  @Test("A load that fails keeps the indexes")
  func failure() throws {
    let path = folder.file("s")
    let store = try SessionStore(path: path, searchText: Samples.searchText)
    let before = try indexes(path)
    #expect(throws: CancellationError.self) {
      try store.bulk(bytes: 1 << 30) { throw CancellationError() }
    }
    #expect(try indexes(path) == before)
  }

  @Test("A session that a large load left without indexes has them when it is opened")
  func cutOff() throws {
    let path = folder.file("s")
    try SessionStore(path: path, searchText: Samples.searchText).close()
    let before = try indexes(path)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "DROP INDEX mention_name") }
    try SessionStore(path: path, searchText: Samples.searchText).close()
    #expect(try indexes(path) == before)
  }
}
