import Facts
import Text

/// What differs between two texts where they are word for word the same around it.
///
/// Copies and translations of one report differ in a few words; a changed number, date, name or
/// negation among them is a changed fact.
struct Rewording {
  let a: StatedText
  let b: StatedText
  /// Rows for what was changed, and for what stayed the same.
  private(set) var findings: [Finding] = []
  /// Values of either text that are spoken for.
  private(set) var settledA: Set<Int> = []
  private(set) var settledB: Set<Int> = []

  /// Common words that must stand around a change, on both sides together, and on each side unless
  /// the text begins or ends there.
  private static let context = 4
  private static let nearContext = 1
  /// A change of more words is a new text.
  private static let longest = 14

  init(_ a: StatedText, _ b: StatedText) {
    self.a = a
    self.b = b
    let runs = WordAlignment(a.items.map(\.key), b.items.map(\.key)).runs
    guard !runs.isEmpty else { return }
    for run in runs where run.a.count >= 3 { keep(run) }
    let start = WordAlignment.Run(a: 0..<0, b: 0..<0)
    let end = WordAlignment.Run(a: a.items.count..<a.items.count, b: b.items.count..<b.items.count)
    let all = [start] + runs + [end]
    for (index, pair) in zip(all, all.dropFirst()).enumerated() {
      let (before, after) = pair
      let left = before.a.upperBound..<after.a.lowerBound
      let right = before.b.upperBound..<after.b.lowerBound
      if before.a.count >= 3, after.a.count >= 3 || index == all.count - 2 {
        omissions(left, right)
      }
      let isFirst = index == 0
      let isLast = index == all.count - 2
      let around = Self.around(all, index)
      guard max(left.count, right.count) <= Self.longest,
        isFirst || before.a.count >= Self.nearContext,
        isLast || after.a.count >= Self.nearContext, around >= Self.context
      else { continue }
      examine(left, right)
    }
  }

  /// Sentences of one text that the other leaves out between two stretches that they share.
  private mutating func omissions(_ left: Range<Int>, _ right: Range<Int>) {
    if right.count * 4 <= left.count {
      for sentence in sentences(a, left) {
        findings.append(
          Finding(
            kind: "event", verdict: .omitted, a: sentence, b: nil, fact: a.oneLine(sentence)))
      }
    } else if left.count * 4 <= right.count {
      for sentence in sentences(b, right) {
        findings.append(
          Finding(
            kind: "event", verdict: .omitted, a: nil, b: sentence, fact: b.oneLine(sentence)))
      }
    }
  }

  /// Sentences of at least four words that lie within a gap but for a word or two.
  private func sentences(_ text: StatedText, _ range: Range<Int>) -> [Span] {
    guard range.count >= 4 else { return [] }
    let slack = 12
    let gap = text.span(of: range)
    return text.sentences.filter { sentence in
      gap.start <= sentence.start + slack && sentence.end <= gap.end + slack
        && sentence.overlaps(gap)
        && text.items[range].count(where: { sentence.contains($0.span) }) >= 4
    }
  }

  /// Common words within two runs on each side of a gap that are near it.
  private static func around(_ runs: [WordAlignment.Run], _ index: Int) -> Int {
    let before = runs[max(0, index - 1)...index].reduce(0) { $0 + $1.a.count }
    let after = runs[(index + 1)...min(runs.count - 1, index + 2)].reduce(0) { $0 + $1.a.count }
    return before + after
  }

  /// Values in a common stretch are the same, unless their own words differ.
  private mutating func keep(_ run: WordAlignment.Run) {
    for (i, j) in zip(run.a, run.b) {
      guard let left = a.items[i].value, let right = b.items[j].value else { continue }
      settle(left, right)
      let verdict: Verdict = saysOther(a.values[left], b.values[right]) ? .conflict : .same
      findings.append(Finding(verdict, a.values[left], b.values[right]))
    }
  }

  private mutating func settle(_ left: Int, _ right: Int) {
    settledA.insert(left)
    settledB.insert(right)
  }

  /// Two dates of one value of which each has a word that the other lacks: another weekday.
  private func saysOther(_ left: StatedText.Value, _ right: StatedText.Value) -> Bool {
    guard case .date = left, case .date = right else { return false }
    let (digitsX, digitsY) = (numbers(a, left.span), numbers(b, right.span))
    if digitsX.count == digitsY.count, digitsX != digitsY { return true }
    let (x, y) = (words(a, left.span), words(b, right.span))
    let (onlyX, onlyY) = (x.filter { !y.contains($0) }, y.filter { !x.contains($0) })
    return !onlyX.isEmpty && onlyX.count == onlyY.count
      && onlyX.allSatisfy { word in onlyY.allSatisfy { !Self.isSpelling(word, $0) } }
  }

  private func words(_ text: StatedText, _ span: Span) -> [String] {
    let string = text.string(span)
    let tokens = TokenizedText(string)
    return tokens.tokens.filter { $0.kind == .word && $0.span.count > 2 }
      .map { Folding.fold(tokens.string($0.span)) }
  }

  /// The numbers in a date, in order of size; of a year the last two digits.
  private func numbers(_ text: StatedText, _ span: Span) -> [Int] {
    TokenizedText(text.string(span)).tokens.filter { $0.kind == .number }.map { $0.number % 100 }
      .sorted()
  }

  private static func isSpelling(_ x: String, _ y: String) -> Bool {
    x.hasPrefix(y) || y.hasPrefix(x)
  }

  private mutating func examine(_ left: Range<Int>, _ right: Range<Int>) {
    if spelledAlike(left, right) { return }
    let changed = values(left, right)
    if !changed { numbers(left, right) }
    negation(left, right)
    if !changed { names(left, right) }
  }

  /// `U.S.` and `US`, `a.m.` and `am`.
  private func spelledAlike(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let joined = { (text: StatedText, range: Range<Int>) in
      text.items[range].map { Folding.fold(text.string($0.span)) }.joined()
    }
    return joined(a, left) == joined(b, right)
  }

  /// Numbers and dates that stand for one another, in order.
  private mutating func values(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    var rest = right.compactMap { b.items[$0].value }
    var isChanged = false
    for value in left.compactMap({ a.items[$0].value }) {
      let related = rest.first { relation(a.values[value], b.values[$0]) != nil }
      guard let other = related,
        let verdict = relation(a.values[value], b.values[other])
      else { continue }
      rest.removeAll { $0 == other }
      settle(value, other)
      findings.append(Finding(verdict, a.values[value], b.values[other]))
      isChanged = true
    }
    return isChanged
  }

  private func relation(_ x: StatedText.Value, _ y: StatedText.Value) -> Verdict? {
    switch (x, y) {
    case (.number(let x), .number(let y)): x.relation(to: y)
    case (.date(let x), .date(let y)): x.relation(to: y)
    default: nil
    }
  }

  /// Digits that are no number by themselves, as in `SAT-3`, or a year against a number.
  private mutating func numbers(_ left: Range<Int>, _ right: Range<Int>) {
    let (x, y) = (digits(a, left), digits(b, right))
    guard x.count == y.count else { return }
    for (i, j) in zip(x, y) {
      let (from, to) = (a.string(a.items[i].span), b.string(b.items[j].span))
      if let value = a.items[i].value { settledA.insert(value) }
      if let value = b.items[j].value { settledB.insert(value) }
      let isSame = Self.digitsOnly(from) == Self.digitsOnly(to)
      findings.append(
        Finding(
          kind: "number", verdict: isSame ? .same : .conflict, a: a.items[i].span,
          b: b.items[j].span,
          fact: from))
    }
  }

  /// `1,500` and `1500` are one number.
  private static func digitsOnly(_ text: String) -> String {
    String(Folding.fold(text).filter { $0.isNumber || $0 == "." })
  }

  private func digits(_ text: StatedText, _ range: Range<Int>) -> [Int] {
    range.filter { index in
      text.items[index].isNumber
        || text.items[index].value != nil
          && text.bytes[text.items[index].span.start].isDigit
    }
  }

  private mutating func negation(_ left: Range<Int>, _ right: Range<Int>) {
    let denies = { (text: StatedText, range: Range<Int>) in
      range.contains { text.negators.contains(text.items[$0].key) }
    }
    guard denies(a, left) != denies(b, right) else { return }
    let wide = { (range: Range<Int>, count: Int) in
      max(0, range.lowerBound - 1)..<min(count, range.upperBound + 1)
    }
    let spanA = a.span(of: wide(left, a.items.count))
    let spanB = b.span(of: wide(right, b.items.count))
    findings.append(
      Finding(kind: "event", verdict: .conflict, a: spanA, b: spanB, fact: a.string(spanA)))
  }

  /// Another name in the same place.
  private mutating func names(_ left: Range<Int>, _ right: Range<Int>) {
    guard let x = nameSpan(a, left), let y = nameSpan(b, right) else { return }
    let (from, to) = (a.string(x), b.string(y))
    let (wordsX, wordsY) = (Set(words(a, x)), Set(words(b, y)))
    guard wordsX.isDisjoint(with: wordsY), !wordsX.isEmpty, !wordsY.isEmpty else { return }
    let (nameX, nameY) = (a.name(at: x), b.name(at: y))
    if let nameX, let nameY, nameX.shown == nameY.shown { return }
    let kind = (nameX ?? nameY)?.kind == .place ? "place" : "participant"
    findings.append(
      Finding(kind: kind, verdict: .conflict, a: x, b: y, fact: nameX?.shown ?? from, other: to))
  }

  /// The capitalized words of a change, or the name that it is part of; nil if other content words
  /// stand there too.
  private func nameSpan(_ text: StatedText, _ range: Range<Int>) -> Span? {
    let content = range.filter { !text.functionWords.contains(text.items[$0].key) }
    guard let first = content.first, let last = content.last, content.count <= 6 else { return nil }
    let span = Span(text.items[first].span.start, text.items[last].span.end)
    let isName = content.allSatisfy {
      text.items[$0].isCapitalized || text.name(at: text.items[$0].span) != nil
        || text.items[$0].span.count == 1
    }
    return isName && text.items[first].value == nil ? span : nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
