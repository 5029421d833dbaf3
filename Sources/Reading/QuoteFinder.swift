import Facts
import Grammar
import Text

/// A statement before chains are made.
struct QuoteDraft {
  var content: Range<Int>
  let cue: Range<Int>?
  let speaker: Party?
  /// Who cites the speaker in the same clause: "TASS, citing Zakharova, said".
  var through: Party?
  /// How its cue attributes; nil without a cue.
  var use: QuoteLexicon.Use?
  var rule: String

  /// Whether the cue is of saying, or there is none.
  var isSaid: Bool {
    switch use {
    case .says, .saysUnmarked, .saying, nil: true
    default: false
    }
  }

  /// Whether the speaker tells of something, rather than wanting or judging it.
  var tells: Bool {
    switch use {
    case .wants, .judges, .judging, .noun: false
    default: true
    }
  }
}

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
      let here = Array(cues.cues(in: sentence))
      nameAndColon(sentence)
      for position in here.indices { read(here[position], position, here, sentence) }
      for number in pending where !claimed.contains(number) { loose(number) }
      pending.removeAll()
      while next < quotations.ranges.count,
        quotations.ranges[next].upperBound <= sentence.upperBound
      {
        if !claimed.contains(next), !goesOn(next) { pending.append(next) }
        next += 1
      }
    }
    for number in pending where !claimed.contains(number) { loose(number) }
  }

  private mutating func read(
    _ cue: QuoteCues.Cue, _ position: Int, _ here: [QuoteCues.Cue], _ sentence: Range<Int>
  ) {
    switch cue.use {
    case .says, .wants, .judges:
      if lexicon.marksSpeakers {
        marked(cue, here[..<position], sentence)
      } else {
        verb(cue, here[..<position], sentence)
      }
    case .saysUnmarked: verb(cue, here[..<position], sentence)
    case .saying, .judging: participle(cue, here[..<position], sentence)
    case .noun: noun(cue, sentence)
    case .accordingBefore, .citing: accordingBefore(cue, sentence)
    case .accordingAfter: accordingAfter(cue, here[..<position], sentence)
    case .marker, .addressee, .that, .question, .pronoun, .possessive: return
    }
  }

  // MARK: verbs

  /// A verb whose subject stands before it, or behind it where what is said comes first.
  private mutating func verb(
    _ cue: QuoteCues.Cue, _ before: ArraySlice<QuoteCues.Cue>, _ sentence: Range<Int>
  ) {
    guard !isPassive(cue, from: sentence.lowerBound) else { return }
    let isInfinitive =
      cue.range.lowerBound > sentence.lowerBound
      && cues.contains(cue.range.lowerBound - 1, .infinitive)
    let left =
      isInfinitive ? nil : phrases.before(cue.range.lowerBound, from: sentence.lowerBound)
    let anchor = left?.lowerBound ?? cue.range.lowerBound
    let first = contents.before(anchor, in: sentence)
    var start = cue.range.upperBound
    var subject = left
    if left == nil, !isInfinitive, first != nil || cue.range.lowerBound - sentence.lowerBound <= 2,
      let right = phrases.behind(start, until: sentence.upperBound)
    {
      subject = right
      start = right.upperBound
    }
    var speaker = subject.map { names.party($0, last: last) } ?? sentenceSubject(before: cue.range)
    if left != nil,
      let relative = phrases.relative(before: cue.range.lowerBound, from: sentence.lowerBound)
    {
      let span = text.span(relative..<(relative + 1))
      speaker = speaker.map { Party(span: span, text: text.string(span), name: $0.name) }
    }
    let isInverted = start > cue.range.upperBound
    guard let content = content(cue.use, first, from: start, isInverted, sentence) else { return }
    guard speaker != nil || content.rule.contains("quotation") else { return }
    add(content, cue, speaker ?? last?.party)
  }

  /// Whether the subject of a verb is the one of whom it is said: "was called".
  private func isPassive(_ cue: QuoteCues.Cue, from start: Int) -> Bool {
    guard cue.use == .says || cue.use == .judges else { return false }
    var index = cue.range.lowerBound - 1
    while index >= start, cues.contains(index, .skip), !cues.contains(index, .passive) {
      index -= 1
    }
    return index >= start && cues.contains(index, .passive)
  }

  /// What is said: behind the verb, else before it, else the rest of the clause.
  private func content(
    _ use: QuoteLexicon.Use, _ first: QuoteContents.Found?, from start: Int, _ isInverted: Bool,
    _ sentence: Range<Int>
  ) -> QuoteContents.Found? {
    let behind = contents.behind(start, use, in: sentence)
    guard use == .says || use == .saysUnmarked else {
      return behind ?? contents.rest(from: start, use, in: sentence)
    }
    if let first, first.rule.contains("quotation") {
      if let behind, contents.endsSentence(first.range.upperBound) { return behind }
      guard let next = contents.next(from: start),
        isMostlyQuoted(first.range.lowerBound..<next.upperBound)
      else { return first }
      return QuoteContents.Found(
        range: first.range.lowerBound..<next.upperBound, rule: "quotation around the verb")
    }
    if use == .saysUnmarked { return behind }
    if behind == nil, !isInverted, let around = around(first, start, sentence) { return around }
    if let first, behind == nil, contents.isTail(start, in: sentence) { return first }
    return behind ?? rest(from: start, use, sentence)
  }

  /// The rest of a clause that no conjunction begins, in a language that may leave it out.
  private func rest(from start: Int, _ use: QuoteLexicon.Use, _ sentence: Range<Int>)
    -> QuoteContents.Found?
  {
    guard lexicon.mayDropThat || use == .judging else { return nil }
    return contents.rest(from: start, use, in: sentence)
  }

  /// "The wall, he said, is high": what follows a comma behind the verb, with the clause before it.
  private func around(
    _ first: QuoteContents.Found?, _ start: Int, _ sentence: Range<Int>
  ) -> QuoteContents.Found? {
    guard start + 1 < sentence.upperBound, contents.isComma(start),
      !cues.contains(start + 1, [.determiner, .relative, .preposition]),
      let rest = contents.rest(from: start + 1, .says, in: sentence), rest.range.count >= 4
    else { return nil }
    guard let first, !cues.cues(in: first.range).contains(where: { $0.use.isSource }) else {
      return rest
    }
    return QuoteContents.Found(
      range: first.range.lowerBound..<rest.range.upperBound, rule: "clause around the verb")
  }

  /// A verb whose subject bears a marker: "X ने … कहा".
  private mutating func marked(
    _ cue: QuoteCues.Cue, _ before: ArraySlice<QuoteCues.Cue>, _ sentence: Range<Int>
  ) {
    let clause = before.last { $0.use == .that }?.range.upperBound ?? sentence.lowerBound
    let marker = before.last { $0.use == .marker && $0.range.lowerBound >= clause }
    let pronoun = before.last { $0.use == .pronoun && $0.range.lowerBound >= clause }
    let isNearer = (pronoun?.range.lowerBound ?? -1) > (marker?.range.lowerBound ?? -1)
    let end = isNearer ? pronoun?.range.upperBound : marker?.range.upperBound
    let subject =
      isNearer
      ? pronoun?.range
      : marker.flatMap { phrases.before($0.range.lowerBound, from: clause, throughAsides: true) }
    let anchor = subject?.lowerBound ?? cue.range.lowerBound
    let found =
      object(cue, from: end, sentence)
      ?? contents.before(anchor, in: sentence).flatMap { $0.rule.contains("quotation") ? $0 : nil }
    guard let found else { return }
    guard subject != nil || found.rule.contains("quotation") else { return }
    let speaker = subject.map { names.party($0, last: last) } ?? last?.party
    if let cited = before.last(where: { $0.use == .accordingAfter }), let end,
      cited.range.lowerBound > end,
      let phrase = phrases.before(cited.range.lowerBound, from: end, throughAsides: false)
    {
      add(found, cue, names.party(phrase, last: last), through: speaker)
    } else {
      add(found, cue, speaker)
    }
  }

  /// What follows a marked verb, else its object between the marker and the verb.
  private func object(_ cue: QuoteCues.Cue, from end: Int?, _ sentence: Range<Int>)
    -> QuoteContents.Found?
  {
    if cue.use != .judges,
      let behind = contents.behind(cue.range.upperBound, cue.use, in: sentence)
    {
      return behind
    }
    guard let end, end < cue.range.lowerBound else { return nil }
    if let number = quotations.first(from: end),
      quotations.ranges[number].upperBound < cue.range.lowerBound
    {
      return QuoteContents.Found(range: quotations.ranges[number], rule: "quotation as object")
    }
    let object = contents.trimmed(max(end, cue.range.lowerBound - 60)..<cue.range.lowerBound)
    let isLongEnough = object.count >= (cue.use == .judges ? 2 : 4)
    return isLongEnough ? QuoteContents.Found(range: object, rule: "object of the verb") : nil
  }

  /// "…, adding that …": its subject has spoken in this sentence, or is its first name.
  private mutating func participle(
    _ cue: QuoteCues.Cue, _ before: ArraySlice<QuoteCues.Cue>, _ sentence: Range<Int>
  ) {
    let last = cue.range.lowerBound - 1
    if last >= sentence.lowerBound, cues.contains(last, .skip), cues.contains(last, .stop) {
      verb(cue, before, sentence)
      return
    }
    guard let speaker = sentenceSubject(before: cue.range) else { return }
    let start = cue.range.upperBound
    guard
      let content = contents.behind(start, cue.use, in: sentence)
        ?? rest(from: start, cue.use, sentence)
    else { return }
    add(content, cue, speaker)
  }

  /// "his claim that …", "the decision to …".
  private mutating func noun(_ cue: QuoteCues.Cue, _ sentence: Range<Int>) {
    let start = cue.range.upperBound
    guard start + 2 < sentence.upperBound else { return }
    let isThat = cues.cues(in: start..<(start + 1)).contains { $0.use == .that }
    guard isThat || cues.contains(start, .infinitive) else { return }
    guard let content = contents.rest(from: start, .noun, in: sentence) else { return }
    guard let owner = phrases.before(cue.range.lowerBound, from: sentence.lowerBound),
      let party = owned(by: owner)
    else { return }
    add(content, cue, party)
  }

  /// The name or the pronoun in a phrase that owns a claim.
  private func owned(by phrase: Range<Int>) -> Party? {
    if let number = phrases.mentions.numbers(in: phrase).first {
      return Party(phrases.mentions.all[number])
    }
    guard let pronoun = phrase.lazy.compactMap({ names.pronoun(at: $0) }).first else { return nil }
    return names.party(pronoun, last: last)
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
