public import Facts
import Grammar
public import Text

/// Finds the numbers that a text states; those of its times are left to them.
struct QuantityFinder {
  let text: TokenizedText
  let grammar: TimeGrammar
  let lexicon: ClaimLexicon
  /// Stretches in which no number is looked for, in order.
  let taken: [Span]

  func all() -> [Quantity] { all(in: text.tokens.indices) }

  /// The numbers that begin in a range of tokens.
  func all(in range: Range<Int>) -> [Quantity] {
    guard range.lowerBound < range.upperBound else { return [] }
    var found: [Quantity] = []
    var index = range.lowerBound
    var next = firstTaken(from: text.tokens[index].span.start)
    while index < range.upperBound {
      let span = text.tokens[index].span
      while next < taken.count, taken[next].end <= span.start { next += 1 }
      if next < taken.count, taken[next].overlaps(span) {
        index += 1
        continue
      }
      guard let (quantity, end) = quantity(at: index) else {
        index += 1
        continue
      }
      found.append(quantity)
      index = end
    }
    return found
  }

  /// The first taken stretch that ends behind a byte, by bisection.
  private func firstTaken(from byte: Int) -> Int {
    var (low, high) = (0, taken.count)
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].end <= byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func quantity(at index: Int) -> (Quantity, end: Int)? {
    guard text.tokens[index].kind != .newline, text.tokens[index].kind != .mark,
      let number = grammar.number(in: text, at: index),
      !touchesWord(before: index) || scale(at: number.end) != nil,
      !number.isWord || index == 0 || text.tokens[index - 1].kind != .number
    else { return nil }
    var (value, step, end) = (number.value, number.step, number.end)
    while let (behind, factor) = scale(at: end), !isUnit(at: end, before: index, behind: behind) {
      (value, step, end) = (value * factor, step * factor, behind)
    }
    let after = bound(behind: end)
    var unitStart = after?.end ?? end
    // A bound may stand within a number: 一百多万.
    if after != nil, let (behind, factor) = scale(at: unitStart) {
      (value, step, end, unitStart) = (value * factor, step * factor, behind, behind)
    }
    let unit = unit(at: unitStart) ?? unit(at: afterHyphen(unitStart))
    let before = unit == nil ? unitEnding(at: index) : nil
    if unit == nil, before == nil {
      if touchesWord(behind: end) || isBare(number.isWord, value, index..<end) { return nil }
    }
    let last = unit.map(\.end) ?? end
    let first = before?.start ?? index
    let span = text.span(first..<last)
    let bound = bound(before: first) ?? after?.bound ?? .exact
    let quantity = Quantity(
      span: span, text: text.string(span), value: value, step: step, bound: bound,
      unit: unit?.unit ?? before?.unit, counted: counted(from: unit == nil ? unitStart : last))
    return (quantity, last)
  }

  /// Number words that count nothing in particular: one, a pair of Han characters in a name.
  private func isBare(_ isWord: Bool, _ value: Double, _ tokens: Range<Int>) -> Bool {
    guard isWord else { return false }
    return value < 2 || tokens.allSatisfy { text.tokens[$0].script == .han } && value < 100
  }

  private func touchesWord(before index: Int) -> Bool {
    guard text.isTouching(index) else { return false }
    let before = text.tokens[index - 1]
    if before.kind == .word { return before.script != .han && text.tokens[index].script != .han }
    // A decimal without its zero, or a part of a version: .357, 1.2.3
    return before.kind == .number || text.string(before.span) == "."
  }

  private func touchesWord(behind end: Int) -> Bool {
    guard text.isTouching(end) else { return false }
    return text.tokens[end].kind == .word && text.tokens[end].script != .han
  }

  private func scale(at index: Int) -> (end: Int, factor: Double)? {
    guard let found = lexicon.phrases.longest(text.tokens, from: index) else { return nil }
    for case .scale(let factor) in found.values { return (found.end, factor) }
    return nil
  }

  /// Whether a letter that may be a factor is a unit: `60m` are metres unless money stands before
  /// them or something that is counted behind them.
  private func isUnit(at index: Int, before start: Int, behind end: Int) -> Bool {
    guard unit(at: index)?.end == end else { return false }
    return unitEnding(at: start)?.unit.dimension != "money" && unit(at: end) == nil
  }

  private func unit(at index: Int) -> (unit: Quantity.Unit, end: Int)? {
    guard let found = lexicon.phrases.longest(text.tokens, from: index) else { return nil }
    return Self.unit(found.values).map { ($0, found.end) }
  }

  private func unitEnding(at index: Int) -> (unit: Quantity.Unit, start: Int)? {
    for start in max(0, index - 3)..<index {
      guard let found = lexicon.phrases.longest(text.tokens, from: start), found.end == index
      else { continue }
      for case .unitBefore(let dimension) in found.values {
        return (Quantity.Unit(dimension: dimension), index)
      }
      if let unit = Self.unit(found.values), unit.dimension == "money" { return (unit, start) }
    }
    return nil
  }

  private static func unit(_ terms: [ClaimLexicon.Term]) -> Quantity.Unit? {
    for case .unit(let dimension, let code, let factor) in terms {
      return Quantity.Unit(dimension: dimension, code: code, factor: factor)
    }
    return nil
  }

  private func bound(before index: Int) -> Quantity.Bound? {
    for start in max(0, index - 4)..<index {
      guard let found = lexicon.phrases.longest(text.tokens, from: start), found.end == index
      else { continue }
      for case .bound(let code, false) in found.values { return Quantity.Bound(rawValue: code) }
    }
    return nil
  }

  private func bound(behind index: Int) -> (bound: Quantity.Bound, end: Int)? {
    guard let found = lexicon.phrases.longest(text.tokens, from: index) else { return nil }
    for case .bound(let code, true) in found.values {
      return Quantity.Bound(rawValue: code).map { ($0, found.end) }
    }
    return nil
  }

  private func afterHyphen(_ index: Int) -> Int {
    index < text.tokens.count && text.string(text.tokens[index].span) == "-" ? index + 1 : index
  }

  private func counted(from index: Int) -> [String] {
    var words: [String] = []
    for token in text.tokens[min(index, text.tokens.count)...].prefix(4) {
      guard token.kind == .word else {
        if words.isEmpty, token.kind == .mark, text.string(token.span) == "-" { continue }
        break
      }
      words.append(Folding.fold(text.string(token.span)))
    }
    return Array(words.prefix(3))
  }
}

extension TokenizedText {
  /// Whether no blank stands between token `index` and the one before it.
  fileprivate func isTouching(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && tokens[index - 1].span.end == tokens[index].span.start
  }
}

extension Reader {
  /// The numbers that a text states.
  ///
  /// - Parameter taken: stretches whose numbers are something else: times, advertisements.
  public func quantities(in text: String, taken: [Span]) -> [Quantity] {
    QuantityFinder(
      text: TokenizedText(text), grammar: times, lexicon: claims, taken: taken.sorted()
    ).all()
  }

  /// Keys of the words that deny.
  public var negators: Set<UInt64> { claims.negators }

  /// What befell people, by the key of the word that says so.
  public var fates: [UInt64: String] { claims.fates }
}
