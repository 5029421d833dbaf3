import Facts
import Grammar
import Text

/// Finds who said what and through whom.
///
/// Every cue (a verb of saying, "according to") gets its speaker and its content; a statement
/// inside the content of another has come through its speaker and takes it into `via`.
func findQuotes(in text: TokenizedText, lexicon: QuoteLexicon, mentions: [Mention]) -> [Quote] {
  let quotations = Quotations(text)
  var finder = QuoteFinder(text, lexicon, quotations, MentionIndex(text, mentions))
  for sentence in text.sentences { finder.read(sentence) }
  return QuoteChains(finder.found).quotes.sorted { $0.span < $1.span }
}

/// Mentions by the tokens they begin and end at.
struct MentionIndex {
  private var ending: [Int: Mention] = [:]
  private var beginning: [Int: Mention] = [:]

  init(_ text: TokenizedText, _ mentions: [Mention]) {
    var token = 0
    for mention in mentions.sorted(by: { $0.span < $1.span }) {
      while token < text.tokens.count, text.tokens[token].span.start < mention.span.start {
        token += 1
      }
      beginning[token] = mention
      var end = token
      while end < text.tokens.count, text.tokens[end].span.end <= mention.span.end { end += 1 }
      ending[end] = mention
    }
  }

  /// The mention whose last token stands right before `index`.
  func ending(at index: Int) -> Mention? { ending[index] }

  func beginning(at index: Int) -> Mention? { beginning[index] }

  /// The last mention that ends in `range`, seen from its end.
  func last(in range: Range<Int>, where holds: (Mention) -> Bool = { _ in true }) -> Mention? {
    for index in stride(from: range.upperBound, to: range.lowerBound, by: -1) {
      if let mention = ending[index], holds(mention) { return mention }
    }
    return nil
  }

  /// The first mention that begins in `range`.
  func first(in range: Range<Int>, where holds: (Mention) -> Bool = { _ in true }) -> Mention? {
    for index in range { if let mention = beginning[index], holds(mention) { return mention } }
    return nil
  }
}

/// A statement before chains are made.
struct FoundQuote {
  var content: Range<Int>
  var quote: Quote
}
