import Foundation
import Glibc
import Loading
import Synchronization
import Testing

/// A folder is walked in a fixed order, and nothing outside of it is reached.
struct SourceFilesTests {
  private let folder: FolderSample

  init() throws { folder = try FolderSample() }

  @Test("Files come sorted by the bytes of their names, hidden ones left out")
  func order() throws {
    for name in ["b.txt", "a/z.txt", "a.txt", "अ.txt", ".hidden", "a/.git/c", "B.txt"] {
      try folder.write(name)
    }
    let found = try SourceFiles(at: folder.path)
    #expect(found.files.map(\.name) == ["B.txt", "a.txt", "a/z.txt", "b.txt", "अ.txt"])
    #expect(found.rejected.isEmpty)
  }

  @Test("A file that is named itself has its own name")
  func single() throws {
    try folder.write("a/z.txt")
    #expect(try SourceFiles(at: folder.path + "/a/z.txt").files.map(\.name) == ["z.txt"])
  }

  @Test("Links are followed to files below the folder only")
  func links() throws {
    let outside = try FolderSample()
    try outside.write("secret.txt")
    try folder.write("in/a.txt")
    try folder.link("good", to: "in/a.txt")
    try folder.link("folder", to: "in")
    try folder.link("loop", to: ".")
    try folder.link("nowhere", to: "none")
    try folder.link("out", to: outside.path + "/secret.txt")
    let found = try SourceFiles(at: folder.path)
    #expect(found.files.map(\.name) == ["good", "in/a.txt"])
    #expect(
      found.rejected.map { "\($0.name): \($0.reason)" } == [
        "folder: the link leads to a folder", "loop: the link leads out of the folder",
        "nowhere: the link leads nowhere", "out: the link leads out of the folder",
      ])
  }

  @Test("A file that a link out of the folder took the place of is not read")
  func swapped() throws {
    let outside = try FolderSample()
    try outside.write("secret.txt", "the secret\n")
    try folder.write("a.txt")
    try folder.write("in/b.txt")
    let files = try SourceFiles(at: folder.path).files
    try FileManager.default.removeItem(atPath: folder.path + "/a.txt")
    try FileManager.default.removeItem(atPath: folder.path + "/in")
    try folder.link("a.txt", to: outside.path + "/secret.txt")
    try outside.write("b.txt", "the secret\n")
    try folder.link("in", to: outside.path)
    #expect(
      files.flatMap { FileLoader.load($0) }
        == files.map { .rejected(name: $0.name, reason: "the link leads out of the folder") })
  }

  @Test("Links that come and go while a folder is loaded give nothing from outside")
  func race() throws {
    let outside = try FolderSample()
    try outside.write("secret.txt", "the secret\n")
    try folder.write("kept", "in the folder\n")
    let (path, secret) = (folder.path, outside.path + "/secret.txt")
    try folder.write("a.txt", "in the folder\n")
    let isOver = Mutex(false)
    let swapping = Thread {
      while !isOver.withLock({ $0 }) {
        // Each name is moved over the other: there is always something at `a.txt`.
        link(path + "/kept", path + "/next")
        rename(path + "/next", path + "/a.txt")
        symlink(secret, path + "/next")
        rename(path + "/next", path + "/a.txt")
      }
    }
    swapping.start()
    defer { isOver.withLock { $0 = true } }
    var texts: Set<String> = []
    for _ in 0..<300 {
      for file in try SourceFiles(at: path).files {
        for case .loaded(let document) in FileLoader.load(file) { texts.insert(document.text) }
      }
    }
    #expect(texts == ["in the folder\n"])
  }

  @Test("A pipe is rejected and never waited for")
  func pipe() throws {
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    #expect(try SourceFiles(at: folder.path).rejected.map(\.name) == ["pipe"])
    let file = SourceFile(path: folder.path + "/pipe", name: "pipe")
    #expect(FileLoader.load(file) == [.rejected(name: "pipe", reason: "it is not a file")])
  }

  @Test("A path that is not there is a problem with a hint")
  func missing() {
    let problem = #expect(throws: LoadingProblem.self) {
      try SourceFiles(at: folder.path + "/none")
    }
    #expect(problem?.summary == "there is no \(folder.path)/none")
    #expect(problem?.hint != nil)
  }

  @Test("A file that is gone when it is read is rejected")
  func gone() {
    let file = SourceFile(path: folder.path + "/none", name: "none")
    #expect(
      FileLoader.load(file)
        == [.rejected(name: "none", reason: "it cannot be read: No such file or directory")])
  }

  @Test("A file beyond the limit is rejected without being read")
  func large() throws {
    try folder.write("big")
    #expect(truncate(folder.path + "/big", FileLoader.largestFile + 1) == 0)
    let file = SourceFile(path: folder.path + "/big", name: "big")
    #expect(FileLoader.load(file) == [.rejected(name: "big", reason: "it is larger than 64 MB")])
  }
}
