import Facts
import Foundation
import Loading
import Testing

/// Files that are made to do harm, as `Tests/fixtures.py` makes them, give their text or a reason.
struct HostileTests {
  private static let folder = Result { try FormatTests.fixtures("hostile") }

  private static func reasons(_ file: String) throws -> [String] {
    let path = try folder.get() + "/" + file
    return FileLoader.load(SourceFile(path: path, name: file)).compactMap {
      if case .rejected(_, let reason) = $0 { reason } else { nil }
    }
  }

  @Test(
    "A hostile file is rejected with a reason",
    arguments: [
      ("bomb.txt.gz", "it unpacks to more than 200 times its size"),
      ("broken.docx", "the archive is damaged"),
      ("broken.txt", "it is not text in any charset that is known"),
      ("zeros.txt", "it is not text in any charset that is known"),
      ("deep.rss", "its XML is nested deeper than 256"),
      ("laughs.rss", "its XML declares entities, which are not read"),
      ("quadratic.rss", "its XML declares entities, which are not read"),
      ("outside.rss", "its XML declares entities, which are not read"),
      ("line.jsonl", "the record is longer than 10000000 bytes"),
      ("line.txt", "its text is longer than 10 MB"),
      ("nested.jsonl", "the line is not a JSON object with a text"),
      ("nested.zip", "archives are nested deeper than 3"),
      ("parts.eml", "the mail has no text"),
      ("quotes.csv", "the row has no text"),
      ("broken.pdf", "it is no PDF that pdftotext reads"),
      ("chunks.warc", "the web archive ends too early"),
    ])
  func rejected(file: String, reason: String) throws {
    #expect(try Self.reasons(file) == [reason])
  }

  @Test(
    "A hostile file whose text can be had is read in time",
    arguments: [
      "deep.html", "attributes.html", "open.html", "marks.txt", "escapes.txt", "some-zeros.txt",
      "odd.utf16.txt", "good.txt",
    ])
  func read(file: String) throws {
    let clock = ContinuousClock()
    var reasons: [String] = []
    let time = try clock.measure { reasons = try Self.reasons(file) }
    #expect(reasons.isEmpty)
    #expect(time < .seconds(20))
  }

  @Test("Names that lead out of an archive are refused, and its other files kept")
  func traversal() throws {
    let reasons = try Self.reasons("out.tar")
    #expect(
      reasons == [
        "its name leads out of the archive: ../../escape.txt",
        "its name leads out of the archive: /etc/absolute.txt",
      ])
  }

  private static func names(_ file: String) throws -> [String] {
    let path = try folder.get() + "/" + file
    return FileLoader.load(SourceFile(path: path, name: file)).compactMap {
      if case .loaded(let document) = $0 { document.name } else { nil }
    }
  }

  @Test("Of archives in archives what lies deeper than the limit is refused, the rest kept")
  func matryoshka() throws {
    let inner = "matryoshka.zip/inner9.bin/inner7.bin/inner6.bin"
    #expect(
      try Self.names("matryoshka.zip") == [
        "matryoshka.zip/level9.txt", "matryoshka.zip/inner9.bin/level7.txt",
        "matryoshka.zip/inner9.bin/inner7.bin/level6.txt", "\(inner)/level4.txt",
      ])
    #expect(try Self.reasons("matryoshka.zip") == ["archives are nested deeper than 3"])
  }

  @Test("An archive that leads to itself, by links or overlapping entries, ends")
  func itself() throws {
    #expect(try Self.names("itself.tar") == ["itself.tar/good.txt"])
    #expect(try Self.names("overlapping.zip") == ["overlapping.zip/zeros.txt"])
  }

  @Test(
    "Names of entries lose what ends lines and texts or steers a terminal",
    arguments: ["names.zip", "names.tar"])
  func entryNames(file: String) throws {
    let names = try Self.names(file)
    #expect(names.count == 8)
    #expect(
      Array(names.prefix(6))
        == [
          "nul", "line\u{FFFD}break.txt", "escape\u{FFFD}[2J.txt", "bell\u{FFFD}.txt",
          "return\u{FFFD}.txt", "c1\u{FFFD}31m.txt",
        ].map { "\(file)/\($0)" })
    for name in names {
      #expect(name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }
}
