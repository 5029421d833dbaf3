import Text

/// Where a number may begin or end a time.
extension TokenizedText {
  /// Whether a number of two digits is the year after the one before a mark: 08 in 2007-08.
  func isNextYear(_ index: Int, _ number: Int) -> Bool {
    guard index > 1, digitCount(tokens[index]) == 2, tokens[index - 1].kind == .mark,
      isJoined(index), isJoined(index - 1)
    else { return false }
    let year = tokens[index - 2].number
    return (1000...2199).contains(year) && (year + 1) % 100 == number
  }

  /// Whether a year of our time stands behind a name and its hyphen: 2024 in Euro-2024.
  private func isYearOfName(_ index: Int) -> Bool {
    let name = tokens[index - 2]
    return name.kind == .word && name.span.count > 2 && digitCount(tokens[index]) == 4
      && (1900...2100).contains(tokens[index].number)
  }

  /// Whether an expression may begin at token `index`: a number not inside another, nor behind
  /// letters (B2), a currency sign or a number sign.
  func beginsFreely(_ index: Int) -> Bool {
    guard tokens[index].kind == .number, isJoined(index) else { return true }
    let before = tokens[index - 1]
    if before.kind == .word { return before.script == .han || before.script == .arabic }
    switch bytes[before.span.start] {
    case UInt8(ascii: "$"), UInt8(ascii: "#"): return false
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"):
      return !(isJoined(index - 1) && index > 1 && tokens[index - 2].kind == .number)
    case UInt8(ascii: "-"):
      return !(isJoined(index - 1) && index > 1 && tokens[index - 2].kind != .mark)
        || isYearOfName(index)
    case 0xC2...: return !Self.isCurrency(bytes[before.span.start..<before.span.end])
    default: return true
    }
  }

  /// Whether an expression may end before token `index`.
  func endsFreely(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index - 1].kind == .number, isJoined(index) else {
      return true
    }
    let next = tokens[index]
    if next.kind == .word { return next.script == .han }
    switch bytes[next.span.start] {
    case UInt8(ascii: "%"): return false
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "-"):
      return !(isJoined(index + 1) && tokens[index + 1].kind == .number)
    default: return true
    }
  }

  private static func isCurrency(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return scalar.properties.generalCategory == .currencySymbol
  }
}
