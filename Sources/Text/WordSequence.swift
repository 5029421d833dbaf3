/// The words of a text in order, as keys that compare across spellings, with their places.
///
/// Letters and digits that touch are one word (`IE6`); a Han character is a word of its own.
public struct WordSequence: Sendable {
  /// `Folding` keys of the words.
  public private(set) var keys: [UInt64] = []
  /// UTF-8 byte offsets of the words.
  public private(set) var spans: [Span] = []
  private var hanCount = 0
  private var lastIsHan = false

  /// - Parameter skipping: stretches that do not count, such as advertisements, in order.
  public init(_ text: String, skipping: [Span] = []) {
    let tokens = Tokenizer.tokens(of: Array(text.utf8))
    keys.reserveCapacity(tokens.count)
    spans.reserveCapacity(tokens.count)
    for token in tokens where token.kind == .word || token.kind == .number {
      if skipping.contains(where: { $0.overlaps(token.span) }) { continue }
      append(token)
    }
  }

  private mutating func append(_ token: Token) {
    let isHan = token.script == .han
    if isHan { hanCount += 1 }
    if let last = spans.last, last.end == token.span.start, !isHan, !lastIsHan {
      spans[spans.count - 1].end = token.span.end
      keys[keys.count - 1] = Self.mix(keys[keys.count - 1], token.key)
    } else {
      spans.append(token.span)
      keys.append(token.key)
    }
    lastIsHan = isHan
  }

  /// Words in a shingle: five, or twice as many where most words are single Han characters.
  public var shingleLength: Int { hanCount * 2 > keys.count ? 10 : 5 }

  /// Hashes of every run of `shingleLength` words, in order of the text.
  public var shingles: [UInt64] {
    let length = shingleLength
    guard keys.count >= length else { return [] }
    return (0...(keys.count - length)).map { start in
      keys[start..<(start + length)].reduce(0xcbf2_9ce4_8422_2325, Self.mix)
    }
  }

  /// Mixes a key into a hash so that order counts (the finalizer of MurmurHash3).
  static func mix(_ hash: UInt64, _ key: UInt64) -> UInt64 {
    var mixed = (hash &* 0x100_0000_01b3) ^ key
    mixed ^= mixed >> 33
    mixed = mixed &* 0xff51_afd7_ed55_8ccd
    return mixed ^ mixed >> 33
  }
}
