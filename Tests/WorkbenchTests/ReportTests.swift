import AnnalsTesting
import Foundation
import Registry
import Testing
import Workbench

@Suite("Reports of comparisons")
struct ReportTests {
  private func session() throws -> (Session, URL) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "annals-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let hostile =
      "<script>alert(1)</script> [x](javascript:alert(1)) \u{202E} & \"On Tuesday 40 men left the old town."
    for (name, text) in [("a.txt", hostile), ("b.txt", hostile.replacing("40", with: "50"))] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let session = try Session.inMemory(
      catalog: .registered, files: .open(from: folder.path(percentEncoded: false)))
    _ = try session.run("load a.txt b.txt")
    return (session, folder)
  }

  @Test("A page shows what differs, and nothing that a document says is markup in it")
  func page() throws {
    let (session, folder) = try session()
    _ = try session.run("compare d1 d2 --to page.html")
    let page = try String(contentsOf: folder.appending(path: "page.html"), encoding: .utf8)
    #expect(page.contains("<mark>40"))
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("<script"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
  }

  @Test("Markdown shows it too, without links or tags of a document's making")
  func markdown() throws {
    let (session, folder) = try session()
    _ = try session.run("compare d1 d2 --to page.md")
    let page = try String(contentsOf: folder.appending(path: "page.md"), encoding: .utf8)
    #expect(page.contains("**40"))
    #expect(!page.contains("<script") && !page.contains("[x](javascript"))
  }
}
