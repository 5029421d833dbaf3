import Dates
import Text

/// Finds the best pattern at a place of a text: the longest, and of these the first rule's.
struct TimeMatcher {
  /// A class of the lexicon, or a kind of number, that is found at a token.
  struct Item {
    var symbol: Int
    var end: Int
    var value: TimeFieldValue
  }

  struct Capture {
    var element: TimeElement
    var value: TimeFieldValue
    var tokens: Range<Int>
  }

  struct Best {
    var tokens: Range<Int>
    /// Where the neighbours end that it asks for.
    var reach: Int
    var rule: Int
    var captures: [Capture]
  }

  let text: TokenizedText
  let patterns: TimePatternTrie
  let terms: PhraseTrie<TimeTerm>
  let numbers: TimeNumbers
  let symbols: TimeSymbols
  /// What was found at a token, by its last bits: tokens are looked at several times in a row.
  private var known: [(index: Int, items: [Item])]
  private var captures: [Capture] = []
  private var best: Best?

  init(_ text: TokenizedText, _ grammar: TimeGrammar) {
    self.text = text
    patterns = grammar.patterns
    terms = grammar.lexicon.terms
    numbers = grammar.numbers
    symbols = grammar.symbols
    known = Array(repeating: (-1, []), count: 32)
  }

  mutating func match(at index: Int) -> Best? {
    guard begins(at: index) else { return nil }
    best = nil
    captures.removeAll(keepingCapacity: true)
    let nowhere = index..<index
    for item in items(at: index) {
      for edge in patterns.first[item.symbol] { follow(edge, item, nowhere, at: index) }
    }
    return best
  }

  private mutating func follow(
    _ edge: (element: TimeElement, child: Int), _ item: Item, _ inside: Range<Int>, at index: Int
  ) {
    if edge.element.isJoined, !text.isJoined(index) { return }
    // Two and a half is no hour and no day.
    if case .milli? = item.value.amount, let field = edge.element.field, field != .n { return }
    let isKept = edge.element.field != nil
    if isKept {
      captures.append(
        Capture(element: edge.element, value: item.value, tokens: index..<item.end))
    }
    let start = inside.isEmpty ? index : inside.lowerBound
    visit(edge.child, edge.element.isNeighbour ? inside : start..<item.end, at: item.end)
    if isKept { captures.removeLast() }
  }

  /// - Parameter inside: what of the tokens up to `index` is the expression itself.
  private mutating func visit(_ node: Int, _ inside: Range<Int>, at index: Int) {
    for ending in patterns.nodes[node].endings where accepts(ending, inside) {
      if let best, best.reach > index || (best.reach == index && best.rule <= ending.rule) {
        continue
      }
      best = Best(tokens: inside, reach: index, rule: ending.rule, captures: captures)
    }
    guard index < text.tokens.count, !patterns.nodes[node].edges.isEmpty else { return }
    for item in items(at: index) {
      for edge in patterns.nodes[node].edges where edge.element.symbol == item.symbol {
        follow(edge, item, inside, at: index)
      }
    }
  }

  private mutating func accepts(_ ending: TimePatternTrie.Ending, _ inside: Range<Int>) -> Bool {
    let (start, end) = (inside.lowerBound, inside.upperBound)
    guard text.beginsFreely(start), text.endsFreely(end) else { return false }
    if let symbol = ending.notAfter, end < text.tokens.count {
      if items(at: end).contains(where: { $0.symbol == symbol }) { return false }
    }
    if let symbol = ending.notBefore, start > 0 {
      let forbids = items(at: start - 1).contains { $0.symbol == symbol && $0.end == start }
      if forbids { return false }
    }
    return true
  }

  private mutating func items(at index: Int) -> [Item] {
    guard begins(at: index) else { return [] }
    let place = index & (known.count - 1)
    if known[place].index != index { known[place] = (index, look(at: index)) }
    return known[place].items
  }

  /// Whether a number or a word of the lexicon begins at a token.
  private func begins(at index: Int) -> Bool {
    text.tokens[index].kind == .number || terms.begins(with: text.tokens[index].key)
  }

  private func look(at index: Int) -> [Item] {
    let token = text.tokens[index]
    var items: [Item] = []
    terms.each(text.tokens, from: index) { end, values in
      for term in values where !term.needsCapital || token.isCapitalized {
        items.append(Item(symbol: term.symbol, end: end, value: term.value))
      }
    }
    if let plain = numbers.plain(text, index) { add(plain, index, to: &items) }
    if let whole = numbers.beforePoint(text, index) { add(whole, index, to: &items) }
    if let words = numbers.words(text, index, terms) { add(words, index, to: &items) }
    return items
  }

  private func add(_ number: TimeNumbers.Found, _ index: Int, to items: inout [Item]) {
    let value = TimeFieldValue(number.amount)
    func item(_ symbol: Int) { items.append(Item(symbol: symbol, end: number.end, value: value)) }
    item(symbols.n)
    guard case .whole(let whole) = number.amount else { return }
    if let end = ordinalEnd(number.end) {
      items.append(Item(symbol: symbols.ordinal, end: end, value: value))
    }
    guard number.digits > 0 else { return }
    if (1...31).contains(whole), number.digits <= 2 { item(symbols.day) }
    if (1...12).contains(whole), number.digits <= 2 { item(symbols.mon) }
    if (0...24).contains(whole), number.digits <= 2 { item(symbols.hour) }
    if (0...59).contains(whole), number.digits == 2 {
      item(symbols.minute)
      item(symbols.second)
    }
    if number.digits == 2 { item(symbols.yy) }
    if text.isNextYear(index, whole) { item(symbols.nextyy) }
    if (1000...2199).contains(whole), number.digits == 4 { item(symbols.year) }
    if (1...9999).contains(whole), number.digits <= 4 { item(symbols.anyyear) }
    if whole / 100 <= 24, whole % 100 <= 59, number.digits == 4 { item(symbols.hhmm) }
  }

  /// Where the suffix of an ordinal number ends that begins at token `index`: 2nd, 75वीं, 20-го.
  private func ordinalEnd(_ index: Int) -> Int? {
    guard text.isJoined(index) else {
      return suffixEnd(index).flatMap { symbols.looseSuffix ? $0 : nil }
    }
    if let end = suffixEnd(index) { return end }
    guard text.tokens[index].key == TimeSymbols.hyphen, text.isJoined(index + 1) else { return nil }
    return suffixEnd(index + 1)
  }

  private func suffixEnd(_ index: Int) -> Int? {
    guard index < text.tokens.count, let found = terms.longest(text.tokens, from: index) else {
      return nil
    }
    return found.values.contains { $0.symbol == symbols.suffix } ? found.end : nil
  }
}
