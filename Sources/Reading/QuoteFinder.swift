import Facts
import Grammar
import Text

/// Reads one sentence after another for attributed statements.
struct QuoteFinder {
  let text: TokenizedText
  let lexicon: QuoteLexicon
  let quotations: Quotations
  let cues: QuoteCues
  let phrases: NounPhrases
  let names: SpeakerNames
  let contents: QuoteContents
  /// Who spoke last, and at which token.
  private(set) var last: (party: Party, token: Int)?
  var found: [QuoteDraft] = []
  var taken: Set<Range<Int>> = []
  var claimed: Set<Int> = []
  /// Quotations of the sentence before that no cue has claimed yet.
  private var pending: [Int] = []
  /// Who cites the speaker of the attribution that is being read.
  var through: Party?
  /// What stood before the cue that is being read, in its sentence.
  var passed = PassedCues()
  var sentenceStart = 0
  var firstOfSentence = 0

  /// Fewest words of a quotation that no cue attributes.
  static let fewestWords = 6

  init(
    _ text: TokenizedText, _ lexicon: QuoteLexicon, _ mentions: MentionIndex, _ times: [Span]
  ) {
    self.text = text
    self.lexicon = lexicon
    quotations = Quotations(text)
    cues = QuoteCues(text, lexicon, quotations)
    phrases = NounPhrases(
      text: text, cues: cues, quotations: quotations, mentions: mentions,
      times: BlockedTokens(text, spans: times))
    names = SpeakerNames(text, cues, mentions)
    contents = QuoteContents(text: text, cues: cues, quotations: quotations)
  }

  mutating func readAll() {
    var next = 0
    for sentence in text.sentences {
      sentenceStart = sentence.lowerBound
      firstOfSentence = found.count
      passed = PassedCues()
      nameAndColon(sentence)
      for cue in cues.cues(in: sentence) {
        read(cue, sentence)
        passed.pass(cue)
      }
      for number in pending where !claimed.contains(number) { loose(number) }
      pending.removeAll()
      while next < quotations.ranges.count,
        quotations.ranges[next].upperBound <= sentence.upperBound
      {
        if !claimed.contains(next), !aside(next), !goesOn(next) { pending.append(next) }
        next += 1
      }
    }
    for number in pending where !claimed.contains(number) { loose(number) }
  }

  private mutating func read(_ cue: QuoteCues.Cue, _ sentence: Range<Int>) {
    switch cue.use {
    case .says, .wants, .judges:
      if lexicon.marksSpeakers {
        marked(cue, sentence)
      } else {
        verb(cue, sentence)
      }
    case .saysUnmarked: verb(cue, sentence)
    case .saying, .judging: participle(cue, sentence)
    case .noun: noun(cue, sentence)
    case .accordingBefore, .citing: accordingBefore(cue, sentence)
    case .accordingAfter: accordingAfter(cue, sentence)
    case .marker, .addressee, .that, .question, .pronoun, .epithet, .possessive, .none: return
    }
  }

  /// Who has spoken in this sentence, else the first name or pronoun of it that may be a subject.
  func sentenceSubject(before cue: Range<Int>) -> Party? {
    if found.count > firstOfSentence, let speaker = found[found.count - 1].speaker {
      return speaker
    }
    var index = max(sentenceStart, cue.lowerBound - QuoteContents.longest)
    while index < cue.lowerBound {
      let isFree = index == 0 || !cues.contains(index - 1, .preposition)
      if isFree, quotations.number(at: index) == nil {
        if let pronoun = names.pronoun(at: index) { return names.party(pronoun, last: last) }
        if let mention = phrases.mentions.at(index) { return Party(mention) }
      }
      index += 1
    }
    return nil
  }

  // MARK: keeping

  mutating func add(
    _ content: QuoteContents.Found, _ cue: QuoteCues.Cue?, _ speaker: Party?,
    through: Party? = nil, _ prefix: String = ""
  ) {
    let range = withoutLastComma(content.range)
    guard !range.isEmpty, taken.insert(range).inserted else { return }
    found.append(
      QuoteDraft(
        content: range, cue: cue?.range, speaker: speaker, through: through ?? self.through,
        use: cue?.use,
        rule: prefix + content.rule))
    claim(range)
    if let speaker { last = (speaker, cue?.range.lowerBound ?? range.lowerBound) }
  }

  private mutating func claim(_ range: Range<Int>) {
    guard
      var number = quotations.last(until: range.lowerBound).map({ $0 + 1 })
        ?? quotations.first(from: 0)
    else { return }
    while number < quotations.ranges.count, quotations.ranges[number].lowerBound < range.upperBound
    {
      claimed.insert(number)
      number += 1
    }
  }

  /// A comma before the closing mark belongs to the sentence around the quotation.
  private func withoutLastComma(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, Self.commas.contains(text.tokens[range.upperBound - 1].key) else {
      return range
    }
    return range.lowerBound..<(range.upperBound - 1)
  }

  private static let commas: Set<UInt64> = [Folding.key(","), Folding.key("，")]
}
