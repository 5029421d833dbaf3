import Dates
import Facts
import Text

/// A number or date with the words, names and days around it, by which it is told apart.
struct StatedFact: Equatable {
  static func == (a: StatedFact, b: StatedFact) -> Bool { a.index == b.index }

  /// Its place among the values of the text.
  let index: Int
  let value: StatedText.Value
  /// Content words of its sentence.
  let context: Set<String>
  /// Content words within four words.
  let near: Set<String>
  let counted: Set<String>
  let fate: Fate
  /// Words of the names in its sentence.
  let names: Set<String>
  /// Words of the names of persons within six words.
  let persons: Set<String>
  /// Other days that its sentence tells.
  let days: [DayInterval]
  /// What it may be if it is one end of a range: between 40 and 60.
  let range: ClosedRange<Double>?
  /// All that its sentence counts, added up, if it counts more than once.
  let sum: Double?
  /// Numbers of its measure in the sentence, with itself.
  let alike: Int
  /// Whether no other value of its kind stands in the sentence.
  let isOnly: Bool

  private static let nearReach = 4
  private static let personReach = 6
  private static let fateReach = 8

  /// All numbers and dates of a text, in its order.
  static func all(in text: StatedText) -> [StatedFact] {
    var sentences: [Int: Sentence] = [:]
    return text.items.indices.compactMap { item in
      guard let index = text.items[item].value else { return nil }
      let items = text.sentenceItems(around: item)
      let sentence = sentences[items.lowerBound] ?? Sentence(text, items)
      sentences[items.lowerBound] = sentence
      return StatedFact(text, item: item, index: index, sentence)
    }
  }

  /// What the facts of one sentence share.
  private struct Sentence {
    let items: Range<Int>
    let words: Set<String>
    let names: Set<String>

    init(_ text: StatedText, _ items: Range<Int>) {
      self.items = items
      let span = text.span(of: items)
      words = text.stems(in: span)
      names = text.names(in: span).reduce(into: []) { names, name in
        names.formUnion(text.stems(in: name.span))
        names.formUnion(name.shown.split(separator: " ").map { Folding.fold(String($0)).stem })
      }
    }
  }

  private init(_ text: StatedText, item: Int, index: Int, _ sentence: Sentence) {
    self.index = index
    value = text.values[index]
    let others = sentence.items.filter { $0 != item && text.items[$0].value != nil }
    var counted: Set<String> = []
    if case .number(let quantity) = value, quantity.isCount { counted = text.counted(by: quantity) }
    self.counted = counted
    context = sentence.words.union(counted)
    near = text.stems(around: item, reach: Self.nearReach).union(counted)
    names = sentence.names
    fate = Fate(code: text.fate(at: item, within: sentence.items, reach: Self.fateReach))
    persons = Self.persons(text, around: item, within: sentence.items)
    let kind = value.kind
    isOnly = !others.contains { text.items[$0].value.map { text.values[$0].kind } == kind }
    days = others.compactMap { text.items[$0].value }.compactMap { index in
      guard case .date(let time) = text.values[index], time.days.isDay || time.days.isBounded else {
        return nil
      }
      return time.days
    }
    range = Self.range(text, item)
    let here = Self.number(text, item)
    alike = sentence.items.count { other in
      Self.number(text, other).map { $0.unit?.dimension == here?.unit?.dimension } ?? false
    }
    let counts = sentence.items.compactMap { Self.number(text, $0) }.filter(\.isCount)
    sum = counts.count > 1 ? counts.reduce(0) { $0 + $1.value } : nil
  }

  private static func persons(_ text: StatedText, around item: Int, within items: Range<Int>)
    -> Set<String>
  {
    let reach =
      max(items.lowerBound, item - personReach)..<min(items.upperBound, item + personReach + 1)
    return text.names(in: text.span(of: reach)).filter { $0.kind == .person }
      .reduce(into: []) { $0.formUnion(text.stems(in: $1.span)) }
  }

  /// Two numbers of one measure, joined by a dash or one function word, are the ends of a range.
  private static func range(_ text: StatedText, _ item: Int) -> ClosedRange<Double>? {
    guard let here = number(text, item) else { return nil }
    for other in [item - 2, item - 1, item + 1, item + 2] {
      guard let there = number(text, other), (other < item) == (there.value < here.value),
        here.unit == nil || there.unit == nil || here.unit == there.unit,
        text.joins(min(item, other), max(item, other))
      else { continue }
      let factor = (here.unit ?? there.unit)?.factor ?? 1
      return min(here.value, there.value) * factor...max(here.value, there.value) * factor
    }
    return nil
  }

  private static func number(_ text: StatedText, _ item: Int) -> Quantity? {
    guard text.items.indices.contains(item), let index = text.items[item].value,
      case .number(let quantity) = text.values[index]
    else { return nil }
    return quantity
  }

  func relation(to other: StatedFact) -> Verdict? {
    switch (value, other.value) {
    case (.number(let p), .number(let q)):
      guard let verdict = p.relation(to: q), verdict == .conflict else { return p.relation(to: q) }
      if isWithin(other, p, q) { return .rounding }
      return isSum(other, p, q) ? nil : .conflict
    case (.date(let p), .date(let q)):
      let verdict = p.relation(to: q)
      return verdict == .conflict && p.isUnsureDay(beside: q) ? nil : verdict
    default: return nil
    }
  }

  private func isWithin(_ other: StatedFact, _ p: Quantity, _ q: Quantity) -> Bool {
    range?.contains(q.base) == true || other.range?.contains(p.base) == true
  }

  /// Whether one is what the other's sentence adds up to.
  private func isSum(_ other: StatedFact, _ p: Quantity, _ q: Quantity) -> Bool {
    p.isCount && q.isCount && (sum == q.value || other.sum == p.value)
  }

  /// Whether the other says this value, in whatever words.
  func says(_ other: StatedFact) -> Bool {
    guard fate.agrees(with: other.fate), let verdict = relation(to: other) else { return false }
    return verdict == .same || verdict == .unit
  }

  /// Whether two numbers count or measure the same.
  func measures(_ p: Quantity, as other: StatedFact, _ q: Quantity) -> Bool {
    guard fate == other.fate else { return false }
    if fate.code != nil { return p.isCount && q.isCount }
    if let unit = p.unit, unit.dimension != "person" { return unit.dimension == q.unit?.dimension }
    if p.unit == nil, q.unit == nil, p.step < 1, q.step < 1 { return true }
    if p.unit != nil, p.unit == q.unit { return true }
    if counted.isEmpty != other.counted.isEmpty {
      return !counted.isDisjoint(with: other.context) || !context.isDisjoint(with: other.counted)
    }
    return !counted.isDisjoint(with: other.counted)
  }

  /// Numbers ten times apart are not of one thing: a day's dead and a war's.
  func isOfOneSize(as other: StatedFact) -> Bool {
    guard case .number(let p) = value, case .number(let q) = other.value else { return true }
    return max(p.base, q.base) <= Self.widestRatio * min(p.base, q.base)
  }

  private static let widestRatio = 10.0

  /// Whether the sentences name something in common, and not different persons beside the values.
  func isBesideNames(of other: StatedFact) -> Bool {
    if !names.isEmpty, !other.names.isEmpty, names.isDisjoint(with: other.names) { return false }
    guard fate.code == nil, !persons.isEmpty, !other.persons.isEmpty else { return true }
    return !persons.isDisjoint(with: other.persons)
  }

  /// Whether the other days in the two sentences can be the same; a sentence without one tells of
  /// the weeks before its publication.
  func isOnDays(of other: StatedFact, _ here: StatedText, _ there: StatedText) -> Bool {
    guard case .number = value, !days.isEmpty || !other.days.isEmpty else { return true }
    let (x, y) = (
      days.isEmpty ? here.recentDays : days, other.days.isEmpty ? there.recentDays : other.days
    )
    guard !x.isEmpty, !y.isEmpty else { return true }
    return x.contains { day in y.contains { $0.overlaps(day) } }
  }

  /// Whether two texts will hardly have it by chance.
  var isDistinctive: Bool {
    switch value {
    case .number(let quantity): quantity.value >= 100 || quantity.step < 1
    case .date(let time): time.days.isDay
    }
  }
}

extension TimeExpression {
  /// Whether a day that was counted from publication may be another that is told otherwise: of one
  /// weekday and a week away, or counted from something else.
  fileprivate func isUnsureDay(beside other: TimeExpression) -> Bool {
    guard isCounted || other.isCounted else { return false }
    if anchor != .none, other.anchor != .none { return anchor != other.anchor }
    guard let x = days.earliest, let y = other.days.earliest else { return false }
    return abs(x.dayNumber - y.dayNumber) == 7
  }

  /// Whether its day was counted from publication, as of `today`, and is not told: October 22.
  private var isCounted: Bool {
    guard case .published = anchor, let day = days.earliest?.day else { return false }
    let tokens = TokenizedText(text)
    return !tokens.tokens.contains { $0.kind == .number && $0.number == day }
  }
}

extension DayInterval {
  fileprivate var isBounded: Bool { earliest != nil && latest != nil }
}

extension StatedText {
  /// What a number counts: the content words behind it up to the next function word, of which
  /// those right behind it are passed over: 37 of its soldiers in Mali.
  fileprivate func counted(by quantity: Quantity) -> Set<String> {
    let words = quantity.counted.drop { functionWords.contains(Folding.key($0)) }
    return Set(words.prefix { !functionWords.contains(Folding.key($0)) }.map(\.stem))
      .union(Self.words(of: quantity.text).map(\.stem))
  }

  private static func words(of text: String) -> [String] {
    let tokens = TokenizedText(text)
    return tokens.tokens.filter { $0.kind == .word }.map { Folding.fold(tokens.string($0.span)) }
  }

  /// Whether only a dash or one function word stands between two items.
  fileprivate func joins(_ first: Int, _ second: Int) -> Bool {
    let between = first + 1..<second
    if between.count == 1 {
      return functionWords.contains(items[between.lowerBound].key)
        && items[second].span.start - items[first].span.end < 12
    }
    let mark = string(Span(items[first].span.end, items[second].span.start))
      .trimmingPrefix { $0 == " " }
    return between.isEmpty && ["-", "–", "—", "~"].contains { mark.hasPrefix($0) }
  }

  /// The names that a stretch touches, in order.
  func names(in span: Span) -> ArraySlice<Name> {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    let start = low
    while low < names.count, names[low].span.start < span.end { low += 1 }
    return names[start..<low]
  }

  /// Days that news of this text is about; empty if its publication is not known.
  fileprivate var recentDays: [DayInterval] {
    guard let published else { return [] }
    return [DayInterval(published.adding(days: -30), published)]
  }
}
