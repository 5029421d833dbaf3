import Workbench

/// `timeline --diff A B`: two days of knowledge, outlets or periods, side by side.
struct TimelineDiff {
  let sides: [String]
  let asked: TimelineOptions
  let scope: ScopeOptions

  func output(in session: Session) throws -> Output {
    guard sides.count == 2 else {
      throw Problem(
        "a difference has two sides", at: sides.first,
        hint: "timeline --diff 2024-10-01 2024-10-24, or two outlets or languages", kind: .usage)
    }
    let timelines = try sides.map { try rows(of: $0, in: session) }
    let known = timelines.map { rows in
      Dictionary(rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
    var seen: Set<String> = []
    let all = (timelines[0] + timelines[1]).filter { seen.insert(key($0)).inserted }
    let ordered = all.sorted { order($0) < order($1) }
    return .table(
      ["date", "side", "status", "event", sides[0], sides[1], "sentence"],
      ordered.map { row in
        let key = key(row)
        let (left, right) = (known[0][key], known[1][key])
        let side = left == nil ? "only \(sides[1])" : right == nil ? "only \(sides[0])" : "both"
        return [
          .text(row.dateLabel), .text(side), .text(row.statusLabel), .text(row.gloss),
          .text(left?.support ?? ""), .text(right?.support ?? ""),
          .text(row.evidence.first?.text ?? ""),
        ]
      }, heads: 4)
  }

  /// A day is a day of knowledge; anything else an outlet, or a language as `lang:hi`.
  private func rows(of side: String, in session: Session) throws -> [TimelineRow] {
    var (asked, scope) = (asked, scope)
    if let day = DayBound(argument: side) {
      asked.asOf = day
    } else if side.hasPrefix("lang:") {
      scope.languages = [String(side.dropFirst(5))]
    } else {
      scope.sources = [side.hasPrefix("source:") ? String(side.dropFirst(7)) : side]
    }
    return try session.timeline(asked, scope).rows
  }

  /// The same date and event; without one, the same date.
  private func key(_ row: TimelineRow) -> String {
    [row.date, row.status.rawValue, row.gloss].joined(separator: "\t")
  }

  private func order(_ row: TimelineRow) -> (Int, Int, String) {
    let never = Int.max
    return (
      row.days.earliest?.dayNumber ?? never, row.days.latest?.dayNumber ?? never, key(row)
    )
  }
}
