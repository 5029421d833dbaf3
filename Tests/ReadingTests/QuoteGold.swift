import Foundation

/// Attributions in Hindi that were read by hand, stand-off: the texts are joined from the shared data.
struct QuoteGold {
  struct Mark: Hashable {
    let content: Range<Int>
    let cue: Range<Int>
    let speaker: Range<Int>?
    let via: Range<Int>?
  }

  struct Document: Hashable {
    let set: String
    let id: String
    /// `develop` or `check`.
    let half: String
  }

  private(set) var documents: [Document] = []
  private(set) var marks: [Document: [Mark]] = [:]

  /// Reads a file of `Tests/Gold`.
  init(_ file: String) throws {
    let contents = try String(contentsOf: GoldTexts.folder.appending(path: file), encoding: .utf8)
    for line in contents.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 8 else { continue }
      let document = Document(set: fields[0], id: fields[1], half: fields[2])
      if documents.last != document { documents.append(document) }
      guard let content = Self.range(fields[3]), let cue = Self.range(fields[4]) else { continue }
      marks[document, default: []].append(
        Mark(
          content: content, cue: cue, speaker: Self.range(fields[5]), via: Self.range(fields[6])))
    }
  }

  /// `12-40`, or `-` for nothing.
  private static func range(_ field: String) -> Range<Int>? {
    let ends = field.split(separator: "-").compactMap { Int($0) }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
  }
}
