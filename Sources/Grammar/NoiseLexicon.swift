import Text

/// Marks by which a pack tells web noise from the article: `noise.tsv`.
public struct NoiseLexicon: Sendable {
  /// Where a mark must stand.
  public enum Shape: String, Sendable, CaseIterable {
    /// A line that is the mark, brackets, digits and punctuation, and nothing else.
    case line
    /// A line that begins with the mark.
    case begins
    /// A parenthesis at the end of a line that begins with the mark.
    case ends
  }

  public struct Mark: Sendable {
    public let kind: String
    public let shape: Shape
    /// Keys of its tokens.
    public let keys: [UInt64]
  }

  public let marks: [Mark]

  /// - Throws: `PackProblem` at the first bad entry.
  public init(_ pack: LanguagePack) throws(PackProblem) {
    var marks: [Mark] = []
    if let file = try pack.file("noise.tsv") {
      for row in file.rows {
        guard let kind = row[0], let shape = row[1].flatMap(Shape.init), let text = row[2] else {
          throw file.problem("a mark of noise has a kind, a shape and a text", at: row)
        }
        for form in text.split(separator: "|") {
          marks.append(Mark(kind: kind, shape: shape, keys: Folding.keys(String(form))))
        }
      }
    }
    self.marks = marks.sorted { $0.keys.count > $1.keys.count }
  }
}
