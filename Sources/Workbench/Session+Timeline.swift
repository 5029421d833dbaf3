public import Analysis
public import Store

/// What a timeline is asked for.
public struct TimelineOrder: Sendable {
  public var grain = Timeline.Grain.day
  /// How many dates; nil: as many as stand out.
  public var top: Int?
  /// Sentences of each date; nil: the events of the date, or one sentence.
  public var sentences: Int?
  /// Only what was published until this day is known.
  public var asOf: CalendarDate?
  /// Of more documents only those are read that tell of the dates that stand out.
  public var mostRead = 1500

  public init() {}
}

/// A timeline with what had to be left out of it.
public struct TimelineRows: Sendable {
  public var rows: [TimelineRow]
  /// Reports without any date.
  public var undated: Int
  /// Documents with words of the topic that were not read, as there are too many.
  public var unread: Int
  /// Of very many documents those that were read, and how many there are.
  public var chosen: (read: Int, of: Int)?
}

extension Session {
  /// Of so many sentences one is chosen that names the date itself.
  private static let sentencesConsidered = 3

  /// The dates that stand out in a scope, with what is told of them, in calendar order.
  public func timeline(_ scope: Scope, about topic: Topic, _ order: TimelineOrder) throws
    -> TimelineRows
  {
    let scope = try known(scope, asOf: order.asOf)
    var digestOrder = DigestOrder()
    digestOrder.grain = order.grain
    digestOrder.span = DayInterval(scope.from, scope.until)
    digestOrder.dates = order.top
    digestOrder.sentences = order.sentences ?? Self.sentencesConsidered
    let plan = try DatePlan(self, scope, topic, digestOrder, mostRead: order.mostRead)
    var documents = scope.withoutDays
    let unread =
      plan == nil ? try narrow(&documents, to: topic, most: order.mostRead) : 0
    let digest = try digest(of: topic, in: documents, digestOrder, plan)
    var eventScope = scope
    eventScope.stretches = plan?.stretches ?? []
    if let plan {
      eventScope.documents = plan.documents
    } else if topic.entities.isEmpty {
      eventScope.documents = documents.documents
    }
    let timeline = try eventTimeline(eventScope, topic, order.grain)
    let rulings = TimelineRulings(try store.timelineRulings())
    let evidence = TimelineEvidence(store)
    let weaver = TimelineWeaver(
      order: order, digest: digest, pinned: rulings.pinned,
      pinnedSentences: try PinnedSentences(
        session: self, scope: scope, topic: topic, grain: order.grain
      ).rows(of: rulings.pinned), evidence: evidence.of)
    var rows = try weaver.rows(timeline.entries).filter { !rulings.excludes($0) }
    for index in rows.indices { rows[index].wording = rulings.wording(of: rows[index]) }
    return TimelineRows(
      rows: rows, undated: timeline.undated, unread: unread,
      chosen: plan.map { ($0.documents.count, $0.count) })
  }

  /// Events told once, with everything that reports them.
  public func eventTimeline(_ scope: Scope, _ topic: Topic, _ grain: Timeline.Grain) throws
    -> Timeline
  {
    var scope = scope
    scope.about = topic.entities
    let isByWords = topic.entities.isEmpty && !topic.isEverything
    let reports = try reports(scope, sentences: isByWords).filter { report in
      !isByWords || topic.isNamed(in: report.sentence)
    }
    // Without all reports no plan is called unconfirmed, whatever the ones found tell.
    return Timeline(reports, by: grain, outcomes: try outcomes(scope, among: []))
  }

  /// The scope without what was published after the day, or on a day that is not known.
  public func known(_ scope: Scope, asOf day: CalendarDate?) throws -> Scope {
    guard let day else { return scope }
    var documents = scope
    (documents.from, documents.until, documents.about) = (nil, day, [])
    var known = scope
    known.documents = try self.documents(documents).map(\.id)
    return known
  }
}

/// A sentence of a document.
struct SentenceKey: Hashable {
  let document: Int
  let span: Span

  init(document: Int, span: Span) { (self.document, self.span) = (document, span) }
  init(_ report: EventReport) { (document, span) = (report.documentID, report.event.sentence) }
  init(_ sentence: DigestSentence) { (document, span) = (sentence.document.id, sentence.span) }
}
