import Dates

/// The candidate sentences of each date of a collection.
struct DateSentences {
  /// First sentences of an article that tell what is new in it.
  private static let lead = 5
  /// Days after a date on which articles still tell of it.
  private static let reportingDays = 2
  /// Words of a sentence that can be read at a glance.
  private static let lengths = 5...45
  /// Candidates of one kind that are looked at; beyond them the mean no longer moves.
  private static let most = 1500

  private let articles: [DatedArticle]
  private let grain: Timeline.Grain
  private let vectors: WordVectors
  private var naming: [CalendarDate: [SentencePlace]] = [:]
  private var published: [CalendarDate: [SentencePlace]] = [:]
  private var made: [SentencePlace: WordVector] = [:]

  init(_ articles: [DatedArticle], grain: Timeline.Grain) {
    self.articles = articles
    self.grain = grain
    vectors = WordVectors(articles)
    for (number, article) in articles.enumerated() {
      for (index, sentence) in article.sentences.enumerated() {
        let place = SentencePlace(article: number, sentence: index)
        for start in starts(of: sentence) { naming[start, default: []].append(place) }
        if index < Self.lead, let day = article.published {
          published[grain.start(of: day), default: []].append(place)
        }
      }
    }
  }

  private func starts(of sentence: DatedSentence) -> Set<CalendarDate> {
    Set(
      sentence.dates.compactMap { date in
        let start = grain.start(of: date.first)
        return start == grain.start(of: date.last) ? start : nil
      })
  }

  /// The sentences that tell the date best, best first.
  mutating func picks(_ count: Int, of start: CalendarDate) -> [Digest.Pick] {
    let named = (naming[start] ?? []).prefix(Self.most)
    let known = Set(named)
    let reported = reportingStarts(of: start).flatMap { published[$0] ?? [] }
      .filter { !known.contains($0) }.prefix(Self.most)
    let candidates =
      named.map { candidate($0, namesDate: true) }
      + reported.map { candidate($0, namesDate: false) }
    return SentenceChoice(vocabulary: vectors.count).choose(count, of: candidates).map {
      Digest.Pick(place: $0.sentence, namesDate: $0.namesDate)
    }
  }

  private func reportingStarts(of start: CalendarDate) -> [CalendarDate] {
    guard grain == .day else { return [start] }
    return (0...Self.reportingDays).map { start.adding(days: $0) }
  }

  /// A sentence that names another date is never shown for the day of its publication.
  private mutating func candidate(_ place: SentencePlace, namesDate: Bool)
    -> SentenceChoice.Candidate
  {
    let sentence = articles[place.article].sentences[place.sentence]
    let vector = made[place] ?? vectors.vector(sentence)
    made[place] = vector
    return SentenceChoice.Candidate(
      sentence: place, vector: vector, namesDate: namesDate,
      isShown: sentence.isOnTopic && Self.lengths.contains(sentence.length)
        && (namesDate || sentence.dates.isEmpty))
  }
}
