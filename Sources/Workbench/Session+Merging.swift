import Store

/// Taking another analyst's session into this one.
extension Session {
  /// Adds the documents and decisions of the session in a file; where both ruled differently, what
  /// stands here stays and the conflict is shown.
  public func merge(session path: String) throws -> Output {
    let other = try SessionStore.copy(of: files.reading(path), searchText: SearchText.index)
    var rows = try addDocuments(of: other)
    rows += try addDecisions(of: other)
    rows += try addRemarks(of: other)
    try resolve()
    let conflicts = rows.filter { $0[0] == "conflict" }.count
    return .table(
      ["outcome", "what", "is"], rows.map { $0.map { .text($0) } },
      notes: ["\(rows.count - conflicts) taken over, \(counted(conflicts, "conflict"))"])
  }

  private func addDocuments(of other: SessionStore) throws -> [[String]] {
    var rows: [[String]] = []
    for record in try other.documents() {
      if let known = try store.documentID(sha256: record.sha256), let mine = try store.record(known)
      {
        rows += conflicts(mine, record)
        continue
      }
      guard var document = try other.document(record.id) else { continue }
      document.name = try unusedName(document.name)
      _ = try store.insert(readers.read(document))
      rows.append(["taken", "document", document.name])
    }
    return rows
  }

  private func conflicts(_ mine: DocumentRecord, _ theirs: DocumentRecord) -> [[String]] {
    let fields = [
      ("source", mine.source, theirs.source), ("title", mine.title, theirs.title),
      ("lang", mine.language, theirs.language),
      (
        "published", mine.publication.day?.description, theirs.publication.day?.description
      ),
    ]
    let document = mine.name
    return fields.filter { $0.1 != $0.2 }.map { name, mine, theirs in
      [
        "conflict", "document",
        "\(document) \(name): here \(mine ?? "none"), there \(theirs ?? "none")",
      ]
    }
  }

  private func addDecisions(of other: SessionStore) throws -> [[String]] {
    let mine = try store.decisions()
    return try other.decisions().compactMap { decision -> [String]? in
      let isKnown = mine.contains {
        ($0.kind, $0.names, $0.value) == (decision.kind, decision.names, decision.value)
      }
      if isKnown { return nil }
      if let against = mine.first(where: { $0.contradicts(decision) }) {
        return ["conflict", "decision", "here \(against.label), there \(decision.label)"]
      }
      try store.decide(decision)
      return ["taken", "decision", decision.label]
    }
  }

  /// Notes and tags on documents; facts have other numbers there.
  private func addRemarks(of other: SessionStore) throws -> [[String]] {
    var rows: [[String]] = []
    let mine = Set(try store.notes().map { "\(Handle($0.target)) \($0.text)" })
    for note in try other.notes() {
      guard let target = try counterpart(of: note.target, in: other),
        !mine.contains("\(Handle(target)) \(note.text)")
      else { continue }
      try store.addNote(note.text, on: target)
      rows.append(["taken", "note", "\(Handle(target)): \(note.text)"])
    }
    for (tag, targets) in try other.tags().sorted(by: { $0.key < $1.key }) {
      let known = try store.tags()[tag] ?? []
      for target in try targets.compactMap({ try counterpart(of: $0, in: other) })
      where !known.contains(target) {
        try store.addTag(tag, to: target)
        rows.append(["taken", "tag", "\(tag): \(Handle(target))"])
      }
    }
    return rows
  }

  private func counterpart(of target: Target, in other: SessionStore) throws -> Target? {
    guard target.kind == .document, let record = try other.record(target.id) else { return nil }
    return try store.documentID(sha256: record.sha256).map { Target(.document, $0) }
  }
}

extension Decision {
  /// Whether both cannot hold: another name or kind for a common name, one that joins what the
  /// other parts, one that drops what the other keeps.
  func contradicts(_ other: Decision) -> Bool {
    let common = Set(names).intersection(other.names)
    guard !common.isEmpty else { return false }
    switch (kind, other.kind) {
    case (.rename, .rename), (.retype, .retype): return value != other.value
    case (.merge, .split): return common.count < names.count
    case (.split, .merge): return common.count < other.names.count
    case (.drop, .drop), (.split, .split), (.merge, .merge): return false
    case (.drop, _), (_, .drop): return true
    default: return false
    }
  }
}
