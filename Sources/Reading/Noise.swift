import Facts
import Grammar
import Text

/// Finds what a web page leaves around an article: advertisement marks, credits, comment counts.
struct NoiseFinder {
  private let text: TokenizedText
  private let lexicon: NoiseLexicon
  /// Tokens of the longest line that can be a mark and nothing else.
  private let longest: Int

  init(_ text: TokenizedText, _ lexicon: NoiseLexicon) {
    self.text = text
    self.lexicon = lexicon
    longest = (lexicon.marks.first?.keys.count ?? 0) + Self.others
  }

  func noise() -> [Noise] {
    var found: [Noise] = []
    for line in lines { found += noise(in: line) }
    return found
  }

  /// Token ranges of the lines that are not empty.
  private var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, token) in text.tokens.enumerated() where token.kind == .newline {
      if start < index { lines.append(start..<index) }
      start = index + 1
    }
    if start < text.tokens.count { lines.append(start..<text.tokens.count) }
    return lines
  }

  private func noise(in line: Range<Int>) -> [Noise] {
    let words = line.count > longest ? nil : line.filter { text.tokens[$0].kind == .word }
    let parenthesis = parenthesis(atEndOf: line)
    for mark in lexicon.marks {
      switch mark.shape {
      case .line where words.map { isOnly(mark.keys, line, words: $0) } ?? false,
        .begins where begins(mark.keys, line):
        return [Noise(span: text.span(line), kind: mark.kind)]
      case .ends:
        guard let parenthesis, begins(mark.keys, parenthesis) else { continue }
        let range = (parenthesis.lowerBound - 1)..<line.upperBound
        return [Noise(span: text.span(range), kind: mark.kind)]
      default: continue
      }
    }
    return []
  }

  private func begins(_ keys: [UInt64], _ range: Range<Int>) -> Bool {
    range.count >= keys.count
      && keys.indices.allSatisfy {
        text.tokens[range.lowerBound + $0].key == keys[$0]
      }
  }

  /// Whether the mark's words are all of the line's, with few other tokens.
  private func isOnly(_ keys: [UInt64], _ line: Range<Int>, words: [Int]) -> Bool {
    guard line.count <= keys.count + Self.others, !words.isEmpty,
      words.allSatisfy({ keys.contains(text.tokens[$0].key) })
    else { return false }
    return line.contains { index in begins(keys, index..<line.upperBound) }
  }

  /// What `(Source: Reuters) |` at the end of a line holds, with all that stands behind it but `|`.
  private func parenthesis(atEndOf line: Range<Int>) -> Range<Int>? {
    var end = line.upperBound
    while end > line.lowerBound, isMark(end - 1, Self.bar) { end -= 1 }
    guard end > line.lowerBound, isMark(end - 1, Self.closing) else { return nil }
    var start = end - 1
    while start > line.lowerBound, !isMark(start, Self.opening), end - start < 24 { start -= 1 }
    return isMark(start, Self.opening) ? (start + 1)..<end : nil
  }

  private func isMark(_ index: Int, _ keys: [UInt64]) -> Bool {
    text.tokens[index].kind == .mark && keys.contains(text.tokens[index].key)
  }

  /// Tokens that a line may have beside a mark's.
  private static let others = 8
  private static let bar = [Folding.key("|")]
  private static let opening = [Folding.key("("), Folding.key("（")]
  private static let closing = [Folding.key(")"), Folding.key("）")]
}
