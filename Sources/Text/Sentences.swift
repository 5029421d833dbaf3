/// Finds where sentences end.
///
/// They end at a line break, a danda or a full-width mark; at `.`, `!`, `?` and `…` before a blank
/// or the end. Closing quotation marks and brackets stay with the sentence. A full stop behind an
/// abbreviation, a single capital letter or before a lower-case word ends none.
struct SentenceSplitter {
  let bytes: [UInt8]
  let tokens: [Token]
  let abbreviations: Set<UInt64>

  func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      if tokens[index].kind == .newline {
        if start < index { sentences.append(start..<index) }
        index += 1
        start = index
        continue
      }
      guard ends(at: index) else {
        index += 1
        continue
      }
      index = closing(after: index)
      sentences.append(start..<index)
      start = index
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  private static let always: Set<UInt64> = Set(
    ["।", "॥", "。", "！", "？", "؟", "۔"].map(Folding.key))
  private static let stop = Folding.key(".")
  private static let maybe: Set<UInt64> = Set(["!", "?", "…"].map(Folding.key))
  private static let closers: Set<UInt64> = Set(
    ["\"", "”", "’", "»", ")", "]", "」", "』", "）", "'", "“"].map(Folding.key))

  private func ends(at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .mark else { return false }
    if Self.always.contains(token.key) { return !repeats(index) }
    if Self.maybe.contains(token.key) { return !repeats(index) && isBeforeBlank(index) }
    guard token.key == Self.stop, !repeats(index) else { return false }
    if standsApart(index) { return true }
    guard isBeforeBlank(index) else { return false }
    return !isAbbreviation(index) && !continues(after: index)
  }

  /// Whether the next token is one more mark of the same kind (`?!`, `...`).
  private func repeats(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].span.start == tokens[index].span.end
    else { return false }
    let key = tokens[index + 1].key
    return key == Self.stop || Self.maybe.contains(key) || Self.always.contains(key)
  }

  /// Whether blanks, closing marks or the end follow.
  private func isBeforeBlank(_ index: Int) -> Bool {
    var next = index + 1
    while next < tokens.count, Self.closers.contains(tokens[next].key),
      tokens[next].span.start == tokens[next - 1].span.end
    { next += 1 }
    return next == tokens.count || tokens[next].kind == .newline
      || tokens[next].span.start > tokens[next - 1].span.end || tokens[next].script == .han
  }

  /// A full stop behind a blank and right before a word, as tokenised texts have it.
  private func standsApart(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return tokens[index - 1].span.end < tokens[index].span.start && next.kind == .word
      && next.span.start == tokens[index].span.end && !continues(after: index)
  }

  private func isAbbreviation(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].span.end == tokens[index].span.start else { return false }
    let word = tokens[index - 1]
    guard word.kind == .word else { return false }
    if abbreviations.contains(word.key) { return true }
    return word.isCapitalized && word.span.count <= 2
  }

  /// Whether the next word begins with a lower-case letter of a script that has capitals.
  private func continues(after index: Int) -> Bool {
    let next = closing(after: index)
    guard next < tokens.count, tokens[next].kind == .word else { return false }
    let script = tokens[next].script
    return (script == .latin || script == .cyrillic) && !tokens[next].isCapitalized
  }

  /// The index behind the closing marks that follow `index` without a blank.
  private func closing(after index: Int) -> Int {
    var next = index + 1
    while next < tokens.count, Self.closers.contains(tokens[next].key),
      tokens[next].span.start == tokens[next - 1].span.end
    { next += 1 }
    return next
  }
}
