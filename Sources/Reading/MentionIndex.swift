import Facts
import Text

/// Mentions by the tokens that they cover.
struct MentionIndex {
  let all: [Mention]
  /// The tokens of each mention.
  let tokens: [Range<Int>]
  /// The mention of each token, -1 where there is none.
  private var numbers: [Int32]

  init(_ text: TokenizedText, _ mentions: [Mention]) {
    all = mentions.sorted { $0.span < $1.span }
    numbers = Array(repeating: -1, count: text.tokens.count)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(all.count)
    for (number, mention) in all.enumerated() {
      let range = text.tokens.indices(of: mention.span)
      ranges.append(range)
      for index in range { numbers[index] = Int32(number) }
    }
    tokens = ranges
  }

  /// The number of the mention that covers token `index`.
  func number(at index: Int) -> Int? {
    index >= 0 && index < numbers.count && numbers[index] >= 0 ? Int(numbers[index]) : nil
  }

  func at(_ index: Int) -> Mention? { number(at: index).map { all[$0] } }

  /// The numbers of the mentions that lie in a range of tokens, in order.
  func numbers(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let number = number(at: index) else {
        index += 1
        continue
      }
      if tokens[number].upperBound <= range.upperBound, tokens[number].lowerBound == index {
        found.append(number)
      }
      index = max(index + 1, tokens[number].upperBound)
    }
    return found
  }
}

extension [Token] {
  /// The tokens that a byte range covers.
  func indices(of span: Span) -> Range<Int> {
    let start = firstIndex(from: span.start)
    var end = start
    while end < count, self[end].span.end <= span.end { end += 1 }
    return start..<end
  }

  /// The first token that begins at `byte` or behind it, by bisection.
  private func firstIndex(from byte: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.start < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
