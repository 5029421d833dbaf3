import Store

/// What the analyst ruled about lines of timelines, ready to be looked up.
struct TimelineRulings {
  private(set) var pinned: Set<Target> = []
  private var excluded: Set<Target> = []
  private var wordings: [Target: String] = [:]

  init(_ rulings: [TimelineRuling]) {
    for ruling in rulings {
      switch ruling.kind {
      case .pin:
        excluded.remove(ruling.target)
        pinned.insert(ruling.target)
      case .exclude:
        pinned.remove(ruling.target)
        excluded.insert(ruling.target)
      case .reword: wordings[ruling.target] = ruling.text
      }
    }
  }

  func excludes(_ row: TimelineRow) -> Bool {
    targets(of: row).contains { excluded.contains($0) }
  }

  func wording(of row: TimelineRow) -> String? {
    targets(of: row).lazy.compactMap { wordings[$0] }.first
  }

  /// The row itself; of its sentences' documents the one that is shown.
  private func targets(of row: TimelineRow) -> [Target] {
    let shown = row.evidence.first.map { Target(.document, $0.document.id) }
    return row.handles.map(Target.init) + [shown].compactMap { $0 }
  }
}

extension Session {
  /// Keeps the line that a handle stands for in every timeline.
  ///
  /// - Returns: a sentence that says what was ruled.
  public func pin(_ reference: String) throws -> String { try rule(.pin, reference, "pinned") }

  /// Leaves the line that a handle stands for out of timelines.
  public func exclude(_ reference: String) throws -> String {
    try rule(.exclude, reference, "excluded")
  }

  /// Tells the line that a handle stands for in other words.
  public func reword(_ reference: String, as text: String) throws -> String {
    guard !text.isEmpty else {
      throw Problem("no words to tell it in", at: reference, kind: .usage)
    }
    return try rule(.reword, reference, "reworded: \(text)", text: text)
  }

  private func rule(
    _ kind: TimelineRuling.Kind, _ reference: String, _ outcome: String, text: String? = nil
  ) throws -> String {
    let target = try target(reference)
    guard [.document, .event, .time].contains(target.kind) else {
      throw Problem(
        "\(reference) is no line of a timeline", at: reference,
        hint: "name one of the handles that timeline lists", kind: .usage)
    }
    try store.rule(TimelineRuling(kind, target, text: text))
    return "\(Handle(target)) is \(outcome)"
  }
}
