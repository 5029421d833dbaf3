/// What a token is made of.
public enum TokenKind: UInt8, Sendable {
  /// Letters with their marks: one word, or one Han character.
  case word
  /// Digits of any script, without separators.
  case number
  /// One punctuation mark or symbol.
  case mark
  /// A line break.
  case newline
}

/// A word, a number, a punctuation mark or a line break; blanks are no tokens.
public struct Token: Sendable {
  /// UTF-8 byte offsets into the text.
  public var span: Span
  public var kind: TokenKind
  public var script: Script
  /// Begins with an upper-case letter.
  public var isCapitalized: Bool
  /// 64-bit FNV-1a hash of the folded form (`Folding`), by which lexicons are matched.
  public var key: UInt64
  /// Value of a number of up to 18 digits, else -1.
  public var number: Int

  public init(
    span: Span, kind: TokenKind, script: Script, isCapitalized: Bool, key: UInt64, number: Int
  ) {
    self.span = span
    self.kind = kind
    self.script = script
    self.isCapitalized = isCapitalized
    self.key = key
    self.number = number
  }
}
