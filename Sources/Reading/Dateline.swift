import Dates
import Grammar
import Text

/// The day at the top of an article: in a line of its own, or before the dash of a dateline.
///
/// Only a date with day, month and year counts, so that nothing is made up; `MOSCOW, October 2,
/// 2024 (TASS) —` and `2 October 2024, 10:30 IST` do, a date in the middle of a sentence does not.
struct Dateline {
  private let text: TokenizedText
  private let grammar: TimeGrammar

  init(_ text: String, _ grammar: TimeGrammar) {
    self.text = TokenizedText(String(decoding: text.utf8.prefix(Self.bytes), as: UTF8.self))
    self.grammar = grammar
  }

  /// How much of a text is its top, and how many words a header line has beside its date.
  private static let bytes = 1200
  private static let lines = 6
  private static let words = 9

  var day: CalendarDate? {
    for match in grammar.matches(in: text) where match.meaning == .date {
      guard let line = line(around: match.tokens) else { continue }
      let isHeader = line.count - match.tokens.count <= Self.words && !ends(line)
      guard isHeader || isBeforeDash(match.tokens, in: line) else { continue }
      let time = match.resolved(in: TimeContext())
      if let first = time.days.earliest, first == time.days.latest { return first }
    }
    return nil
  }

  /// The line that tokens stand in, if it is one of the first.
  private func line(around tokens: Range<Int>) -> Range<Int>? {
    let isBreak: (Int) -> Bool = { text.tokens[$0].kind == .newline }
    let breaks = (0..<tokens.lowerBound).filter(isBreak)
    guard breaks.count < Self.lines else { return nil }
    let end = (tokens.upperBound..<text.tokens.count).first(where: isBreak) ?? text.tokens.count
    return (breaks.last.map { $0 + 1 } ?? 0)..<end
  }

  /// Whether a line ends as a sentence does.
  private func ends(_ line: Range<Int>) -> Bool {
    line.last.map { Self.stops.contains(text.tokens[$0].key) } ?? false
  }

  /// Whether a place at most stands before the date, and a dash or an agency in brackets behind it.
  private func isBeforeDash(_ date: Range<Int>, in line: Range<Int>) -> Bool {
    guard date.lowerBound - line.lowerBound <= Self.words else { return false }
    let behind = date.upperBound..<min(line.upperBound, date.upperBound + Self.words)
    guard let next = behind.first(where: { text.tokens[$0].key != Self.comma }) else {
      return false
    }
    let key = text.tokens[next].key
    return Self.dashes.contains(key)
      || Self.opens.contains(key) && behind.contains { Self.dashes.contains(text.tokens[$0].key) }
  }

  private static let comma = Folding.key(",")
  private static let stops = Set([".", "।", "。", "!", "?", "؟"].map(Folding.key))
  private static let dashes = Set(["—", "–", "-", "--", ":", "："].map(Folding.key))
  private static let opens = Set(["(", "（", "/", "[", "【"].map(Folding.key))
}
