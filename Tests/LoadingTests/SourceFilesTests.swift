import Foundation
import Glibc
import Loading
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
