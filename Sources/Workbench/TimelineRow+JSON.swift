/// The documented JSON of timelines.
extension Session {
  /// Dates with their entries: `[{"date", "edtf", "entries": [{"text", "doc", "start", …}]}]`.
  public func json(_ rows: [TimelineRow]) throws -> JSON {
    var dates: [(label: String, edtf: String, entries: [JSON])] = []
    for row in rows {
      if dates.last?.label != row.date { dates.append((row.date, row.edtf, [])) }
      guard let evidence = row.evidence.first else { continue }
      dates[dates.count - 1].entries.append(try json(evidence, of: row))
    }
    return .array(
      dates.map {
        ["date": .string($0.label), "edtf": .string($0.edtf), "entries": .array($0.entries)]
      })
  }

  private func json(_ evidence: TimelineRow.Evidence, of row: TimelineRow) throws -> JSON {
    let span = try codePoints(evidence.span, in: evidence.document.id)
    return [
      "text": .string(evidence.text), "doc": .string(evidence.document.name),
      "start": .int(span.start), "end": .int(span.end), "status": .string(row.status.rawValue),
      "reports": .int(row.reports), "sources": .int(row.sources.count),
      "roots": .int(row.roots.count), "anchor": .string(row.basis.rawValue),
      "unconfirmed": .bool(row.isUnconfirmed),
      "wording": .optional(row.wording),
      "event": .optional(row.gloss.isEmpty ? nil : row.gloss),
      "time": try evidence.time.map { try json($0) } ?? .null,
      "elsewhere": .array(row.otherDates.map { .string($0) }),
    ]
  }

  /// The expression that dates a line, with the rule that read it and what it was read against.
  private func json(_ row: TimeRow) throws -> JSON {
    let span = try codePoints(row.time.span, in: row.document.id)
    return [
      "text": .string(row.time.text), "start": .int(span.start), "end": .int(span.end),
      "edtf": .string(row.time.edtf), "anchor": .string(row.time.anchor.description),
      "rule": .string(row.time.rule),
    ]
  }
}

extension TimelineRow {
  /// The label without the marks of a guess: `2024-10-02` for `2024-10-02?`.
  public var date: String {
    var label = label[...]
    while let last = label.last, "?~%".contains(last) { label.removeLast() }
    return String(label)
  }
}
