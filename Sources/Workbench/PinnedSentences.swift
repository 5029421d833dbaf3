import Analysis
import Store

/// The pinned lines of a timeline that are no events: a sentence under the expression that dates it,
/// or what a document tells first under its publication day.
struct PinnedSentences {
  let session: Session
  let scope: Scope
  let topic: Topic
  let grain: Timeline.Grain

  /// Lines of the scope, on the topic and within its days, in order of their handles.
  ///
  /// - Throws: `StoreProblem` if a document cannot be read.
  func rows(of pinned: Set<Target>) throws -> [TimelineRow] {
    let times = pinned.filter { $0.kind == .time }.map(\.id).sorted()
    let documents = pinned.filter { $0.kind == .document }.map(\.id).sorted()
    return try times.compactMap(row(ofTime:)) + documents.compactMap(row(ofDocument:))
  }

  private func row(ofTime id: Int) throws -> TimelineRow? {
    guard let time = try session.store.time(id), time.value.days.earliest != nil,
      let document = try document(time.document),
      let sentence = try session.store.sentences(of: document.id)
        .first(where: { $0.contains(time.value.span) }),
      let text = try text(of: sentence, in: document.id)
    else { return nil }
    let days = time.value.days
    let start = days.earliest.map(grain.start)
    let isWithin = start != nil && days.latest.map(grain.start) == start
    return row(
      document, sentence, text,
      label: isWithin ? start.map(grain.label) ?? time.value.edtf : time.value.edtf, days: days,
      time: TimeRow(id: time.id, document: document, time: time.value))
  }

  private func row(ofDocument id: Int) throws -> TimelineRow? {
    guard let document = try document(id), let day = document.publication.day else { return nil }
    let noise = try session.store.document(id)?.noise.map(\.span) ?? []
    for sentence in try session.store.sentences(of: id)
    where !noise.contains(where: { $0.overlaps(sentence) }) {
      guard let text = try text(of: sentence, in: id) else { continue }
      return row(
        document, sentence, text, label: grain.label(of: grain.start(of: day)),
        days: DayInterval(day, day), time: nil)
    }
    return nil
  }

  /// The document, if the scope has it.
  private func document(_ id: Int) throws -> DocumentRow? {
    if let known = scope.documents, !known.contains(id) { return nil }
    var one = scope.withoutDays
    one.documents = [id]
    return try session.documents(one).first
  }

  /// A sentence, if it is on the topic.
  private func text(of sentence: Span, in document: Int) throws -> String? {
    let text = try Texts(session.store).bytes(of: sentence, in: document)
    if topic.isEverything || topic.isNamed(in: text) { return text }
    guard !topic.entities.isEmpty else { return nil }
    var about = Scope()
    (about.documents, about.about) = ([document], topic.entities)
    let isNamed = try session.store.mentions(in: about).contains {
      sentence.contains($0.value.span)
    }
    return isNamed ? text : nil
  }

  private func row(
    _ document: DocumentRow, _ sentence: Span, _ text: String, label: String, days: DayInterval,
    time: TimeRow?
  ) -> TimelineRow? {
    guard DayInterval(scope.from, scope.until).overlaps(days) else { return nil }
    let source = document.source ?? document.name
    let isAhead = document.publication.day.map { published in
      days.earliest.map { $0 > published } ?? false
    }
    return TimelineRow(
      label: label, edtf: time?.time.edtf ?? days.earliest?.description ?? "", days: days,
      basis: time == nil ? .published : .clause, status: isAhead == true ? .planned : .happened,
      gloss: "", participants: [], otherDates: [], reports: 1, sources: [source], roots: [source],
      handles: [time?.handle ?? document.handle],
      evidence: [
        TimelineRow.Evidence(document: document, span: sentence, text: text, time: time)
      ])
  }
}
