public import Analysis
import Reading
public import Store

/// A sentence that stands for a date, with what dates it.
public struct DigestSentence: Sendable {
  public let document: DocumentRow
  public let span: Span
  public let text: String
  /// The expression that names the date; nil if only the publication day does.
  public let time: TimeRow?
}

/// A date of a digest: what is told of it, by whom.
public struct DigestRow: Sendable {
  public let date: RankedDate
  public let sentences: [DigestSentence]
  /// Articles, and their outlets, that name the date in a sentence on the topic.
  public let documents: Set<Int>
  public let sources: [String]
}

/// The dates of a digest in calendar order.
public struct DigestRows: Sendable {
  public let rows: [DigestRow]
  /// The weight that a date must have to be among them.
  public let least: Double
}

extension Session {
  /// The dates that most articles of a scope name, each with the sentences that tell it best.
  ///
  /// - Parameter scope: which documents; its days are looked for in the texts, whenever the
  ///   documents were published.
  public func digest(of topic: Topic, in scope: Scope, _ order: DigestOrder) throws -> DigestRows {
    var documents = scope.withoutDays
    try narrow(&documents, to: topic)
    return try digest(of: topic, in: documents, order, nil)
  }

  /// - Parameters:
  ///   - scope: the documents that may have a sentence on the topic.
  ///   - plan: if there is one, the articles to be read and how all of them count.
  func digest(of topic: Topic, in scope: Scope, _ order: DigestOrder, _ plan: DatePlan?) throws
    -> DigestRows
  {
    var documents = scope
    documents.documents = plan?.documents ?? scope.documents
    let collection = try TopicCollection(self, documents, topic)
    let digest =
      plan.map { Digest(collection.articles, order, ranked: $0.ranked) }
      ?? Digest(collection.articles, order)
    return DigestRows(
      rows: try digest.dates.map { date in
        try collection.row(date, order.grain, naming: plan?.naming[date.date.start])
      }, least: digest.least)
  }
}

extension Scope {
  /// The same documents, whenever they were published and whatever they are about.
  var withoutDays: Scope {
    var scope = self
    (scope.from, scope.until, scope.about) = (nil, nil, [])
    return scope
  }
}

/// Documents of a scope as a digest takes them, in order of day and name.
struct TopicCollection {
  let articles: [DatedArticle]
  private let store: SessionStore
  private let texts: [TopicText]
  private let rows: [DocumentRow]

  init(_ session: Session, _ scope: Scope, _ topic: Topic) throws {
    var documentScope = scope
    let rows = try session.documents(documentScope).sorted { $0.isEarlier(than: $1) }
    documentScope.about = topic.entities
    let mentions =
      topic.entities.isEmpty
      ? [:]
      : Dictionary(grouping: try session.store.mentions(in: documentScope), by: \.document)
    let functionWords = Set(try session.functionWords().map(Folding.key))
    let inputs = try rows.map { row in
      let document = try session.store.document(row.id)
      let (sentences, days) = try session.store.datedSentences(of: row.id)
      return TopicText.Input(
        row: row, text: document?.text ?? "", sentences: sentences, days: days,
        mentions: (mentions[row.id] ?? []).map(\.value.span),
        noise: (document?.noise ?? []).map(\.span))
    }
    let texts = Parallel.map(inputs) { TopicText($0, topic, functionWords) }
    store = session.store
    self.rows = rows
    self.texts = texts
    articles = zip(rows, texts).map { row, text in
      DatedArticle(
        name: row.name, source: row.source ?? row.name, published: row.publication.day,
        sentences: text.sentences)
    }
  }

  /// - Parameter naming: who names the date, where that is known; else it is looked for here.
  func row(_ date: Digest.Date, _ grain: Timeline.Grain, naming: DatePlan.Naming?) throws
    -> DigestRow
  {
    let naming = naming ?? self.naming(date.date.start, grain)
    return DigestRow(
      date: date.date, sentences: try date.picks.map { try sentence($0, date.date.start, grain) },
      documents: Set(naming.documents), sources: naming.sources)
  }

  private func naming(_ start: CalendarDate, _ grain: Timeline.Grain) -> DatePlan.Naming {
    let naming = articles.indices.filter { index in
      articles[index].sentences.contains { sentence in
        sentence.isOnTopic
          && sentence.dates.contains {
            grain.start(of: $0.first) == start && grain.start(of: $0.last) == start
          }
      }
    }.map { rows[$0] }
    return DatePlan.Naming(
      documents: naming.map(\.id), sources: Set(naming.map { $0.source ?? $0.name }).sorted())
  }

  private func sentence(_ pick: Digest.Pick, _ start: CalendarDate, _ grain: Timeline.Grain) throws
    -> DigestSentence
  {
    let text = texts[pick.place.article]
    let span = text.spans[pick.place.sentence]
    let row = rows[pick.place.article]
    let time = pick.namesDate ? try time(naming: start, grain, in: span, of: row) : nil
    return DigestSentence(document: row, span: span, text: text.string(span), time: time)
  }

  private func time(
    naming start: CalendarDate, _ grain: Timeline.Grain, in sentence: Span, of row: DocumentRow
  ) throws -> TimeRow? {
    var scope = Scope()
    scope.documents = [row.id]
    let time = try store.times(in: scope).first { time in
      guard time.value.namesDays, sentence.contains(time.value.span),
        let first = time.value.days.earliest
      else { return false }
      return grain.start(of: first) == start
        && time.value.days.latest.map(grain.start) == start
    }
    return time.map { TimeRow(id: $0.id, document: row, time: $0.value) }
  }
}
