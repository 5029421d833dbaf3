public import Analysis

/// A timeline drawn with characters.
extension TimelineSheet {
  /// How many reports each day, week, month or year has; a longer date has a bar of its own, and
  /// entries without a year are left out.
  public func histogram(by grain: Timeline.Grain) -> Output {
    var counts: [DayInterval: Int] = [:]
    var labels: [DayInterval: String] = [:]
    for entry in entries {
      guard let day = entry.days.earliest else { continue }
      let start = grain.start(of: day)
      let isWithin = entry.days.latest.map(grain.start) == start
      let days = isWithin ? DayInterval(start, grain.end(of: start)) : entry.days
      counts[days, default: 0] += entry.reports
      labels[days] = isWithin ? grain.label(of: start) : entry.edtf
    }
    let order = { (days: DayInterval) in
      (days.earliest?.dayNumber ?? 0, days.latest?.dayNumber ?? .max)
    }
    let bars = counts.sorted { order($0.key) < order($1.key) }.map {
      Chart.Bar(label: labels[$0.key] ?? "", count: $0.value)
    }
    var output = Output.table(
      ["date", "reports#"], bars.map { [.text($0.label), .number($0.count)] })
    output.chart = .bars(bars)
    return output
  }

  /// A lane for each source or entity, with its entries from the first day to the last.
  public var laneChart: Output {
    let rows = laneList.map { lane -> [Output.Cell] in
      let labels = lane.entries.map { entries[$0].label }
      return [.text(lane.name), .text(labels.joined(separator: ", "))]
    }
    var output = Output.table([lanes.rawValue, "dates"], rows)
    guard let span else { return output }
    let first = span.first.dayNumber
    let length = Double(span.last.dayNumber - first + 1)
    let isDrawn = { (lane: Lane) in lane.entries.contains { entries[$0].days.earliest != nil } }
    let drawn = laneList.filter(isDrawn).map { lane in
      Chart.Lane(
        name: lane.name,
        marks: lane.entries.compactMap { index in
          let entry = entries[index]
          guard let start = entry.days.earliest else { return nil }
          let end = entry.days.latest ?? span.last
          return Chart.Mark(
            from: Double(start.dayNumber - first) / length,
            to: Double(end.dayNumber - first) / length, sign: entry.sign)
        })
    }
    output.chart = .lanes(drawn, first: span.first.description, last: span.last.description)
    return output
  }
}

extension TimelineSheet.Entry {
  fileprivate var sign: String {
    switch status {
    case .happened: isUncertain ? "◌" : "●"
    case .planned: "○"
    case .conditional: "?"
    case .denied: "×"
    }
  }
}
