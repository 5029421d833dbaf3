import Grammar
import Text

/// Which words of a sentence tell what those did who are named in it.
struct DeedRoles {
  let text: TokenizedText
  let lexicon: DeedLexicon
  let tokens: Range<Int>
  /// Indices of words that tell of deeds, ascending.
  let verbs: [Int]
  let isHeadline: Bool

  /// Bytes from a name's start to a noun that tells of its deed.
  private static let nounReach = 25
  /// Words from a verb to a name of which it tells what was done to it.
  private static let objectReach = 4
  private static let apostrophes = ["'", "’"].map { Array($0.utf8) }
  /// Words from a verb that tells nothing by itself to the noun that does.
  private static let lightReach = 5

  /// The deeds of everybody who is named, in order.
  func deeds(of names: [Span]) -> [Int] {
    var chosen: Set<Int> = []
    for name in names {
      chosen.formUnion(noun(behind: name).map { [$0] } ?? [])
      chosen.formUnion(verb(of: name).map(withOthers) ?? [])
    }
    return chosen.sorted()
  }

  /// The deeds of whoever the pronoun or phrase at a token stands for.
  func deeds(ofSubject subject: Int) -> [Int] {
    let start = text.tokens[subject].span.start
    let noun = noun(behind: Span(start, start))
    let verb = verbs.first { $0 > subject }
    return Set((noun.map { [$0] } ?? []) + (verb.map(withOthers) ?? [])).sorted()
  }

  private func noun(behind name: Span) -> Int? {
    tokens.first {
      lexicon.has(.noun, text.tokens[$0])
        && (0...Self.nounReach).contains(text.tokens[$0].span.start - name.start)
    }
  }

  /// The verb behind a name, else one just before it; none if the name only tells which.
  private func verb(of name: Span) -> Int? {
    guard let first = tokens.first(where: { text.tokens[$0].span.end > name.start }),
      let last = tokens.last(where: { text.tokens[$0].span.start < name.end }),
      isPhrase(name, first, last)
    else { return nil }
    let before = verbs.last { $0 < first && first - $0 <= Self.objectReach }
    if first > tokens.lowerBound, lexicon.has(.by, text.tokens[first - 1]), let before {
      return before
    }
    return verbs.first { $0 > last } ?? before
  }

  /// Whether the name is all of its phrase, as in "Boeing has sold", not as in "Boeing executive".
  private func isPhrase(_ name: Span, _ first: Int, _ last: Int) -> Bool {
    if !isHeadline, first > tokens.lowerBound, lexicon.has(.article, text.tokens[first - 1]) {
      return false
    }
    guard text.tokens[last].span.end <= name.end else { return false }
    guard last + 1 < tokens.upperBound else { return true }
    let next = text.tokens[last + 1]
    let bytes = text.bytes[next.span.start..<next.span.end]
    let isPossessive = Self.apostrophes.contains { bytes.starts(with: $0) }
    if next.span.start == name.end, isPossessive { return false }
    guard next.kind == .word || next.kind == .number else { return true }
    if next.isCapitalized || next.kind == .number { return isHeadline }
    return verbs.contains(last + 1) || lexicon.has(.follow, next)
      || lexicon.has(.adverb, next) || lexicon.ends(.manner, bytes)
  }

  /// A verb, or the noun that it leaves the telling to, and the deeds that go on with its subject.
  private func withOthers(_ verb: Int) -> [Int] {
    let others = verbs.filter { $0 > verb && goesOn($0, from: verb) }
    guard lexicon.has(.light, text.tokens[verb]) else { return [verb] + others }
    let noun = (verb + 1)..<max(verb + 1, min(tokens.upperBound, verb + 1 + Self.lightReach))
    return [noun.first { lexicon.has(.noun, text.tokens[$0]) } ?? verb] + others
  }

  private func goesOn(_ other: Int, from verb: Int) -> Bool {
    if lexicon.has(.joined, text.tokens[other]) { return true }
    var place = other - 1
    while place > verb, isBesideVerb(text.tokens[place]) { place -= 1 }
    return lexicon.has(.and, text.tokens[place])
  }

  private func isBesideVerb(_ token: Token) -> Bool {
    lexicon.isBesideVerb(token, text.bytes[token.span.start..<token.span.end])
  }
}
