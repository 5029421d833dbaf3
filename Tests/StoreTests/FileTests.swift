import Facts
import Foundation
import GRDB
import Store
import Testing

/// A session file is private, durable, and not mistaken for anything else.
struct FileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ name: String) throws -> SessionStore {
    try SessionStore(path: folder.file(name), searchText: Samples.searchText)
  }

  @Test("A new session and its companions are the owner's only")
  func modes() throws {
    let store = try open("s.annals")
    try store.insert(Samples.new(Samples.document("a", "one")))
    for name in ["s.annals", "s.annals-wal", "s.annals-shm"] {
      #expect(try folder.mode(name) == 0o600)
    }
    try store.close()
  }

  @Test("What was stored is there when the session is opened again")
  func durable() throws {
    let first = try open("s")
    try first.insert(Samples.new(Samples.document("a", Samples.text), try Samples.reading()))
    let second = try open("s")
    #expect(try second.reading(of: 1) == Samples.reading())
    #expect(try second.check() == [])
    try first.close()
    try second.close()
  }

  @Test("A database with nothing in it, left by a session that was cut off, becomes one")
  func bareDatabase() throws {
    let queue = try DatabaseQueue(path: folder.file("s"))
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.close()
    let store = try open("s")
    #expect(try store.check() == [])
  }

  @Test("An empty file becomes a session")
  func emptyFile() throws {
    #expect(FileManager.default.createFile(atPath: folder.file("s"), contents: Data()))
    let store = try open("s")
    #expect(try store.documents() == [])
    #expect(try folder.mode("s") == 0o600)
    try store.close()
  }

  @Test("A file that is no database is refused and left as it is")
  func foreignFile() throws {
    let text = Data("a letter to a friend, and longer than a header\n".utf8)
    #expect(FileManager.default.createFile(atPath: folder.file("s"), contents: text))
    let problem = #expect(throws: StoreProblem.self) { try open("s") }
    #expect(problem?.kind == .unreadable)
    #expect(FileManager.default.contents(atPath: folder.file("s")) == text)
  }

  @Test("A database of another program is refused")
  func foreignDatabase() throws {
    try open("s").close()
    try patch("s", at: 68, [1, 2, 3, 4])
    let problem = #expect(throws: StoreProblem.self) { try open("s") }
    #expect(problem?.kind == .unreadable)
  }

  @Test("A damaged session is a problem, not a crash")
  func damaged() throws {
    try open("s").close()
    try patch("s", at: 100, [UInt8](repeating: 0xA5, count: 3000))
    #expect(throws: StoreProblem.self) { try open("s").documents() }
  }

  @Test("A session with flipped bits reads or is a problem, and never ends the program")
  func flips() throws {
    let store = try open("s")
    for name in 0..<20 {
      try store.insert(
        Samples.new(Samples.document("d\(name)", Samples.text), try Samples.reading()))
    }
    try store.close()
    let whole = try #require(FileManager.default.contents(atPath: folder.file("s")))
    var random: UInt64 = 1
    for _ in 0..<150 {
      var bytes = whole
      for _ in 0..<20 {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(random >> 20) % bytes.count] ^= UInt8(1 << (random >> 61))
      }
      try bytes.write(to: URL(filePath: folder.file("flipped")))
      readAll("flipped")
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: folder.file("flipped" + ending))
      }
    }
  }

  private func readAll(_ name: String) {
    guard let store = try? open(name) else { return }
    for read in [
      { _ = try store.check() }, { _ = try store.documents() }, { _ = try store.reading(of: 3) },
      { _ = try store.names() }, { _ = try store.events() }, { _ = try store.search("putin") },
      { _ = try store.undo() }, { try store.remove(document: 2) },
    ] as [() throws -> Void] {
      do { try read() } catch { #expect(error is StoreProblem) }
    }
    try? store.close()
  }

  @Test("A symbolic link is refused")
  func link() throws {
    try open("s").close()
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link"), withDestinationPath: folder.file("s"))
    let problem = #expect(throws: StoreProblem.self) { try open("link") }
    #expect(problem?.kind == .unreadable)
  }

  @Test("A folder, and a file below what is no folder, are refused")
  func folders() throws {
    #expect(throws: StoreProblem.self) {
      try SessionStore(path: folder.path, searchText: Samples.searchText)
    }
    #expect(throws: StoreProblem.self) { try open("none/s") }
  }

  @Test("A snapshot is a session with everything in it, and replaces no file")
  func snapshot() throws {
    let store = try open("s")
    try store.insert(Samples.new(Samples.document("a", "one")))
    try store.snapshot(to: folder.file("copy"))
    #expect(try folder.mode("copy") == 0o600)
    let copy = try open("copy")
    #expect(try copy.documents() == store.documents())
    #expect(try copy.search("one").map(\.document) == [1])
    #expect(throws: StoreProblem.self) { try store.snapshot(to: folder.file("copy")) }
    #expect(try copy.documents().count == 1)
    try copy.close()
    try store.close()
  }

  @Test("Check finds a span whose text is not what stands there")
  func check() throws {
    let store = try open("s")
    var reading = try Samples.reading()
    reading.times[0].text = "on 23 October"
    try store.insert(Samples.new(Samples.document("a", Samples.text), reading))
    #expect(try store.check() == ["document 1: a time at 22 is not what stands there"])
    try store.close()
  }

  private func patch(_ name: String, at offset: UInt64, _ bytes: [UInt8]) throws {
    let handle = try #require(FileHandle(forUpdatingAtPath: folder.file(name)))
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }
}
