import Foundation
import Testing

@testable import Loading

/// Untrusted formats are read in children that can do nothing else, and whose end ends nothing else.
struct ConfinementTests {
  static let program = URL(filePath: FormatTests.script).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".build/debug/annals").path
  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: program) }

  private static let page =
    "<!doctype html><html><body><p>A minister came to Kazan.</p></body></html>"

  @Test("A child may use no network, start no program and signal nobody", .enabled(if: isBuilt))
  func freedoms() throws {
    let freedoms = try #require(ParserPool(program: Self.program).freedoms())
    // Without Landlock in the kernel its files are as open to it as to us.
    #expect(["", "read files, write files"].contains(freedoms))
  }

  @Test("A child reads what this process reads, and is kept for the next", .enabled(if: isBuilt))
  func same() {
    let reader = PieceReader(parsers: ParserPool(program: Self.program))
    let here = PieceReader(parsers: nil)
    for number in 0..<50 {
      let piece = Piece("\(number).html", Array((Self.page + "<p>Number \(number).</p>").utf8))
      #expect(reader.read(piece) == here.read(piece))
    }
  }

  @Test("A child that dies rejects its document, and no other", .enabled(if: isBuilt))
  func death() {
    let piece = Piece("a.html", Array(Self.page.utf8))
    let dying = PieceReader(parsers: ParserPool(program: "/bin/false"))
    #expect(dying.read(piece) == [.rejected(name: "a.html", reason: "its parser gave up")])
    let text = Piece("a.txt", Array("Plain text needs no parser.".utf8))
    #expect(dying.read(text).count == 1)
  }

  @Test("A program that is not there is a reason, and no crash")
  func missing() {
    let reader = PieceReader(parsers: ParserPool(program: "/nowhere"))
    let results = reader.read(Piece("a.html", Array(Self.page.utf8)))
    #expect(results == [.rejected(name: "a.html", reason: "its parser cannot be started")])
  }
}
