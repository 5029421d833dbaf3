import Analysis
import Reading
import Store

/// Explains facts: the rule that found them, what they rest on, and their sentence.
extension Session {
  /// Lines that explain the row of a handle.
  ///
  /// - Throws: `Problem` if there is no such row.
  public func why(_ reference: String) throws -> [String] {
    let target = try target(reference)
    switch target.kind {
    case .time: return try whyTime(target.id)
    case .event: return try whyEvent(target.id)
    case .quote: return try whyQuote(target.id)
    case .entity: return try whyEntity(target.id)
    case .document: return try whyDocument(target.id)
    }
  }

  private func whyTime(_ id: Int) throws -> [String] {
    guard let stored = try store.time(id) else { return [] }
    let time = stored.value
    let reason = time.reason.isEmpty ? [] : ["because: \(time.reason)"]
    return ["\(time.text) is \(time.value)\(time.edtf.isEmpty ? "" : ", in EDTF " + time.edtf)"]
      + ["days: \(label(time.days))", "rule: \(time.rule)", "anchor: \(time.anchor)"] + reason
      + (try citation(of: time.span, in: stored.document))
  }

  private func label(_ days: DayInterval) -> String {
    let ends = [days.earliest, days.latest].map { $0?.description ?? ".." }
    return ends == ["..", ".."]
      ? "not known" : ends[0] == ends[1] ? ends[0] : ends.joined(separator: " to ")
  }

  private func whyEvent(_ id: Int) throws -> [String] {
    guard let stored = try store.event(id),
      let row = try events(Scope(document: stored.document)).first(where: { $0.id == id })
    else { return [] }
    let event = row.event
    let parts = row.participants.map { "\($0.role.rawValue) \($0.name)" }.joined(separator: ", ")
    let basis: String =
      switch event.basis {
      case .clause: "the clause's own time expression"
      case .narrative: "an earlier sentence"
      case .published: "only the publication day"
      case .none: "nothing"
      case .analyst: "the analyst, not \(stored.value.edtf.isEmpty ? "undated" : stored.value.edtf)"
      }
    let day = event.edtf.isEmpty ? "no date is known" : "date \(event.edtf) from \(basis)"
    var own = Scope()
    own.documents = [stored.document]
    let outcome = event.status == .planned ? try outcomes(among: reports(own))[id] : nil
    return [
      row.gloss + " | " + row.statusLabel(outcome), "trigger: \(event.text)", "rule: \(event.rule)",
    ]
      + ["participants: \(parts.isEmpty ? "none" : parts)"]
      + (event.numbers.isEmpty ? [] : ["numbers: " + row.numbersLabel])
      + [day, "root source: \(row.root)"]
      + (try citation(of: event.span, in: stored.document))
  }

  private func whyQuote(_ id: Int) throws -> [String] {
    guard let stored = try store.quote(id),
      let row = try quotes(Scope(document: stored.document)).first(where: { $0.id == id })
    else { return [] }
    let cue = stored.value.cue.map { "cue: \($0.text)" }
    return ["\(row.chain.joined(separator: " → ")): \(stored.value.text)"]
      + ["kind: \(stored.value.kind.rawValue)", cue, "rule: \(stored.value.rule)"].compactMap { $0 }
      + (try citation(of: stored.value.span, in: stored.document))
  }

  private func whyEntity(_ id: Int) throws -> [String] {
    guard let entity = try store.entity(id) else { return [] }
    let head = "\(entity.name) (E\(id), \(entity.kind.rawValue))"
    let members = entity.cluster.members.sorted { $0.name < $1.name }.map { member in
      "\(member.name.text) (\(member.name.kind.rawValue)): \(member.reason)"
    }
    let names = Set(entity.cluster.members.map(\.name))
    let decisions = try store.numberedDecisions().filter {
      !names.isDisjoint(with: $0.decision.names) || !names.isDisjoint(with: $0.decision.others)
    }
    let conflicts = try store.conflicts().filter { conflict in
      decisions.contains { $0.id == conflict.decision }
    }
    return [entity.cluster.isDropped ? head + " was left out" : head] + members
      + decisions.map { "decided: " + $0.decision.sentence }
      + conflicts.map { "conflict: " + $0.evidence }
      + (try suggestions().compactMap { row in
        let other = [row.left, row.right].filter { $0.id != id }
        return other.count == 1
          ? "perhaps \(other[0].name) (\(other[0].handle)): \(row.reason)" : nil
      })
  }

  private func whyDocument(_ id: Int) throws -> [String] {
    guard let record = try store.record(id) else { return [] }
    let row = DocumentRow(record)
    return [
      "\(row.handle) is \(row.name), \(record.byteCount) bytes",
      "published: \(row.publicationLabel)\(try inference(of: id))",
      "sha256: \(record.sha256)",
    ] + [row.url.map { "url: \($0)" }].compactMap { $0 }
  }

  /// The year that an undated text gives evidence of, with the evidence.
  private func inference(of id: Int) throws -> String {
    guard let document = try store.document(id), document.publication.day == nil,
      let reader = try readers.reader(for: document.language),
      let inferred = reader.inferredYear(of: document.text)
    else { return "" }
    return "; inferred \(inferred.year), since \(inferred.reasons.joined(separator: "; "))"
  }

  /// Document, bytes and sentence of a span.
  private func citation(of span: Span, in document: Int) throws -> [String] {
    let sentence = try store.sentences(of: document).first { $0.overlaps(span) } ?? span
    let text = try Texts(store).text(of: sentence, in: document)
    let name = try store.record(document)?.name ?? ""
    return ["d\(document) \(name), bytes \(span.start)–\(span.end): \(text)"]
  }
}

extension Scope {
  init(document: Int) {
    self.init()
    documents = [document]
  }
}
