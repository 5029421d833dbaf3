/// Finds words in a text and shows each with its neighbours (key word in context).
struct Concordance {
  /// Tokens that are shown on either side.
  private static let context = 6

  private let text: TokenizedText

  init(_ text: String) { self.text = TokenizedText(text) }

  /// The places where any of the phrases stands, in order; neighbours are one place.
  func hits(of phrases: [String]) -> [(before: String, match: String, after: String)] {
    let patterns = phrases.compactMap { WordPattern($0) }
    let wanted = phrases.filter { WordPattern($0) == nil }.map(Folding.keys).filter { !$0.isEmpty }
    var ranges: [Range<Int>] = []
    for index in text.tokens.indices {
      let isLike = !patterns.isEmpty && patterns.contains { $0.matches(word(index)) }
      let lengths = wanted.filter { matches($0, at: index) }.map(\.count) + (isLike ? [1] : [])
      guard let length = lengths.max() else { continue }
      if let last = ranges.last, last.upperBound >= index {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, index + length)
      } else {
        ranges.append(index..<(index + length))
      }
    }
    return ranges.map(around)
  }

  private func matches(_ keys: [UInt64], at index: Int) -> Bool {
    guard index + keys.count <= text.tokens.count else { return false }
    return keys.indices.allSatisfy { text.tokens[index + $0].key == keys[$0] }
  }

  private func word(_ index: Int) -> String { text.string(text.tokens[index].span) }

  private func around(_ range: Range<Int>) -> (before: String, match: String, after: String) {
    let before = neighbours(range.lowerBound, step: -1)
    let after = neighbours(range.upperBound - 1, step: 1)
    return (
      text.string(text.span(before..<range.lowerBound)), text.string(text.span(range)),
      text.string(text.span(range.upperBound..<after + 1))
    )
  }

  /// The furthest token from `index` that is in its line and within the context.
  private func neighbours(_ index: Int, step: Int) -> Int {
    var last = index
    for _ in 0..<Self.context {
      let next = last + step
      guard text.tokens.indices.contains(next), text.tokens[next].kind != .newline else { break }
      last = next
    }
    return last
  }
}
