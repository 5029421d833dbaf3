import Text

/// Stretches between quotation marks, across sentences but within a paragraph.
struct Quotations {
  /// Token ranges between the marks, without them, in order.
  let ranges: [Range<Int>]

  /// Longest quotation, in tokens.
  private static let longest = 400

  private static let pairs: [UInt64: UInt64] = Dictionary(
    uniqueKeysWithValues: [
      ("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"), ("„", "“"), ("\"", "\""),
    ].map { (Folding.key($0.0), Folding.key($0.1)) })

  init(_ text: TokenizedText) {
    var ranges: [Range<Int>] = []
    var open: (index: Int, closer: UInt64)?
    for (index, token) in text.tokens.enumerated() {
      if token.kind == .newline {
        open = nil
      } else if let begun = open, token.key == begun.closer {
        if index > begun.index + 1, index - begun.index < Self.longest {
          ranges.append((begun.index + 1)..<index)
        }
        open = nil
      } else if open == nil, let closer = Self.pairs[token.key] {
        open = (index, closer)
      }
    }
    self.ranges = ranges
  }

  /// The quotation that `index` stands in.
  func containing(_ index: Int) -> Range<Int>? { ranges.first { $0.contains(index) } }
}
