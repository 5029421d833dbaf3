import Facts
import Grammar
import Text

/// Finds what a web page leaves around an article: advertisement marks, credits, comment counts.
struct NoiseFinder {
  private let text: TokenizedText
  private let lexicon: NoiseLexicon

  init(_ text: TokenizedText, _ lexicon: NoiseLexicon) {
    self.text = text
    self.lexicon = lexicon
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
    for mark in lexicon.marks {
      switch mark.shape {
      case .line where isOnly(mark.keys, line), .begins where begins(mark.keys, line):
        return [Noise(span: text.span(line), kind: mark.kind)]
      case .ends:
        guard let range = parenthesis(atEndOf: line, beginningWith: mark.keys) else { continue }
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

  private func isOnly(_ keys: [UInt64], _ line: Range<Int>) -> Bool {
    guard line.count <= keys.count + 8 else { return false }
    let words = line.filter { text.tokens[$0].kind == .word }
    return !words.isEmpty && words.allSatisfy { keys.contains(text.tokens[$0].key) }
      && line.contains { index in begins(keys, index..<line.upperBound) }
  }

  /// `(Source: Reuters) |` at the end of a line, with the marks behind it.
  private func parenthesis(atEndOf line: Range<Int>, beginningWith keys: [UInt64]) -> Range<Int>? {
    var end = line.upperBound
    while end > line.lowerBound, isMark(end - 1, "|") { end -= 1 }
    guard end > line.lowerBound, isMark(end - 1, ")") || isMark(end - 1, "）") else { return nil }
    var start = end - 1
    while start > line.lowerBound, !isMark(start, "("), !isMark(start, "（"), end - start < 24 {
      start -= 1
    }
    guard isMark(start, "(") || isMark(start, "（"), begins(keys, (start + 1)..<end) else {
      return nil
    }
    return start..<line.upperBound
  }

  private func isMark(_ index: Int, _ mark: String) -> Bool {
    text.tokens[index].kind == .mark && text.tokens[index].key == Folding.key(mark)
  }
}
