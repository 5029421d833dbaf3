import Text

/// Stretches between quotation marks, across sentences but within a paragraph.
///
/// A paragraph that begins with a mark and does not close it is one if the next paragraph begins
/// with that mark too. Single marks count where they stand as quotation marks do, not apostrophes.
struct Quotations {
  /// Token ranges between the marks, without them, in order.
  private(set) var ranges: [Range<Int>] = []
  /// The quotation of each token, -1 outside; the marks are outside.
  private var numbers: [Int32]

  /// Longest quotation, in tokens.
  static let longest = 400

  private static let pairs: [UInt64: Set<UInt64>] = Dictionary(
    uniqueKeysWithValues: [
      ("“", "”\""), ("«", "»"), ("「", "」"), ("『", "』"), ("„", "“”"), ("\"", "\"”"),
      ("‘", "’'"), ("'", "'’"),
    ].map { opener, closers in
      (Folding.key(opener), Set(closers.map { Folding.key(String($0)) }))
    })
  private static let single = Set(["‘", "’", "'"].map(Folding.key))
  private static let straight = Folding.key("\"")

  private struct Open {
    let index: Int
    let closers: Set<UInt64>
    let key: UInt64
    /// Right behind a line break: its paragraph may be one of several that are quoted.
    let beginsParagraph: Bool
  }

  init(_ text: TokenizedText) {
    numbers = Array(repeating: -1, count: text.tokens.count)
    let tokens = text.tokens
    var open: Open?
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .newline {
        if let begun = open { keepParagraph(begun, until: index, tokens) }
        open = nil
      } else if let begun = open, begun.closers.contains(token.key), closes(tokens, index, begun) {
        keep((begun.index + 1)..<index)
        open = nil
        index = runEnd(tokens, from: index) - 1
      } else if let closers = Self.pairs[token.key], opens(tokens, index, open) {
        let end = runEnd(tokens, from: index)
        let begins = index == 0 || tokens[index - 1].kind == .newline
        open = Open(index: end - 1, closers: closers, key: token.key, beginsParagraph: begins)
        index = end - 1
      }
      index += 1
    }
  }

  /// The end of a run of equal straight marks, which stand for one.
  private func runEnd(_ tokens: [Token], from index: Int) -> Int {
    var end = index + 1
    guard tokens[index].key == Self.straight else { return end }
    while end < tokens.count, tokens[end].key == Self.straight,
      tokens[end].span.start == tokens[end - 1].span.end
    { end += 1 }
    return end
  }

  private func closes(_ tokens: [Token], _ index: Int, _ open: Open) -> Bool {
    guard
      Self.single.contains(open.key)
        || tokens[index].key == Self.straight && open.key != Self.straight
    else { return true }
    let touchesNext =
      index + 1 < tokens.count && tokens[index + 1].kind == .word
      && tokens[index + 1].span.start == tokens[index].span.end
    return !touchesNext
  }

  private func opens(_ tokens: [Token], _ index: Int, _ open: Open?) -> Bool {
    let touchesLast = index > 0 && tokens[index - 1].span.end == tokens[index].span.start
    let touchesNext =
      index + 1 < tokens.count && tokens[index + 1].span.start == tokens[index].span.end
    if Self.single.contains(tokens[index].key) {
      return open == nil && touchesNext && (!touchesLast || tokens[index - 1].kind == .mark)
    }
    guard open != nil else { return true }
    return tokens[index].key != Self.straight && touchesNext && !touchesLast
  }

  private mutating func keepParagraph(_ open: Open, until newline: Int, _ tokens: [Token]) {
    guard open.beginsParagraph else { return }
    var next = newline
    while next < tokens.count, tokens[next].kind == .newline { next += 1 }
    guard next < tokens.count, tokens[next].key == open.key else { return }
    keep((open.index + 1)..<newline)
  }

  private mutating func keep(_ range: Range<Int>) {
    guard !range.isEmpty, range.count < Self.longest else { return }
    for index in range { numbers[index] = Int32(ranges.count) }
    ranges.append(range)
  }

  /// The number of the quotation that `index` stands in.
  func number(at index: Int) -> Int? {
    index >= 0 && index < numbers.count && numbers[index] >= 0 ? Int(numbers[index]) : nil
  }

  /// The quotation that `index` stands in.
  func containing(_ index: Int) -> Range<Int>? { number(at: index).map { ranges[$0] } }

  /// The first quotation that begins at `index` or behind it.
  func first(from index: Int) -> Int? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound < index { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count ? low : nil
  }

  /// The last quotation that ends at `index` or before it.
  func last(until index: Int) -> Int? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
