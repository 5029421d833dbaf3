import Facts
import Text

/// Compares the numbers and dates of two texts: word for word where one repeats the other, else by
/// what they count and the words around them.
struct PairComparison {
  let findings: [Finding]

  init(_ a: StatedText, _ b: StatedText) {
    if a.language == b.language {
      let rewording = Rewording(a, b)
      let links = FactLinks(
        a, b, settledA: rewording.settledA, settledB: rewording.settledB)
      findings = Self.ordered(rewording.findings + links.findings)
    } else {
      findings = Self.ordered(Drift(a, b).findings)
    }
  }

  private static func ordered(_ findings: [Finding]) -> [Finding] {
    findings.sorted { x, y in
      (x.a ?? x.b ?? Span(0, 0), x.b ?? Span(0, 0)) < (y.a ?? y.b ?? Span(0, 0), y.b ?? Span(0, 0))
    }
  }
}

/// Links numbers and dates of two texts that are told in other words.
struct FactLinks {
  private let a: StatedText
  private let b: StatedText
  private(set) var findings: [Finding] = []

  /// Content words, without the number and what it counts, that two sentences must share before two
  /// different numbers in them are held against each other.
  private static let sharedForNumbers = 2
  private static let sharedForDates = 4

  /// A number or date with the content words of its sentence.
  private struct Candidate {
    let index: Int
    let value: StatedText.Value
    let context: Set<String>
    /// Content words within three words.
    let near: Set<String>
    let counted: Set<String>
    /// Whether no other value of its kind stands in the sentence.
    let isOnly: Bool
  }

  init(_ a: StatedText, _ b: StatedText, settledA: Set<Int>, settledB: Set<Int>) {
    self.a = a
    self.b = b
    let left = Self.candidates(a, settledA)
    var right = Self.candidates(b, settledB)
    var open: [Candidate] = []
    for x in left {
      if let (index, verdict) = agreement(x, right) {
        findings.append(Finding(verdict, x.value, right[index].value))
        right.remove(at: index)
      } else {
        open.append(x)
      }
    }
    // What agrees with one statement of the other text may still contradict a second one.
    let all = Self.candidates(b, settledB)
    var opposed: Set<Int> = []
    for x in open {
      guard let (y, verdict) = opposition(x, all) else { continue }
      findings.append(Finding(verdict, x.value, y.value))
      opposed.insert(y.index)
    }
    for y in right where !opposed.contains(y.index) {
      guard let (x, _) = opposition(y, left) else { continue }
      let verdict: Verdict = isLater(x.value, y.value) ? .update : .conflict
      findings.append(Finding(verdict, x.value, y.value))
    }
  }

  /// The value that says the same of the same thing.
  private func agreement(_ x: Candidate, _ others: [Candidate]) -> (Int, Verdict)? {
    var best: (index: Int, verdict: Verdict, score: Int)?
    for (index, y) in others.enumerated() {
      guard let verdict = Self.relation(x, y), verdict != .conflict else { continue }
      let shared = x.context.intersection(y.context).count
      let together = shared + (x.counted.isDisjoint(with: y.counted) ? 0 : 2)
      let isExact = verdict == .same
      guard together >= (isExact ? 1 : 2) || isExact && Self.isDistinctive(x.value) else {
        continue
      }
      let score = together + (isExact ? 100 : 0)
      if score > best?.score ?? 0 { best = (index, verdict, score) }
    }
    return best.map { ($0.index, $0.verdict) }
  }

  /// The value that another text has for the same thing.
  private func opposition(_ x: Candidate, _ others: [Candidate]) -> (Candidate, Verdict)? {
    var best: (other: Candidate, score: Int)?
    for y in others where Self.relation(x, y) == .conflict {
      let shared = x.context.intersection(y.context).count
      guard isOfOneThing(x, y, shared: shared) else { continue }
      let score = shared + 2 * x.near.intersection(y.near).count
      if score > best?.score ?? 0 { best = (y, score) }
    }
    return best.map { ($0.other, isLater(x.value, $0.other.value) ? .update : .conflict) }
  }

  private func isOfOneThing(_ x: Candidate, _ y: Candidate, shared: Int) -> Bool {
    switch (x.value, y.value) {
    case (.number(let p), .number(let q)):
      let hasUnit = p.unit != nil && p.unit?.dimension == q.unit?.dimension
      let isMeasured = p.unit == nil && q.unit == nil && p.step < 1 && q.step < 1
      guard hasUnit || isMeasured || !x.counted.isDisjoint(with: y.counted) else { return false }
      return shared >= Self.sharedForNumbers && shared * 8 >= min(x.context.count, y.context.count)
    default:
      return x.isOnly && y.isOnly && shared >= Self.sharedForDates
        && shared * 3 >= min(x.context.count, y.context.count)
    }
  }

  /// A count that grows with the day of publication is news, not contradiction.
  private func isLater(_ x: StatedText.Value, _ y: StatedText.Value) -> Bool {
    guard case .number(let p) = x, case .number(let q) = y, p.isCount, q.isCount,
      let here = a.published, let there = b.published, here != there
    else { return false }
    return (here < there) == (p.value < q.value)
  }

  private static func relation(_ x: Candidate, _ y: Candidate) -> Verdict? {
    switch (x.value, y.value) {
    case (.number(let p), .number(let q)): p.relation(to: q)
    case (.date(let p), .date(let q)): p.relation(to: q)
    default: nil
    }
  }

  /// Whether two texts will hardly have it by chance.
  private static func isDistinctive(_ value: StatedText.Value) -> Bool {
    switch value {
    case .number(let quantity): quantity.value >= 100 || quantity.step < 1
    case .date(let time): time.days.isDay
    }
  }

  private static func candidates(_ text: StatedText, _ settled: Set<Int>) -> [Candidate] {
    var words: [Span: Set<String>] = [:]
    var counts: [Span: [String: Int]] = [:]
    for value in text.values {
      counts[text.sentence(at: value.span), default: [:]][value.kind, default: 0] += 1
    }
    return text.values.enumerated().compactMap { index, value in
      guard !settled.contains(index) else { return nil }
      let sentence = text.sentence(at: value.span)
      let all = words[sentence] ?? text.stems(in: sentence)
      words[sentence] = all
      var counted: Set<String> = []
      if case .number(let quantity) = value { counted = Set(quantity.counted.map(\.stem)) }
      return Candidate(
        index: index, value: value, context: all.subtracting(counted),
        near: text.stems(around: index).subtracting(counted), counted: counted,
        isOnly: counts[sentence]?[value.kind] == 1)
    }
  }
}

extension StatedText {
  /// Beginnings of the content words within three words of a value.
  func stems(around value: Int) -> Set<String> {
    guard let place = items.firstIndex(where: { $0.value == value }) else { return [] }
    let range = max(0, place - 3)..<min(items.count, place + 4)
    return stems(in: span(of: range))
  }

  /// Beginnings of the content words in a stretch.
  func stems(in span: Span) -> Set<String> {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if items[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var stems: Set<String> = []
    while low < items.count, items[low].span.start < span.end {
      let item = items[low]
      if item.value == nil, !functionWords.contains(item.key), item.span.count > 1 {
        stems.insert(Folding.fold(string(item.span)).stem)
      }
      low += 1
    }
    return stems
  }
}

extension String {
  /// The first five letters: enough to tell words apart, and endings are left off.
  var stem: String {
    unicodeScalars.count <= 5
      ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(5)))
  }
}
