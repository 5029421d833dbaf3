/// A text with its tokens and sentences; positions are UTF-8 byte offsets.
public struct TokenizedText: Sendable {
  public let bytes: [UInt8]
  public let tokens: [Token]
  /// Ranges of token indices, in order; together they cover all tokens but line breaks.
  public let sentences: [Range<Int>]

  /// - Parameter abbreviations: keys of words after which a full stop ends no sentence.
  public init(_ text: String, abbreviations: Set<UInt64> = []) {
    bytes = Array(text.utf8)
    tokens = Tokenizer.tokens(of: bytes)
    sentences = SentenceSplitter(bytes: bytes, tokens: tokens, abbreviations: abbreviations)
      .sentences()
  }

  /// The text of a byte range.
  public func string(_ span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// From the first token's start to the last one's end; empty for an empty range.
  public func span(_ range: Range<Int>) -> Span {
    guard !range.isEmpty else { return Span(0, 0) }
    return Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }

  /// Index of the sentence that a token stands in; nil for a line break.
  public func sentence(at token: Int) -> Int? {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].contains(token) ? low : nil
  }

  /// Whether a mark touches digits on both sides: 2,5 and 10:30.
  public func isWithinNumber(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count else { return false }
    let (last, next) = (tokens[index - 1], tokens[index + 1])
    return last.kind == .number && next.kind == .number && last.span.end == tokens[index].span.start
      && tokens[index].span.end == next.span.start
  }

  /// The byte ranges of the sentences.
  public var sentenceSpans: [Span] { sentences.map { span($0) } }
}
