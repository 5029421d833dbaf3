import Analysis
import Store

/// The sentences that report an event of a timeline, read when a row is made of it.
final class TimelineEvidence {
  private let store: SessionStore
  private let texts: Texts
  private var documents: [Int: DocumentRow?] = [:]

  init(_ store: SessionStore) {
    self.store = store
    texts = Texts(store)
  }

  /// Best first; the sentence that is shown says the date that is shown.
  func of(_ entry: TimelineEntry) throws -> [TimelineRow.Evidence] {
    let exact = entry.reports.filter { $0.event.edtf == entry.edtf }
    let others = entry.reports.filter { $0.event.edtf != entry.edtf }
    return try (exact + others).compactMap { report in
      guard let document = try document(report.documentID) else { return nil }
      let time = try report.event.time.flatMap { span in
        try store.time(at: span, in: report.documentID)
      }
      return TimelineRow.Evidence(
        document: document, span: report.event.sentence,
        text: try texts.bytes(of: report.event.sentence, in: report.documentID),
        time: time.map { TimeRow(id: $0.id, document: document, time: $0.value) })
    }
  }

  private func document(_ id: Int) throws -> DocumentRow? {
    if let known = documents[id] { return known }
    let row = try store.record(id).map(DocumentRow.init)
    documents[id] = .some(row)
    return row
  }
}
