import Dates
import Facts
import Foundation
import Loading
import Testing

/// One short article in every format, as `Tests/fixtures.py` makes them.
struct FormatTests {
  static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures.py").path

  /// A folder that the script filled.
  static func fixtures(_ kind: String) throws -> String {
    let folder = NSTemporaryDirectory() + "annals-\(kind)-\(getpid())"
    guard !FileManager.default.fileExists(atPath: folder) else { return folder }
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", script, kind, folder]
    try python.run()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
    return folder
  }

  static func results(_ file: String) throws -> [LoadResult] {
    let path = try folder.get() + "/" + file
    return FileLoader.load(SourceFile(path: path, name: file))
  }

  private static let folder = Result { try fixtures("formats") }

  private static func documents(_ file: String) throws -> [LoadedDocument] {
    try results(file).compactMap { if case .loaded(let document) = $0 { document } else { nil } }
  }

  private static let lines = [
    "The Kremlin said on Wednesday that Chinese President Xi Jinping will visit Kazan in October.",
    "Spokesman Dmitry Peskov said that the two sides are preparing the visit with great care.",
    "Leaders of many other countries are expected to take part in the meeting on the Volga.",
  ]

  @Test(
    "Every format gives the article's text, whatever the file is called",
    arguments: [
      "plain.txt", "utf16.txt", "front.md", "page.html", "page-without-ending", "lines.jsonl",
      "one.json", "many.json", "table.csv", "feed.rss", "feed.atom", "mail.eml", "box.mbox",
      "text.docx", "text.odt", "book.epub", "crawl.warc", "crawl.warc.gz",
      "item.newsml.xml", "item.ninjs.json", "plain.txt.gz",
    ])
  func text(file: String) throws {
    let documents = try Self.documents(file)
    #expect(documents.count == 1)
    #expect(documents.first?.text.split(separator: "\n").map(String.init) == Self.lines)
  }

  @Test(
    "The title and the day are found, and where the day stood",
    arguments: [
      ("plain.txt", "header line"), ("front.md", "front matter"),
      ("page.html", "meta article:published_time"), ("one.json", "record"),
      ("table.csv", "record"), ("table.tsv", "record"), ("feed.rss", "feed"),
      ("feed.atom", "feed"), ("mail.eml", "mail header"), ("book.epub", "EPUB date"),
      ("crawl.warc", "meta article:published_time"), ("item.newsml.xml", "NewsML versionCreated"),
      ("item.ninjs.json", "ninjs versioncreated"),
    ])
  func origin(file: String, place: String) throws {
    let document = try #require(try Self.documents(file).first)
    #expect(document.title == "Visit to Kazan announced")
    #expect(document.publication.day?.description == "2024-10-03")
    #expect(document.publishedIn == place)
  }

  @Test("The lines of a PDF are joined to paragraphs")
  func pdf() throws {
    #expect(try Self.documents("page.pdf").first?.text == Self.lines.joined(separator: " ") + "\n")
  }

  @Test("Authors are kept", arguments: ["page.html", "feed.atom", "mail.eml", "text.docx"])
  func author(file: String) throws {
    #expect(try Self.documents(file).first?.author == "Ada Reporter")
  }

  @Test("The files of archives are documents, also of an archive within one")
  func archives() throws {
    let names = { (file: String) in try Self.documents(file).map(\.name) }
    #expect(try names("files.zip") == ["files.zip/a/plain.txt", "files.zip/b.html"])
    #expect(
      try names("files.tar.gz") == ["files.tar.gz/plain.txt", "files.tar.gz/in.zip/p.html"])
  }

  @Test(
    "What its agency withholds or cancels is not loaded",
    arguments: ["withheld.xml", "cancelled.json"])
  func withheld(file: String) throws {
    let results = try Self.results(file)
    guard case .rejected(_, let reason)? = results.first else {
      Issue.record("\(results)")
      return
    }
    #expect(reason.hasPrefix("its agency says: "))
  }
}
