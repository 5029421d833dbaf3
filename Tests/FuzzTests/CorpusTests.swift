import Foundation
import FuzzTargets
import Testing

/// What fuzzing found and what reaches most code, again in every test run.
struct CorpusTests {
  /// Lines of base64: `Tests/fuzz.sh` keeps them.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Corpus")

  @Test("A target takes all that fuzzing ever found for it", arguments: FuzzTarget.allCases)
  func found(target: FuzzTarget) throws {
    let file = Self.folder.appending(path: "\(target.rawValue).base64")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines where !line.hasPrefix("#") {
      let bytes = try #require(Data(base64Encoded: String(line)))
      #expect(target.fault(in: Array(bytes)) == nil, "\(target.rawValue): \(line.prefix(200))")
    }
  }
}
