import Facts
import Text

/// What differs between two texts where they are word for word the same around it.
///
/// Copies and translations of one report differ in a few words; a changed number, date, name or
/// negation among them is a changed fact.
struct Rewording {
  let a: StatedText
  let b: StatedText
  /// Their numbers and dates, in order.
  let factsA: [StatedFact]
  let factsB: [StatedFact]
  /// Whether half of the shorter text stands in the other.
  private let isCopy: Bool
  /// Rows for what was changed, and for what stayed the same.
  var findings: [Finding] = []
  /// Values of either text that are spoken for.
  private(set) var settledA: Set<Int> = []
  private(set) var settledB: Set<Int> = []

  /// Common words that must stand around a change, on both sides together, and on each side unless
  /// the text begins or ends there.
  private static let context = 4
  private static let nearContext = 1
  /// The share of two sentences' other words that must be common before a difference is a change.
  private static let likeSentences = 0.6
  /// Sentences that share more are one sentence: a capitalized word for another is another name.
  static let sameSentences = 0.85
  /// Sentences of fewer words say too little by themselves.
  private static let shortest = 5
  /// In a longer gap something else is told as well.
  private static let changedWords = 4
  /// More words beside a negation are another statement.
  private static let deniedWords = 1
  /// A change of more words is a new text.
  private static let longest = 14

  init(_ a: StatedText, _ b: StatedText) {
    self.a = a
    self.b = b
    factsA = StatedFact.all(in: a)
    factsB = StatedFact.all(in: b)
    let runs = WordAlignment(a.items.map(\.key), b.items.map(\.key)).runs
    let common = runs.reduce(0) { $0 + $1.a.count }
    isCopy = common * 2 >= min(a.items.count, b.items.count)
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
      let likeness = likeness(left, right, all, index)
      if likeness >= Self.likeSentences { examine(left, right, likeness) }
    }
    dropOtherFacts()
  }

  /// From 0 to 1: the share of the words of two sentences, without a gap, that are common to both.
  ///
  /// Reports of a story share words, copies share sentences. Very short ones, such as the date
  /// below a title, are the same in copies only.
  ///
  /// - Parameter gap: index of the run before the gap.
  private func likeness(
    _ left: Range<Int>, _ right: Range<Int>, _ runs: [WordAlignment.Run], _ gap: Int
  ) -> Double {
    let x = a.sentenceItems(around: min(left.lowerBound, a.items.count - 1))
    let y = b.sentenceItems(around: min(right.lowerBound, b.items.count - 1))
    let rest = max(x.count - x.clamped(to: left).count, y.count - y.clamped(to: right).count)
    if rest < Self.shortest { return isCopy ? 1 : 0 }
    let before = runs[...gap].lastIndex { $0.a.upperBound <= x.lowerBound } ?? -1
    let behind = runs[gap...].firstIndex { $0.a.lowerBound >= x.upperBound } ?? runs.count
    let common = runs[(before + 1)..<behind].reduce(0) { sum, run in
      let shift = run.b.lowerBound - run.a.lowerBound
      let other = (y.lowerBound - shift)..<(y.upperBound - shift)
      return sum + x.clamped(to: run.a).clamped(to: other).count
    }
    return Double(common) / Double(rest)
  }

  /// Where a name and a value of one sentence both differ, two facts are told, not one changed.
  private mutating func dropOtherFacts() {
    let conflicts = findings.filter { $0.verdict == .conflict }
    let named = Set(conflicts.filter { $0.isOfName }.compactMap { $0.a.map(a.sentence(at:)) })
    let valued = Set(conflicts.filter { $0.isOfValue }.compactMap { $0.a.map(a.sentence(at:)) })
    findings.removeAll { finding in
      guard finding.verdict == .conflict, let sentence = finding.a.map(a.sentence(at:)) else {
        return false
      }
      return named.contains(sentence) && valued.contains(sentence)
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
    guard digitsX.count == digitsY.count, !digitsX.isEmpty else { return false }
    if digitsX != digitsY { return true }
    let (x, y) = (words(a, left.span), words(b, right.span))
    let (onlyX, onlyY) = (x.filter { !y.contains($0) }, y.filter { !x.contains($0) })
    return !onlyX.isEmpty && onlyX.count == onlyY.count
      && onlyX.allSatisfy { word in onlyY.allSatisfy { !Self.isSpelling(word, $0) } }
  }

  func words(_ text: StatedText, _ span: Span) -> [String] {
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

  static func isSpelling(_ x: String, _ y: String) -> Bool {
    x.hasPrefix(y) || y.hasPrefix(x)
  }

  private mutating func examine(_ left: Range<Int>, _ right: Range<Int>, _ likeness: Double) {
    if spelledAlike(left, right) { return }
    let changed = values(left, right, likeness)
    if !changed { numbers(left, right) }
    negation(left, right)
    if !changed { names(left, right, likeness) }
  }

  /// `U.S.` and `US`, `a.m.` and `am`.
  private func spelledAlike(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let joined = { (text: StatedText, range: Range<Int>) in
      text.items[range].map { Folding.fold(text.string($0.span)) }.joined()
    }
    return joined(a, left) == joined(b, right)
  }

  /// Numbers and dates that stand for one another, in order.
  private mutating func values(_ left: Range<Int>, _ right: Range<Int>, _ likeness: Double) -> Bool
  {
    var rest = right.compactMap { b.items[$0].value }
    var isChanged = false
    let isSame =
      likeness >= Self.sameSentences && max(left.count, right.count) <= Self.changedWords
    for value in left.compactMap({ a.items[$0].value }) {
      guard let other = rest.first(where: { isOfOneKind(value, $0) }) else { continue }
      rest.removeAll { $0 == other }
      settle(value, other)
      isChanged = true
      guard let verdict = relation(value, other),
        verdict != .conflict || isSame || areOfOneThing(value, other)
      else { continue }
      findings.append(Finding(verdict, a.values[value], b.values[other]))
    }
    return isChanged
  }

  /// Whether they can be compared, or are days of which it is not known whether they are the same.
  private func isOfOneKind(_ left: Int, _ right: Int) -> Bool {
    if relation(left, right) != nil { return true }
    guard case .date(let x) = a.values[left], case .date(let y) = b.values[right] else {
      return false
    }
    return x.relation(to: y) != nil
  }

  /// How two values stand to each other; nil if they cannot be compared, or count people with
  /// different fates.
  private func relation(_ left: Int, _ right: Int) -> Verdict? {
    guard let x = fact(left, factsA), let y = fact(right, factsB), x.fate.agrees(with: y.fate)
    else { return nil }
    return x.relation(to: y)
  }

  /// Whether the same is said of both, and in clauses that share a word.
  private func areOfOneThing(_ left: Int, _ right: Int) -> Bool {
    guard let x = fact(left, factsA), let y = fact(right, factsB) else { return false }
    return x.fate == y.fate && !x.near.isDisjoint(with: y.near) && x.isOfOneSize(as: y)
  }

  private func fact(_ value: Int, _ facts: [StatedFact]) -> StatedFact? {
    var (low, high) = (0, facts.count)
    while low < high {
      let middle = (low + high) / 2
      if facts[middle].index < value { low = middle + 1 } else { high = middle }
    }
    return low < facts.count && facts[low].index == value ? facts[low] : nil
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
      guard !text.items[index].span.isInAddress(text.bytes) else { return false }
      return text.items[index].isNumber
        || text.items[index].value != nil
          && text.bytes[text.items[index].span.start].isDigit
    }
  }

  private mutating func negation(_ left: Range<Int>, _ right: Range<Int>) {
    let denies = { (text: StatedText, range: Range<Int>) in
      range.contains { text.negators.contains(text.items[$0].key) }
    }
    guard denies(a, left) != denies(b, right),
      max(content(a, left), content(b, right)) <= Self.deniedWords
    else { return }
    let wide = { (range: Range<Int>, count: Int) in
      max(0, range.lowerBound - 1)..<min(count, range.upperBound + 1)
    }
    let spanA = a.span(of: wide(left, a.items.count))
    let spanB = b.span(of: wide(right, b.items.count))
    findings.append(
      Finding(kind: "event", verdict: .conflict, a: spanA, b: spanB, fact: a.string(spanA)))
  }

  /// Words of a gap that are neither function words nor deny.
  func content(_ text: StatedText, _ range: Range<Int>) -> Int {
    range.count {
      !text.functionWords.contains(text.items[$0].key)
        && !text.negators.contains(text.items[$0].key)
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
