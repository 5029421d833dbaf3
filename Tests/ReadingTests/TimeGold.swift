import Dates
import Facts
import Foundation
import Text

/// Times with values that were read by people, stand-off: the texts are joined from the shared data.
struct TimeGold {
  struct Mark: Hashable {
    let set: String
    let document: String
    let start: Int
    let end: Int
    let value: String

    var place: String { "\(set) \(document) \(start) \(end)" }

    func overlaps(_ other: Mark) -> Bool { start < other.end && other.start < end }
  }

  struct Document: Hashable {
    let set: String
    let id: String
    let published: String
    /// The set's name begins with it.
    var language: String { String(set.prefix(2)) }
  }

  let documents: [Document]
  let marks: [Mark]

  /// Reads a file of `Tests/Gold`.
  init(_ file: String) throws {
    let contents = try String(contentsOf: GoldTexts.folder.appending(path: file), encoding: .utf8)
    var documents: [Document] = []
    var marks: [Mark] = []
    for line in contents.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      let document = Document(set: fields[0], id: fields[1], published: fields[2])
      if documents.last != document { documents.append(document) }
      guard fields.count == 7, let start = Int(fields[3]), let end = Int(fields[4]) else {
        continue
      }
      marks.append(
        Mark(set: fields[0], document: fields[1], start: start, end: end, value: fields[6]))
    }
    self.documents = documents
    self.marks = marks
  }

  /// F1 of two sets of marks, from how many they have in common.
  static func f1(_ common: Int, _ a: Int, _ b: Int) -> Double {
    a + b == 0 ? 0 : 200 * Double(common) / Double(a + b)
  }

  static let isThere = GoldTexts.areThere

  /// The texts of a set's documents by id.
  static func texts(of set: String) throws -> [String: String] {
    try GoldTexts.texts(of: "times/\(set)")
  }
}
