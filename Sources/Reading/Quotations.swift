import Text

/// Stretches between quotation marks, across sentences but within a paragraph.
///
/// A paragraph that begins with a mark and does not close it is one if the next paragraph begins
/// with that mark too. Single marks count where they stand as quotation marks do, not apostrophes.
struct Quotations {
  /// Token ranges between the marks, without them, in order.
  private(set) var ranges: [Range<Int>] = []
  /// The same with their marks.
  private(set) var framed: [Range<Int>] = []
  /// Of each whether it is written as the title of a work or a programme is.
  private var titles: [Bool] = []
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
  private static let equals = Folding.key("=")
  private static let apostrophe = Folding.key("'")

  private struct Open {
    /// The marks themselves, one or a run.
    let marks: Range<Int>
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
      let mark = mark(tokens, at: index)
      if tokens[index].kind == .newline {
        if let begun = open { keepParagraph(begun, until: index, tokens) }
        open = nil
      } else if let begun = open, begun.closers.contains(mark.key), closes(tokens, mark, begun) {
        keep(begun.marks, mark.range, tokens)
        open = nil
      } else if let closers = Self.pairs[mark.key], opens(tokens, mark, open) {
        let begins = index == 0 || tokens[index - 1].kind == .newline
        open = Open(marks: mark.range, closers: closers, key: mark.key, beginsParagraph: begins)
      }
      index = mark.range.upperBound
    }
  }

  private typealias Mark = (key: UInt64, range: Range<Int>)

  /// The mark at `index`; equal straight marks that touch stand for one, and two single ones for a
  /// double one.
  private func mark(_ tokens: [Token], at index: Int) -> Mark {
    let key = tokens[index].key
    guard key == Self.straight || key == Self.apostrophe else { return (key, index..<(index + 1)) }
    var end = index + 1
    while end < tokens.count, tokens[end].key == key,
      tokens[end].span.start == tokens[end - 1].span.end
    { end += 1 }
    return (end - index > 1 ? Self.straight : key, index..<end)
  }

  private func closes(_ tokens: [Token], _ mark: Mark, _ open: Open) -> Bool {
    guard
      Self.single.contains(open.key) || mark.key == Self.straight && open.key != Self.straight
    else { return true }
    return !touchesWord(tokens, behind: mark, only: .word)
  }

  private func opens(_ tokens: [Token], _ mark: Mark, _ open: Open?) -> Bool {
    let index = mark.range.lowerBound
    let touchesLast = index > 0 && tokens[index - 1].span.end == tokens[index].span.start
    let touchesNext = touchesWord(tokens, behind: mark, only: nil)
    if Self.single.contains(mark.key) {
      return open == nil && touchesNext && (!touchesLast || tokens[index - 1].kind == .mark)
    }
    guard open != nil else { return true }
    return mark.key != Self.straight && touchesNext && !touchesLast
  }

  private func touchesWord(_ tokens: [Token], behind mark: Mark, only kind: TokenKind?) -> Bool {
    let end = mark.range.upperBound
    guard end < tokens.count, tokens[end].span.start == tokens[end - 1].span.end else {
      return false
    }
    return kind.map { $0 == tokens[end].kind } ?? true
  }

  private mutating func keepParagraph(_ open: Open, until newline: Int, _ tokens: [Token]) {
    guard open.beginsParagraph else { return }
    var next = newline
    while next < tokens.count, tokens[next].kind == .newline { next += 1 }
    guard next < tokens.count, tokens[next].key == open.key else { return }
    keep(open.marks, newline..<newline, tokens)
  }

  private mutating func keep(_ opener: Range<Int>, _ closer: Range<Int>, _ tokens: [Token]) {
    let range = opener.upperBound..<closer.lowerBound
    guard !range.isEmpty, range.count < Self.longest, !isAttribute(tokens, opener) else { return }
    for index in range { numbers[index] = Int32(ranges.count) }
    ranges.append(range)
    framed.append(opener.lowerBound..<closer.upperBound)
    titles.append(Self.isTitle(tokens[range]))
  }

  /// The value of an attribute in markup: name="value".
  private func isAttribute(_ tokens: [Token], _ opener: Range<Int>) -> Bool {
    let before = opener.lowerBound - 1
    return before >= 0 && tokens[before].key == Self.equals
      && tokens[before].span.end == tokens[opener.lowerBound].span.start
  }

  /// Longest title, and longest word of it without a capital, in words and bytes.
  private static let longestTitle = 10
  private static let longestSmallWord = 4

  /// Two words or more that begin with capitals, but for short ones between them: "Meet the Press".
  private static func isTitle(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count <= longestTitle * 2 else { return false }
    let words = tokens.filter { $0.kind == .word }
    guard words.count >= 2, words.count <= longestTitle, let first = words.first,
      first.isCapitalized
    else { return false }
    let small = words.filter { !$0.isCapitalized }
    return (words.count - small.count) * 2 > words.count
      && small.allSatisfy { $0.span.end - $0.span.start <= longestSmallWord }
  }

  /// Whether a quotation is written as a title is, and names something rather than says it.
  func isTitle(_ number: Int) -> Bool { titles[number] }

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

  /// A range that begins or ends within a quotation, with the marks there; not one that is nothing
  /// but a quotation.
  func balanced(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last else { return range }
    let (opening, closing) = (number(at: range.lowerBound), number(at: last))
    guard opening != closing else { return range }
    let start = opening.map { min(range.lowerBound, framed[$0].lowerBound) }
    let end = closing.map { max(range.upperBound, framed[$0].upperBound) }
    return (start ?? range.lowerBound)..<(end ?? range.upperBound)
  }
}
