import Store

/// Rulings on events and on lines of timelines.
extension Merging {
  mutating func takeEventRulings() throws {
    let mine = try store.eventRulings().standing
    for theirs in try other.eventRulings().standing {
      let reports = try theirs.reports.map { try counterparts.report($0) }
      guard !reports.contains(nil) else {
        note(.missing, "event", theirs.sentence(["an event"]))
        continue
      }
      var ruling = theirs
      ruling.reports = reports.compactMap { $0 }
      if mine.contains(where: { $0.holds(ruling) }) { continue }
      let label = ruling.sentence(try handles(ruling))
      if let opposed = mine.first(where: { $0.contradicts(ruling) }) {
        conflict(
          "event", here: opposed.sentence(try handles(opposed)), there: label,
          taking: ruling.command(try handles(ruling)))
        continue
      }
      try store.decide(ruling)
      note(.taken, "event", label)
    }
  }

  private func handles(_ ruling: EventRuling) throws -> [String] {
    try ruling.reports.map { report in
      try counterparts.event(of: report).map { Handle(.event, $0).description }
        ?? "an event of \(Handle(.document, report.document))"
    }
  }

  mutating func takeTimelineRulings() throws {
    let mine = try store.timelineRulings().standing
    for theirs in try other.timelineRulings().standing {
      guard let target = try counterparts.target(theirs.target) else {
        note(.missing, "timeline", theirs.sentence("a line"))
        continue
      }
      let ruling = TimelineRuling(theirs.kind, target, text: theirs.text)
      if mine.contains(ruling) { continue }
      let handle = Handle(target).description
      if let opposed = mine.first(where: { $0.target == target && $0.isAboutSame(ruling) }) {
        conflict(
          "timeline", here: opposed.sentence(handle), there: ruling.sentence(handle),
          taking: ruling.command(handle))
        continue
      }
      try store.rule(ruling)
      note(.taken, "timeline", ruling.sentence(handle))
    }
  }
}

extension EventRuling {
  /// Whether it rules all that `other` does.
  fileprivate func holds(_ other: EventRuling) -> Bool {
    kind == other.kind && Set(reports).isSuperset(of: other.reports)
      && (kind != .date || value == other.value)
  }

  /// Whether both cannot hold.
  fileprivate func contradicts(_ other: EventRuling) -> Bool {
    guard isAboutSame(other), !Set(reports).isDisjoint(with: other.reports) else { return false }
    return kind != other.kind || (kind == .date && value != other.value)
  }

  private func isAboutSame(_ other: EventRuling) -> Bool {
    (kind == .date) == (other.kind == .date)
  }

  fileprivate func sentence(_ events: [String]) -> String {
    let events = events.joined(separator: " ")
    return switch kind {
    case .date: "\(events) took place on \(value ?? "")"
    case .merge: "\(events) tell of one event"
    case .split: "\(events) tells of an event of its own"
    }
  }

  fileprivate func command(_ events: [String]) -> String {
    let events = events.joined(separator: " ")
    return kind == .date ? "fix \(events) --date \(value ?? "")" : "\(kind.rawValue) \(events)"
  }

  /// What is left of it when its analyst ruled `later`; nil: nothing.
  fileprivate func outlasting(_ later: EventRuling) -> EventRuling? {
    guard isAboutSame(later), kind == .date || kind != later.kind else { return self }
    var rest = self
    rest.reports.removeAll(where: later.reports.contains)
    return rest.reports.count < (kind == .merge ? 2 : 1) ? nil : rest
  }
}

extension [EventRuling] {
  /// Rulings of one analyst without what the same one ruled otherwise later.
  fileprivate var standing: [EventRuling] {
    indices.compactMap { index in
      self[(index + 1)...].reduce(self[index]) { rest, later in rest?.outlasting(later) }
    }
  }
}

extension TimelineRuling {
  /// Whether the later of both takes the place of the other, if they have one target.
  fileprivate func isAboutSame(_ other: TimelineRuling) -> Bool {
    (kind == .reword) == (other.kind == .reword)
  }

  fileprivate func sentence(_ line: String) -> String {
    switch kind {
    case .pin: "\(line) is pinned"
    case .exclude: "\(line) is excluded"
    case .reword: "\(line) is told as \"\(text ?? "")\""
    }
  }

  fileprivate func command(_ line: String) -> String {
    "\(kind.rawValue) \(line)" + (text.map { " " + Words.quoted($0) } ?? "")
  }
}

extension [TimelineRuling] {
  /// Rulings of one analyst without what the same one ruled otherwise later.
  fileprivate var standing: [TimelineRuling] {
    indices.filter { index in
      !self[(index + 1)...].contains {
        $0.target == self[index].target && $0.isAboutSame(self[index])
      }
    }.map { self[$0] }
  }
}
