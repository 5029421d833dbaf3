public import Text

/// A time expression as a rule found it, before its context gives it a value.
public struct TimeMatch: Sendable {
  public let tokens: Range<Int>
  /// Where each end of a range stands; nil for anything else.
  public let ends: (first: Range<Int>, second: Range<Int>)?
  /// The rule's name.
  public let rule: String
  public let meaning: TimeMeaning
  var first: TimeFields
  var second: TimeFields
}

/// The temporal grammar of one language, compiled from `times.tsv` and `times.rules`.
public struct TimeGrammar: Sendable {
  public let rules: [TimeRule]
  let lexicon: TimeLexicon
  let patterns: TimePatternTrie
  let numbers: TimeNumbers
  let symbols: TimeSymbols
  private let pastCue, futureCue: Int

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

  /// The word nearest to an expression that says which way time goes there; one between the same
  /// commas goes before the rest of the sentence.
  ///
  /// - Parameter isNear: whether only that part of the sentence counts.
  public func cue(
    near match: Range<Int>, in text: TokenizedText, sentence: Range<Int>, isNear: Bool = false
  )
    -> (direction: TimeDirection, tokens: Range<Int>)?
  {
    let sentence = sentence.clamped(
      to: (match.lowerBound - Self.cueReach)..<(match.upperBound + Self.cueReach))
    let part = part(of: sentence, around: match, text)
    return nearestCue(to: match, in: part, text)
      ?? (isNear ? nil : nearestCue(to: match, in: sentence, text))
  }

  /// How far from an expression a cue may stand, in tokens; news sentences are shorter.
  private static let cueReach = 60

  /// The stretch between commas that an expression stands in.
  private func part(of sentence: Range<Int>, around match: Range<Int>, _ text: TokenizedText)
    -> Range<Int>
  {
    let isComma: (Int) -> Bool = { Self.commas.contains(text.tokens[$0].key) }
    let before = (sentence.lowerBound..<max(sentence.lowerBound, match.lowerBound)).last(
      where: isComma)
    let after = (match.upperBound..<max(match.upperBound, sentence.upperBound)).first(
      where: isComma)
    return (before.map { $0 + 1 } ?? sentence.lowerBound)..<(after ?? sentence.upperBound)
  }

  private static let commas: Set<UInt64> = Set(
    [",", "，", "、", ";", "；", "،", "؛"].map(Folding.key))

  private func nearestCue(to match: Range<Int>, in range: Range<Int>, _ text: TokenizedText)
    -> (direction: TimeDirection, tokens: Range<Int>)?
  {
    var best: (distance: Int, direction: TimeDirection, tokens: Range<Int>)?
    var index = range.lowerBound
    while index < range.upperBound {
      guard !match.contains(index), let (end, direction) = cue(text, at: index) else {
        index += 1
        continue
      }
      let distance = index >= match.upperBound ? index - match.upperBound : match.lowerBound - end
      if distance < best?.distance ?? .max { best = (distance, direction, index..<end) }
      // A word inside a cue of several words is none of its own.
      index = end
    }
    return best.map { ($0.direction, $0.tokens) }
  }

  private func cue(_ text: TokenizedText, at index: Int) -> (Int, TimeDirection)? {
    var found: (Int, TimeDirection)?
    lexicon.terms.each(text.tokens, from: index) { end, terms in
      if terms.contains(where: { $0.symbol == futureCue }) {
        found = (end, .future)
      } else if terms.contains(where: { $0.symbol == pastCue }) {
        found = (end, .past)
      }
    }
    return found
  }
}
