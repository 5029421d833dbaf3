public import Text

/// The temporal grammar of one language, compiled from `times.tsv` and `times.rules`.
public struct TimeGrammar: Sendable {
  public let rules: [TimeRule]
  let lexicon: TimeLexicon
  let patterns: TimePatternTrie
  let numbers: TimeNumbers
  let symbols: TimeSymbols
  let pastCue, futureCue: Int

  /// Compiles a pack's grammar; a pack without one reads no times.
  ///
  /// - Throws: `PackProblem` at the first bad entry.
  public init(_ pack: LanguagePack) throws(PackProblem) {
    let empty = PackFile(name: pack.name, contents: "")
    var lexicon = try TimeLexicon(try pack.file("times.tsv") ?? empty)
    numbers = TimeNumbers(&lexicon)
    symbols = TimeSymbols(&lexicon)
    pastCue = lexicon.symbol(of: "past-cue")
    futureCue = lexicon.symbol(of: "future-cue")
    let file = try pack.file("times.rules") ?? empty
    rules = try TimeRuleFile(file, lexicon: &lexicon).rules
    var patterns = TimePatternTrie()
    for (index, rule) in rules.enumerated() {
      for sequence in rule.sequences { patterns.insert(sequence, rule: index) }
    }
    patterns.seal(symbols: lexicon.symbols.count)
    self.patterns = patterns
    self.lexicon = lexicon
  }

  /// The expressions of a text from left to right, the longest at each place; among them what is
  /// only evidence of a year.
  public func matches(in text: TokenizedText) -> [TimeMatch] {
    var matcher = TimeMatcher(text, self)
    var matches: [TimeMatch] = []
    var index = 0
    while index < text.tokens.count {
      guard text.tokens[index].kind != .newline, let best = matcher.match(at: index) else {
        index += 1
        continue
      }
      if rules[best.rule].meaning != .none { matches.append(match(best)) }
      index = max(best.tokens.upperBound, index + 1)
    }
    return matches
  }

  private func match(_ best: TimeMatcher.Best) -> TimeMatch {
    let rule = rules[best.rule]
    var first = rule.constants
    var second = TimeFields()
    // A neighbour says only what the expression itself leaves out.
    let own = best.captures.filter { !$0.element.isNeighbour }
    for capture in own + best.captures.filter(\.element.isNeighbour) {
      guard let field = capture.element.field else { continue }
      if capture.element.isNeighbour, first.has(field) { continue }
      if capture.element.isSecond {
        second[field] = capture.value
      } else {
        first[field] = capture.value
      }
    }
    return TimeMatch(
      tokens: best.tokens, ends: rule.meaning == .range ? ends(own, of: best.tokens) : nil,
      rule: rule.name, meaning: rule.meaning, first: first, second: second)
  }

  /// What stands between the first end's last field and the second end's first joins the two.
  private func ends(_ captures: [TimeMatcher.Capture], of tokens: Range<Int>)
    -> (Range<Int>, Range<Int>)?
  {
    guard let second = captures.firstIndex(where: { $0.element.isSecond }), second > 0 else {
      return nil
    }
    let a = captures[second - 1].tokens.upperBound
    let b = captures[second].tokens.lowerBound
    guard a > tokens.lowerBound, a <= b, b < tokens.upperBound else { return nil }
    return (tokens.lowerBound..<a, b..<tokens.upperBound)
  }
}
