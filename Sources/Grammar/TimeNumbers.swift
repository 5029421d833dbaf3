import Dates
import Text

/// Reads numbers in digits and words: `1,000`, `2.5`, `5 लाख`, `twenty-five`, `二十五`, `двести`.
struct TimeNumbers: Sendable {
  /// A number that begins at a token.
  struct Found {
    var end: Int
    var amount: TimeAmount
    /// Digits in a row that were written as such, 0 for number words.
    var digits: Int
  }

  /// Classes of the lexicon: `number` 0 to 999, `multiplier` from 10 on, `digit` for scripts that
  /// write numbers in words as rows of digits, `fraction` in thousandths, `joiner` inside numbers.
  private let number, multiplier, digit, fraction, joiner: Int
  /// Whether a comma stands before tenths: a row `decimal-comma`.
  private let decimalComma: Bool

  init(_ lexicon: inout TimeLexicon) {
    decimalComma = lexicon.symbols["decimal-comma"] != nil
    number = lexicon.symbol(of: "number")
    multiplier = lexicon.symbol(of: "multiplier")
    digit = lexicon.symbol(of: "digit")
    fraction = lexicon.symbol(of: "fraction")
    joiner = lexicon.symbol(of: "joiner")
  }

  /// The longest number in words, or in digits with a multiplier behind it, at token `index`.
  func words(_ text: TokenizedText, _ index: Int, _ terms: PhraseTrie<TimeTerm>) -> Found? {
    let tokens = text.tokens
    var sum = Sum()
    var end = index
    var at = index
    var digits = 0
    while at < tokens.count, at - index < 24 {
      if at == index, let plain = plain(text, at) {
        guard case .whole(let value) = plain.amount, sum.add(value) else { return nil }
        at = plain.end
        continue
      }
      guard let (next, term) = term(tokens, at, terms) else { break }
      if term.symbol == joiner, at > index {
        at = next
        continue
      }
      guard take(term, &sum, &digits) else { break }
      if term.symbol == fraction { return at == index ? found(term, next) : nil }
      at = next
      end = next
    }
    guard end > index, let value = sum.value else { return nil }
    return Found(end: end, amount: .whole(value), digits: digits)
  }

  private func found(_ term: TimeTerm, _ end: Int) -> Found {
    Found(end: end, amount: .milli(term.value.number ?? 0), digits: 0)
  }

  private func take(_ term: TimeTerm, _ sum: inout Sum, _ digits: inout Int) -> Bool {
    guard let value = term.value.number else { return false }
    switch term.symbol {
    case fraction: return true
    case digit where digits > 0 || sum.canAddDigit(value):
      if digits > 0, sum.isRow {
        digits += 1
        return sum.append(value)
      }
      digits = 1
      return sum.add(value, isRow: true)
    case multiplier: return sum.multiply(value)
    case number, digit: return sum.add(value)
    default: return false
    }
  }

  private func term(
    _ tokens: [Token], _ index: Int, _ terms: PhraseTrie<TimeTerm>
  ) -> (end: Int, term: TimeTerm)? {
    var best: (Int, TimeTerm)?
    terms.each(tokens, from: index) { end, values in
      if let term = values.first(where: { isNumeric($0.symbol) }) { best = (end, term) }
    }
    return best
  }

  private func isNumeric(_ symbol: Int) -> Bool {
    symbol == number || symbol == multiplier || symbol == digit || symbol == fraction
      || symbol == joiner
  }

  /// A number in digits with its thousands and decimals: `12`, `1,200`, `2.5`.
  func plain(_ text: TokenizedText, _ index: Int) -> Found? {
    let tokens = text.tokens
    let first = tokens[index]
    guard first.kind == .number, first.number >= 0 else { return nil }
    var value = first.number
    var end = index + 1
    let (thousands, tenths) = decimalComma ? (Self.point, Self.comma) : (Self.comma, Self.point)
    while let group = behind(thousands, text, end), value < 1_000_000_000_000 {
      let digits = text.digitCount(group)
      guard digits == 3 || (digits == 2 && !decimalComma) else { break }
      value = value * (digits == 3 ? 1000 : 100) + group.number
      end += 2
    }
    let isWhole = end == index + 1
    if let part = behind(tenths, text, end) ?? (isWhole ? behind(Self.point, text, end) : nil),
      value < 1_000_000, let scale = Self.scales[text.digitCount(part)]
    {
      return Found(end: end + 2, amount: .milli(value * 1000 + part.number * scale), digits: 0)
    }
    let digits = end == index + 1 ? text.digitCount(first) : 0
    return Found(end: end, amount: .whole(value), digits: digits)
  }

  /// Thousandths that the last of so many decimals counts.
  private static let scales = [1: 100, 2: 10, 3: 1]

  /// The whole number before a point that may as well part a day from a month, or hours and minutes.
  func beforePoint(_ text: TokenizedText, _ index: Int) -> Found? {
    let first = text.tokens[index]
    guard first.kind == .number, first.number >= 0, behind(Self.point, text, index + 1) != nil
    else { return nil }
    return Found(end: index + 1, amount: .whole(first.number), digits: text.digitCount(first))
  }

  /// The number that stands behind `mark` at token `index`, without blanks.
  private func behind(_ mark: UInt64, _ text: TokenizedText, _ index: Int) -> Token? {
    guard index + 1 < text.tokens.count, text.tokens[index].key == mark,
      text.tokens[index + 1].kind == .number, text.isJoined(index), text.isJoined(index + 1)
    else { return nil }
    return text.tokens[index + 1]
  }

  private static let comma = Folding.key(",")
  private static let point = Folding.key(".")
}

/// A number that grows word by word.
private struct Sum {
  private var total = 0
  private var pending = 0
  private var multiplied = Int.max
  private var room = Int.max
  private var isEmpty = true
  private(set) var isRow = false

  var value: Int? { isEmpty ? nil : total + pending }

  func canAddDigit(_ value: Int) -> Bool { value < room }

  /// Adds a word that is smaller than the last one left room for: twenty + five.
  mutating func add(_ value: Int, isRow: Bool = false) -> Bool {
    guard value < room else { return false }
    pending += value
    room = value >= 100 ? 100 : value >= 20 && value % 10 == 0 ? 10 : 1
    self.isRow = isRow
    isEmpty = false
    return true
  }

  /// Adds a digit to a row of digits.
  mutating func append(_ digit: Int) -> Bool {
    guard pending < 100_000_000 else { return false }
    pending = pending * 10 + digit
    return true
  }

  /// A multiplier larger than the last one multiplies all, a smaller one what came since.
  mutating func multiply(_ factor: Int) -> Bool {
    guard factor < multiplied || (total + pending) < 1_000_000 else { return false }
    if factor > multiplied {
      total = (total + pending) * factor
    } else {
      guard pending < 1_000_000_000, factor != multiplied else { return false }
      total += max(pending, 1) * factor
    }
    pending = 0
    multiplied = factor
    room = factor
    isRow = false
    isEmpty = false
    return true
  }
}

extension TokenizedText {
  /// How many digits a number has; the digits of one number are of one script.
  func digitCount(_ token: Token) -> Int {
    let first = bytes[token.span.start]
    let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return token.span.count / width
  }

  /// Whether no blank stands between token `index` and the one before it.
  func isJoined(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && tokens[index - 1].span.end == tokens[index].span.start
  }
}
