import Facts
import Grammar
import Text

/// Names speakers: by the mention in the phrase, by who a pronoun stands for, or by a role that
/// one person of the document has.
struct SpeakerNames {
  let text: TokenizedText
  let cues: QuoteCues
  let mentions: MentionIndex
  /// Keys of the words right before the names of people, and the names that they introduce.
  private var roles: [UInt64: Set<String>] = [:]
  private var pronouns: [Int: Range<Int>] = [:]
  /// Where an epithet begins, which stands for nobody who only spoke last.
  private var epithets: Set<Int> = []

  /// How many words before a name may be its role.
  private static let longestRole = 4
  /// How far back a pronoun may point, in tokens.
  private static let reach = 150

  init(_ text: TokenizedText, _ cues: QuoteCues, _ mentions: MentionIndex) {
    self.text = text
    self.cues = cues
    self.mentions = mentions
    for (number, mention) in mentions.all.enumerated() where mention.kind == .person {
      noteRole(of: mention.name, before: mentions.tokens[number].lowerBound)
    }
    for cue in cues.all {
      switch cue.use {
      case .pronoun, .possessive: pronouns[cue.range.lowerBound] = cue.range
      case .epithet:
        pronouns[cue.range.lowerBound] = cue.range
        epithets.insert(cue.range.lowerBound)
      default: continue
      }
    }
  }

  private mutating func noteRole(of name: String, before start: Int) {
    var index = start - 1
    while index >= 0, start - index <= Self.longestRole, text.tokens[index].kind == .word,
      !cues.contains(index, [.preposition, .stop, .joiner, .determiner])
    {
      roles[text.tokens[index].key, default: []].insert(name)
      index -= 1
    }
  }

  func pronoun(at index: Int) -> Range<Int>? { pronouns[index] }

  /// The party that a noun phrase names.
  ///
  /// - Parameter last: who spoke before, and where.
  func party(_ phrase: Range<Int>, last: (party: Party, token: Int)?) -> Party {
    if let pronoun = pronouns[phrase.lowerBound], pronoun.count >= phrase.count {
      return self.pronoun(pronoun, last)
    }
    let head = head(of: phrase)
    let numbers = mentions.numbers(in: head)
    let isBare = { (number: Int) in self.mentions.all[number].kind != .place }
    let person = numbers.last { self.mentions.all[$0].kind == .person }
    let endsHead = numbers.last {
      self.mentions.tokens[$0].upperBound == head.upperBound && (isBare($0) || begins($0, head))
    }
    if let number = person ?? endsHead ?? numbers.last(where: isBare) {
      return Party(mentions.all[number])
    }
    let span = text.span(phrase)
    let words = text.string(span)
    return Party(span: span, text: words, name: role(of: head) ?? words)
  }

  /// Whether only determiners stand before a name: a place further on says whose the speaker is.
  private func begins(_ number: Int, _ head: Range<Int>) -> Bool {
    (head.lowerBound..<max(head.lowerBound, mentions.tokens[number].lowerBound)).allSatisfy {
      cues.contains($0, .determiner)
    }
  }

  /// Up to the first preposition that something stands before.
  private func head(of phrase: Range<Int>) -> Range<Int> {
    let cut = phrase.dropFirst().first { cues.contains($0, .preposition) }
    return phrase.lowerBound..<(cut ?? phrase.upperBound)
  }

  /// The one person whom the document calls by the last word of a phrase.
  private func role(of head: Range<Int>) -> String? {
    let names = roles[text.tokens[head.upperBound - 1].key] ?? []
    return names.count == 1 ? names.first : nil
  }

  private func pronoun(_ range: Range<Int>, _ last: (party: Party, token: Int)?) -> Party {
    let span = text.span(range)
    let words = text.string(span)
    return Party(span: span, text: words, name: antecedent(of: range, last) ?? words)
  }

  /// Who spoke last, or else the one person who is named in the stretch before.
  private func antecedent(of range: Range<Int>, _ last: (party: Party, token: Int)?) -> String? {
    let start = max(0, range.lowerBound - Self.reach)
    let isEpithet = epithets.contains(range.lowerBound)
    if !isEpithet, let last, last.token >= start { return last.party.name }
    let people = mentions.numbers(in: start..<range.lowerBound).filter {
      mentions.all[$0].kind == .person
    }
    let names = Set(people.map { mentions.all[$0].name })
    return names.count == 1 ? names.first : nil
  }
}

extension Party {
  init(_ mention: Mention) {
    self.init(span: mention.span, text: mention.text, name: mention.name)
  }
}
