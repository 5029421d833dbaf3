import CEditLine
import Foundation
import Testing

@testable import Terminal

@Suite("Line editing", .serialized)
struct EditingTests {
  init() { Device.useUTF8() }

  @Test(
    "A folded line unfolds to itself, and a cluster is one character meanwhile",
    arguments: [
      ("पुतिन", 3), ("व्लादिमीर", 5), ("习近平", 3), ("Hà Nội", 6), ("abc", 3),
      ("a\u{202E}b", 3), ("पु\u{200B}ति", 3),
    ])
  func folding(_ text: String, _ count: Int) {
    var out = [CChar](repeating: 0, count: 256)
    var folded = 0
    let length = annals_fold_round_trip(text, &out, out.count, &folded)
    let bytes = out.prefix(length).map { UInt8(bitPattern: $0) }
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    #expect(folded == count)
  }

  @Test("The history is the owner's alone, and a link is not followed")
  func history() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "history").path
    let history = HistoryFile(path: path)
    for line in ["docs", " secret", "search पुतिन", ""] { history.append(line) }
    #expect(history.lines() == ["docs", "search पुतिन"])
    let mode = try #require(
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    #expect(mode == 0o600)

    let victim = folder.appending(path: "victim").path
    try Data("keep\n".utf8).write(to: URL(filePath: victim))
    let link = folder.appending(path: "link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: victim)
    HistoryFile(path: link).append("x")
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "keep\n")
    #expect(HistoryFile(path: link).lines().isEmpty)
  }
}
