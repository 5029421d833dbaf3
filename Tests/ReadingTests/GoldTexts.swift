import Foundation

/// The texts that gold files stand off from, where the shared data are at hand.
enum GoldTexts {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Gold")

  private static let shared = folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/data")

  private static let xz = "/usr/bin/xz"

  /// Whether the texts are at hand, and the program that unpacks them.
  static let areThere =
    FileManager.default.fileExists(atPath: shared.path)
    && FileManager.default.isExecutableFile(atPath: xz)

  /// The texts of a set such as `times/hi-timebank` by id.
  static func texts(of set: String) throws -> [String: String] {
    struct Record: Decodable {
      let id: String
      let text: String
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: xz)
    process.arguments = ["-dc", shared.appending(path: "\(set)/docs.jsonl.xz").path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let records = try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Record.self, from: $0)
    }
    return Dictionary(records.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
  }
}
