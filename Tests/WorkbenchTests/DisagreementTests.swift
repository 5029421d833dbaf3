import AnnalsTesting
import Foundation
import Registry
import Testing
import Workbench

/// Pairs of reports of one story in other words, written for this test: `Tests/Gold/README.md`.
@Suite("Contradiction between reports in other words")
struct DisagreementTests {
  struct Pair: Sendable {
    let contradict: Bool
    let language: String
    let texts: [String]
  }

  private static func pairs() throws -> [Pair] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Gold/disagreements.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { line in
        let fields = line.split(separator: "\t").map(String.init)
        try #require(fields.count == 4)
        return Pair(
          contradict: fields[0] == "conflict", language: fields[1], texts: Array(fields[2...]))
      }
  }

  @Test("Differing facts are told from facts that only look different")
  func verdicts() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "annals-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pairs = try Self.pairs()
    // Two pairs may share a report; it is loaded once.
    let texts = Set(pairs.flatMap(\.texts)).sorted()
    for (index, text) in texts.enumerated() {
      try Data(text.utf8).write(to: folder.appending(path: "r\(index).txt"))
    }
    let session = try Session.inMemory(
      catalog: .registered, files: .open(from: folder.path(percentEncoded: false)))
    try session.run("load *.txt")
    let wrong = try pairs.indices.filter { index in
      let sides = try pairs[index].texts.map { text in
        "doc:r\(try #require(texts.firstIndex(of: text))).txt"
      }
      let output = try session.run("compare \(sides[0]) \(sides[1]) --facts --conflicts").output
      let isSaid = output.rows.contains { row in row.contains { $0.plain == "conflict" } }
      return isSaid != pairs[index].contradict
    }
    #expect(wrong.count <= 3, "\(wrong.map { pairs[$0].texts })")
    #expect(pairs.count { $0.contradict } > 40 && pairs.count { !$0.contradict } > 35)
  }
}
