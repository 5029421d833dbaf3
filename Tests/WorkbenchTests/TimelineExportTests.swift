import AnnalsTesting
import Foundation
import Registry
import Testing
import Workbench

@Suite("Exports of timelines")
struct TimelineExportTests {
  private static let hostile = """
    Title: <img src=x onerror=alert(1)>
    Source: "><script>alert(1)</script>
    Date: 2024-10-03

    The Kremlin said that Xi Jinping </p><script>alert(2)</script> will visit Kazan in October. \u{202E}
    """

  /// A timeline's file, made in a session of its own.
  private func exported(_ file: String, _ text: String? = nil) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "annals-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let session =
      try text == nil
      ? SampleSession.make()
      : Session.inMemory(catalog: .registered, files: .open(from: folder.path))
    if let text {
      try Data(text.utf8).write(to: folder.appending(path: "a.txt"))
      _ = try session.run("load a.txt --lang en")
    }
    let path = folder.appending(path: file).path
    _ = try session.run("export \(path) timeline")
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("Text of strangers stays text", arguments: ["a.html", "a.svg"])
  func hostile(_ file: String) throws {
    let page = try exported(file, Self.hostile)
    #expect(page.contains("Kazan"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
  }

  @Test("A page runs no script and asks for nothing from outside")
  func policy() throws {
    let page = try exported("a.html")
    #expect(page.contains("default-src 'none'"))
    for outside in ["src=", "@import", "url(", "<link", "<iframe"] {
      #expect(!page.contains(outside), "\(outside)")
    }
  }

  @Test("A month stays a month in every format")
  func months() throws {
    #expect(try exported("a.timelinejs.json").contains("{\"year\": 2024, \"month\": 10}"))
    #expect(try exported("a.vl.json").contains("\"date\": \"2024-10\""))
    let calendar = try exported("a.ics")
    #expect(calendar.contains("DTSTART;VALUE=DATE:20241001\r\nDTEND;VALUE=DATE:20241101"))
    #expect(calendar.contains("STATUS:TENTATIVE"))
    #expect(try exported("a.html").contains("<time>2024-10</time>"))
    #expect(try exported("a.md").contains("**2024-10**"))
    #expect(try exported("a.csv").contains("2024-10,"))
  }

  @Test("A histogram counts a month as a month, not as its first day")
  func histogram() throws {
    let lines = try SampleSession.make().run("timeline --chart histogram").output.plainLines
    #expect(lines.contains { $0.hasPrefix("2024-10 |") })
    #expect(!lines.contains { $0.hasPrefix("2024-10-01") })
  }

  @Test(
    "The analyst's words are told in every format",
    arguments: ["a.html", "a.svg", "a.timelinejs.json", "a.vl.json", "a.ics", "a.md", "a.csv"])
  func wording(_ file: String) throws {
    let session = try SampleSession.make()
    _ = try session.run("reword e1 \"Xi to go to Kazan\"")
    let path = FileManager.default.temporaryDirectory.appending(
      path: "annals-\(UUID().uuidString)-\(file)"
    ).path
    _ = try session.run("export \(path) timeline")
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Xi to go to Kazan"))
  }

  @Test("A calendar holds what is planned, and nothing else, in lines of 75 bytes")
  func calendar() throws {
    let calendar = try exported("a.ics")
    #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 2)
    #expect(calendar.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
  }

  @Test("Markdown cites the document of every line")
  func citations() throws {
    let page = try exported("a.md")
    let lines = page.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("- ") } == lines.count { $0.hasPrefix("[^") })
  }

  @Test("What is no timeline is no page")
  func others() throws {
    let session = try SampleSession.make()
    #expect(throws: Problem.self) { try session.run("export a.html entities") }
  }
}
