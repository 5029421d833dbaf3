import Store

/// Taking another analyst's session into this one.
extension Session {
  /// Adds the documents, rulings, notes and tags of the session in a file, all or nothing; where
  /// both analysts ruled differently, what stands here stays and the conflict is shown.
  public func merge(session path: String) throws -> Output {
    let other = try SessionStore.copy(of: files.reading(path), searchText: SearchText.index)
    let rows = try store.transaction {
      var merging = Merging(self, other)
      try merging.takeDocuments()
      try merging.takeDecisions()
      try merging.takeEventRulings()
      try merging.takeTimelineRulings()
      try merging.takeRemarks()
      return merging.rows
    }
    let count = { (outcome: MergeRow.Outcome) in rows.filter { $0.outcome == outcome }.count }
    let lost = count(.missing)
    return .table(
      ["outcome", "what", "is"], rows.map { $0.cells },
      notes: [
        "\(count(.taken)) taken over, \(counted(count(.conflict), "conflict"))"
          + (lost > 0 ? ", \(lost) without a counterpart here" : "")
      ])
  }
}

/// What became of one thing that the other session has and this one has not.
struct MergeRow {
  enum Outcome: String {
    case taken, conflict
    /// What it is about is not in this session.
    case missing
  }

  let outcome: Outcome
  let what: String
  let sentence: String

  var cells: [Output.Cell] { [.text(outcome.rawValue), .text(what), .text(sentence)] }
}

/// One session being taken into another.
struct Merging {
  let session: Session
  let other: SessionStore
  let counterparts: Counterparts
  private(set) var rows: [MergeRow] = []

  var store: SessionStore { session.store }

  init(_ session: Session, _ other: SessionStore) {
    self.session = session
    self.other = other
    counterparts = Counterparts(from: other, to: session.store)
  }

  mutating func note(_ outcome: MergeRow.Outcome, _ what: String, _ sentence: String) {
    rows.append(MergeRow(outcome: outcome, what: what, sentence: sentence))
  }

  /// - Parameter command: the line by which the analyst takes theirs after all.
  mutating func conflict(_ what: String, here: String, there: String, taking command: String?) {
    let way = command.map { "; to take theirs: \($0)" } ?? ""
    note(.conflict, what, "here \(here), there \(there)\(way)")
  }
}

/// Documents, and what was corrected of those that both have.
extension Merging {
  /// Documents that are read side by side before they are stored.
  private static let together = 256

  mutating func takeDocuments() throws {
    var new: [Int] = []
    for record in try other.documents() {
      if let id = try store.documentID(sha256: record.sha256), let mine = try store.record(id) {
        try takeCorrections(of: record, for: mine)
      } else {
        new.append(record.id)
      }
    }
    for start in stride(from: 0, to: new.count, by: Self.together) {
      let ids = new[start..<min(start + Self.together, new.count)]
      try take(try ids.compactMap { try other.document($0) })
      session.progress(start + ids.count, new.count, "documents")
    }
    if !new.isEmpty { try session.resolve() }
  }

  private mutating func take(_ documents: [Document]) throws {
    let readers = session.readers
    let read = Parallel.map(documents) { document in
      Result { () throws(Problem) in try readers.read(document) }
    }
    for result in read {
      var new = try result.get()
      new.document.name = try session.unusedName(new.document.name)
      _ = try store.insert(new)
      note(.taken, "document", new.document.name)
    }
  }

  /// Corrections of one analyst are taken; what both corrected, or loaded as different, conflicts.
  private mutating func takeCorrections(of theirs: DocumentRecord, for mine: DocumentRecord) throws
  {
    let (here, there) = (try store.corrected(mine.id), try other.corrected(theirs.id))
    var isStale = false
    for field in CorrectedField.allCases {
      let (old, new) = (mine.value(of: field), theirs.value(of: field))
      guard old != new else { continue }
      let isTheirs = there.contains(field)
      switch (here.contains(field), isTheirs) {
      case (true, false): continue
      case (false, true):
        try store.correct(field, of: mine.id, to: new)
        isStale = isStale || field == .published || field == .language
        note(
          .taken, "document", "\(mine.name) \(field.word): \(new ?? "none"), was \(old ?? "none")")
      default:
        conflict(
          "document", here: "\(mine.name) \(field.word) \(old ?? "none")", there: new ?? "none",
          taking: new.map { "set \(field.word) \(Handle(.document, mine.id)) \(Words.quoted($0))" })
      }
    }
    if isStale { try session.readAgain([mine.id]) }
  }
}

extension CorrectedField {
  /// As `set` calls it.
  fileprivate var word: String { self == .language ? "lang" : rawValue }
}
