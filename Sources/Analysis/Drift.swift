import Dates
import Facts
import Text

/// Compares the numbers and dates of a text and its translation.
///
/// Values that agree are matched first, those that stand at the same place of both texts before
/// others; what is left over at the same place is held against each other. The place is the line
/// where both texts have as many, else the share of the text that lies before.
struct Drift {
  private(set) var findings: [Finding] = []
  /// Whether so many values agree that one text may be taken for the other's translation.
  let isTranslation: Bool

  private struct Point {
    let value: StatedText.Value
    let line: Int
    /// From 0 to 1.
    let place: Double
  }

  private struct Match {
    let a: Int
    let b: Int
    let verdict: Verdict
    let distance: Double
  }

  /// Further apart, two values are not taken for one another.
  private static let farthest = 0.2
  /// Different values must stand this near.
  private static let near = 0.06

  init(_ a: StatedText, _ b: StatedText) {
    let hasLines = Self.lines(a).count == Self.lines(b).count
    let left = Self.points(a)
    let right = Self.points(b)
    var matches: [Match] = []
    for (i, x) in left.enumerated() {
      for (j, y) in right.enumerated() {
        guard let verdict = Self.relation(x.value, y.value) else { continue }
        let isSameLine = hasLines && x.line == y.line
        let distance = abs(x.place - y.place) + (hasLines && !isSameLine ? 0.05 : 0)
        let limit = verdict == .conflict ? Self.near : Self.farthest
        guard verdict == .conflict && hasLines ? isSameLine : distance <= limit else { continue }
        matches.append(Match(a: i, b: j, verdict: verdict, distance: distance))
      }
    }
    let fewer = min(left.count, right.count)
    matches.sort {
      (Self.rank($0.verdict), $0.distance, $0.a, $0.b)
        < (Self.rank($1.verdict), $1.distance, $1.a, $1.b)
    }
    var takenA: Set<Int> = []
    var takenB: Set<Int> = []
    for match in matches where !takenA.contains(match.a) && !takenB.contains(match.b) {
      // A range may be told as its two ends.
      let isRange = match.verdict == .finer
      if !isRange || !Self.isRange(left[match.a].value) { takenA.insert(match.a) }
      if !isRange || !Self.isRange(right[match.b].value) { takenB.insert(match.b) }
      findings.append(Finding(match.verdict, left[match.a].value, right[match.b].value))
    }
    let agreeing = findings.count { $0.verdict != .conflict }
    isTranslation = agreeing * 3 >= fewer * 2
  }

  private static func rank(_ verdict: Verdict) -> Int {
    switch verdict {
    case .same: 0
    case .finer, .unit: 1
    case .rounding: 2
    default: 3
    }
  }

  private static func lines(_ text: StatedText) -> [Span] {
    var lines: [Span] = []
    var start = 0
    for (index, byte) in text.bytes.enumerated() where byte == 0x0A {
      if index > start { lines.append(Span(start, index)) }
      start = index + 1
    }
    if start < text.bytes.count { lines.append(Span(start, text.bytes.count)) }
    return lines
  }

  private static func points(_ text: StatedText) -> [Point] {
    let lines = lines(text)
    var line = 0
    return text.values.map { value in
      while line + 1 < lines.count, lines[line].end <= value.span.start { line += 1 }
      return Point(
        value: value, line: line,
        place: Double(value.span.start) / Double(max(1, text.bytes.count)))
    }
  }

  /// As within a language, but counted things need no word in common, and what one language reads
  /// as a year may be a bare number to the other.
  private static func relation(_ x: StatedText.Value, _ y: StatedText.Value) -> Verdict? {
    switch (x, y) {
    case (.number(let x), .number(let y)):
      if x.base == y.base { return .same }
      return x.relation(to: y)
    case (.date(let x), .date(let y)): return relation(x, y)
    case (.date(let date), .number(let number)), (.number(let number), .date(let date)):
      return numbers(in: date.value).contains(number.value) ? .same : nil
    }
  }

  /// One language may resolve what the other leaves open, and feasts lie on other days elsewhere.
  private static func relation(_ x: TimeExpression, _ y: TimeExpression) -> Verdict? {
    let found = x.relation(to: y)
    guard found == nil || found == .conflict else { return found }
    let (digits, others) = (numbers(in: x.text), numbers(in: y.text))
    if !digits.isEmpty, digits == others { return .same }
    if found == .conflict, x.rule.contains("holiday") || y.rule.contains("holiday") { return nil }
    return found
  }

  private static func isRange(_ value: StatedText.Value) -> Bool {
    guard case .date(let time) = value else { return false }
    return time.edtf.contains("/")
  }

  /// The numbers that a TIMEX3 value holds: 4 of P4D, 2012 and 6 of 2012-06.
  private static func numbers(in value: String) -> [Double] {
    value.split { !$0.isNumber && $0 != "." }.compactMap { Double($0) }
  }
}
