import Facts
import Grammar
import Tagging
import Text

/// Finds the names of people, organizations and places in a text.
///
/// Lexicon names first, longest match; then titles and given names that announce unknown names,
/// and runs of capitals; then one name for all mentions that mean the same; then descriptions such
/// as "the Russian leader". Text in `skipping` and in `times` is left out, but for the outlets and
/// agencies that `credits` name.
func findMentions(
  in text: TokenizedText, lexicon: NameLexicon, tagger: Tagger?, times: [TimeExpression],
  skipping: [Span], credits: [Span]
) -> [Mention] {
  let closed = skipping.filter { !credits.contains($0) }
  let blocked = BlockedTokens(text, spans: closed + times.map(\.span) + addresses(in: text))
  var scan = NameScan(text, lexicon, blocked)
  var names = scan.candidates()
  if let tagger {
    var choice = NameChoice(text, lexicon, blocked)
    names = NameEcho(text, blocked).names(choice.names(names, tagger.names(in: text)))
  }
  let candidates = names.filter { candidate in
    let span = text.span(candidate.tokens)
    let isOutlet = candidate.kind == .organization && candidate.identity != nil
    return isOutlet || !credits.contains { $0.overlaps(span) }
  }
  return NameFamily(text, candidates, lexicon).mentions()
}

/// Web and mail addresses, which hold no names.
private func addresses(in text: TokenizedText) -> [Span] {
  var spans: [Span] = []
  let tokens = text.tokens
  for index in tokens.indices where tokens[index].kind == .mark {
    let token = tokens[index]
    let isScheme = token.key == colon && index + 1 < tokens.count && tokens[index + 1].key == slash
    guard isScheme || token.key == at else { continue }
    // One address may hold the marks of many.
    if let last = spans.last, token.span.start < last.end { continue }
    spans.append(run(around: index, tokens))
  }
  return spans
}

private let colon = Folding.key(":")
private let slash = Folding.key("/")
private let at = Folding.key("@")

/// The tokens around `index` that no blank parts.
private func run(around index: Int, _ tokens: [Token]) -> Span {
  var start = index
  var end = index
  while start > 0, tokens[start - 1].span.end == tokens[start].span.start,
    tokens[start - 1].kind != .newline
  { start -= 1 }
  while end + 1 < tokens.count, tokens[end].span.end == tokens[end + 1].span.start,
    tokens[end + 1].kind != .newline
  { end += 1 }
  return Span(tokens[start].span.start, tokens[end].span.end)
}

/// Which tokens may not be part of a name.
struct BlockedTokens {
  private var isBlocked: [Bool]

  init(_ text: TokenizedText, spans: [Span]) {
    isBlocked = Array(repeating: false, count: text.tokens.count)
    let sorted = spans.sorted()
    var next = 0
    var end = -1
    for (index, token) in text.tokens.enumerated() {
      while next < sorted.count, sorted[next].start <= token.span.start {
        end = max(end, sorted[next].end)
        next += 1
      }
      isBlocked[index] = token.span.start < end
    }
  }

  subscript(_ index: Int) -> Bool { isBlocked[index] }
}
