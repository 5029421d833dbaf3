import Grammar
import Text

/// The cues of a text outside of quotations, and what its words are to noun phrases.
struct QuoteCues {
  struct Cue {
    let use: QuoteLexicon.Use
    let range: Range<Int>
  }

  /// In order; a phrase of several uses stands once for each.
  private(set) var all: [Cue] = []
  private var classes: [QuoteLexicon.WordClass]
  private var isVerb: [Bool]

  init(_ text: TokenizedText, _ lexicon: QuoteLexicon, _ quotations: Quotations) {
    let tokens = text.tokens
    classes = Array(repeating: [], count: tokens.count)
    isVerb = Array(repeating: false, count: tokens.count)
    var plain = 0
    for index in tokens.indices where tokens[index].kind == .word && index >= plain {
      guard let match = lexicon.words.longest(tokens, from: index) else { continue }
      let union = match.values.reduce(QuoteLexicon.WordClass()) { $0.union($1) }
      if union == .plain { plain = match.end }
      for place in index..<match.end { classes[place].formUnion(union) }
    }
    var cues: [Cue] = []
    var index = 0
    while index < tokens.count {
      guard quotations.number(at: index) == nil, tokens[index].kind != .newline,
        let match = lexicon.phrases.longest(tokens, from: index)
      else {
        index += 1
        continue
      }
      for use in match.values {
        guard !use.isVerb || !isNoun(index, use, text) else { continue }
        cues.append(Cue(use: use, range: index..<match.end))
        if use.isVerb { isVerb[index] = true }
      }
      index = match.end
    }
    all = cues
  }

  /// A form right behind a determiner or a number is a noun or an adjective there, a finite one
  /// behind a preposition too, and one with a capital within a sentence is a name: the report, 14
  /// states, in calls, the United States.
  private func isNoun(_ index: Int, _ use: QuoteLexicon.Use, _ text: TokenizedText) -> Bool {
    guard index > 0 else { return false }
    let last = text.tokens[index - 1]
    if use != .saying, use != .judging, classes[index - 1].contains(.preposition) { return true }
    if classes[index - 1].contains(.determiner) || last.kind == .number { return true }
    return text.tokens[index].isCapitalized && last.kind == .word
  }

  func contains(_ index: Int, _ word: QuoteLexicon.WordClass) -> Bool {
    !classes[index].isDisjoint(with: word)
  }

  /// Whether a verb that attributes begins at `index`.
  func isVerb(at index: Int) -> Bool { isVerb[index] }

  /// The cues that begin in a range.
  func cues(in range: Range<Int>) -> ArraySlice<Cue> {
    all[first(from: range.lowerBound)..<first(from: range.upperBound)]
  }

  private func first(from index: Int) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range.lowerBound < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
