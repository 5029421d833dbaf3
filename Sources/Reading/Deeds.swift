public import Dates
public import Facts
import Grammar
public import Text

/// What somebody did or what was done to them, with the day that the text puts it on.
public struct Deed: Sendable {
  public let span: Span
  public let text: String
  public let sentence: Span
  /// `2007-10-15`, `2007-10` or `2007`: as exact as the text is; empty without any date.
  public let date: String
  public let days: DayInterval
  public let basis: DateBasis
  /// The expression that dates it.
  public let time: Span?
}

extension Reader {
  /// Whether the language's pack says what deeds are.
  public var knowsDeeds: Bool { !deedWords.isEmpty }

  /// The deeds of whoever stands at `mentions`, in order.
  ///
  /// Each mention has the verb that follows it in its sentence, else the last before it; a sentence
  /// that begins with a pronoun goes on about whoever was named before. A deed without a date of its
  /// sentence is of the day that the story is about, else of the publication.
  public func deeds(
    in text: String, of mentions: [Span], reading: Reading, published: CalendarDate?
  ) -> [Deed] {
    DeedFinder(
      text: TokenizedText(text), lexicon: deedWords, mentions: mentions.sorted(),
      sentences: reading.sentences, times: reading.times, published: published
    ).deeds()
  }
}

struct DeedFinder {
  let text: TokenizedText
  let lexicon: DeedLexicon
  let mentions: [Span]
  let sentences: [Span]
  let times: [TimeExpression]
  let published: CalendarDate?

  /// Bytes from a name's start to a noun that tells of its deed.
  private static let nounReach = 25
  /// Words before a verb that decide whether it tells of something real.
  private static let reach = 3

  func deeds() -> [Deed] {
    var deeds: [Deed] = []
    let story = StoryDay.time(times, sentences, published: published)
    var wasNamed = false
    var next = 0
    for (index, sentence) in sentences.enumerated() {
      while next < mentions.count, mentions[next].start < sentence.start { next += 1 }
      var places: [Int] = []
      while next < mentions.count, mentions[next].start < sentence.end {
        places.append(mentions[next].start)
        next += 1
      }
      let tokens = text.tokens.indices(of: sentence)
      let resumes =
        places.isEmpty && wasNamed
        && lexicon.resumptions.longest(text.tokens, from: tokens.lowerBound) != nil
      if resumes { places = [sentence.start] }
      wasNamed = !places.isEmpty
      guard wasNamed else { continue }
      let verbs = verbs(in: tokens, isHeadline: index == 0)
      let nouns = tokens.filter { lexicon.nouns.contains(text.tokens[$0].key) }
      for verb in deedsOf(places, verbs, nouns) { deeds.append(deed(verb, sentence, story)) }
    }
    return deeds
  }

  /// The first deed behind each place, else the last before it; each once.
  private func deedsOf(_ places: [Int], _ verbs: [Int], _ nouns: [Int]) -> [Int] {
    var chosen: Set<Int> = []
    for place in places {
      let near = nouns.first { (0...Self.nounReach).contains(text.tokens[$0].span.start - place) }
      if let near { chosen.insert(near) }
      let after = verbs.first { text.tokens[$0].span.start > place }
      let before = verbs.last { text.tokens[$0].span.start < place }
      if let verb = after ?? before { chosen.insert(verb) }
    }
    return chosen.sorted()
  }

  private func verbs(in tokens: Range<Int>, isHeadline: Bool) -> [Int] {
    tokens.filter { index in
      let token = text.tokens[index]
      guard token.kind == .word, isVerb(token, isHeadline: isHeadline && index > tokens.lowerBound)
      else { return false }
      if token.isCapitalized, !isHeadline { return false }
      let before = max(tokens.lowerBound, index - Self.reach)..<index
      return !before.contains { lexicon.unreal.contains(text.tokens[$0].key) }
    }
  }

  private func isVerb(_ token: Token, isHeadline: Bool) -> Bool {
    if lexicon.states.contains(token.key) { return false }
    if lexicon.verbs.contains(token.key) { return true }
    if isHeadline, lexicon.headlineVerbs.contains(token.key) { return true }
    let bytes = text.bytes[token.span.start..<token.span.end]
    return lexicon.endings.contains {
      bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0)
    }
  }

  // MARK: when

  private func deed(_ verb: Int, _ sentence: Span, _ story: TimeExpression?) -> Deed {
    let span = text.tokens[verb].span
    let own = times.filter { sentence.contains($0.span) && StoryDay.isDate($0) }
      .min { (isVague($0), distance($0.span, span)) < (isVague($1), distance($1.span, span)) }
    let time = own ?? story
    let days = time?.days ?? DayInterval(published, published)
    let basis: DateBasis =
      own != nil ? .clause : story != nil ? .narrative : published == nil ? .none : .published
    return Deed(
      span: span, text: text.string(span), sentence: sentence, date: Self.label(days), days: days,
      basis: basis, time: time?.span)
  }

  /// 1 for a time longer than a day: a day of the same sentence goes before it.
  private func isVague(_ time: TimeExpression) -> Int {
    time.days.earliest == time.days.latest ? 0 : 1
  }

  private func distance(_ a: Span, _ b: Span) -> Int { abs(a.start - b.start) }

  /// As exact as the days are: a day, a month or a year.
  private static func label(_ days: DayInterval) -> String {
    guard let first = days.earliest, let last = days.latest else { return "" }
    if first == last { return first.description }
    let isMonth = first.year == last.year && first.month == last.month
    return String(first.description.dropLast(isMonth ? 3 : 6))
  }
}
