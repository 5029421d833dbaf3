/// A timeline in the formats of other tools; each keeps the precision of its dates.
extension TimelineSheet {
  /// Markdown with a citation behind each entry, and the documents at the end.
  public var markdown: String {
    var lines = ["# Timeline", "", "`\(title.replacing("`", with: "'"))`", ""]
    for (index, entry) in entries.enumerated() {
      let status = entry.status == .happened ? "" : " (\(entry.statusLabel))"
      let gloss = entry.gloss.isEmpty ? "" : " \(Self.plain(entry.gloss)):"
      lines.append(
        "- **\(Self.plain(entry.label))**\(status)\(gloss) \(Self.plain(entry.told)) [^\(index + 1)]"
      )
    }
    lines.append("")
    for (index, entry) in entries.enumerated() {
      let name = entry.title ?? entry.document
      let published = entry.published.map { ", \($0)" } ?? ", undated"
      let address = Markup.link(entry.url).map { ", <\($0)>" } ?? ""
      let place =
        "`\(entry.document.replacing("`", with: "'"))`, bytes \(entry.span.start)–\(entry.span.end)"
      lines.append(
        "[^\(index + 1)]: \(Self.plain(entry.source)), \(Self.plain(name))\(published)\(address); \(place); "
          + "\(counted(entry.reports, "report")), \(counted(entry.roots.count, "root"))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text of strangers with Markdown's marks made harmless.
  private static func plain(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_<>[]#|".contains(character) { out.append("\\") }
      out.append(character == "\n" ? " " : character)
    }
    return out
  }

  /// TimelineJS 3 (Knight Lab): a date has only the fields that are known.
  public var timelineJS: JSON {
    let events = entries.compactMap { entry -> JSON? in
      guard let start = entry.days.earliest else { return nil }
      var event: [(key: String, value: JSON)] = [
        ("start_date", Self.date(start, entry, end: false))
      ]
      if let end = entry.days.latest, end != start {
        event.append(("end_date", Self.date(end, entry, end: true)))
      }
      event.append(("display_date", .string(entry.label)))
      let headline = entry.gloss.isEmpty ? entry.label : entry.gloss
      event.append(
        (
          "text",
          [
            "headline": .string(Markup.escaped(headline)),
            "text": .string(
              "<p>\(Markup.escaped(entry.told))</p><p>\(Markup.escaped(entry.source))</p>"),
          ]
        ))
      event.append(("group", .string(Markup.escaped(entry.sources.first ?? entry.source))))
      return .object(event)
    }
    return [
      "title": ["text": ["headline": .string(Markup.escaped(title))]], "events": .array(events),
    ]
  }

  /// Month precision stays month precision: no day where the EDTF has none.
  private static func date(_ day: CalendarDate, _ entry: Entry, end: Bool) -> JSON {
    let text = entry.edtf.split(separator: "/").map { $0.filter { !"?~%".contains($0) } }
    let part = end ? text.last : text.first
    let fields = part?.split(separator: "-").count ?? 3
    var date: [(key: String, value: JSON)] = [("year", .int(day.year))]
    if fields > 1 || text.count > 1 { date.append(("month", .int(day.month))) }
    if fields > 2 { date.append(("day", .int(day.day))) }
    return .object(date)
  }

  /// Vega-Lite 5: a lane a source, bars from the first day to the end of the last.
  public var vegaLite: JSON {
    let values = laneList.flatMap { lane in
      lane.entries.compactMap { index -> JSON? in
        let entry = entries[index]
        guard let start = entry.days.earliest else { return nil }
        let end = (entry.days.latest ?? start).adding(days: 1)
        return [
          "lane": .string(lane.name), "date": .string(entry.label), "edtf": .string(entry.edtf),
          "start": .string(start.description), "end": .string(end.description),
          "status": .string(entry.status.rawValue), "uncertain": .bool(entry.isUncertain),
          "event": .string(entry.gloss), "text": .string(entry.told),
          "document": .string(entry.document), "reports": .int(entry.reports),
        ]
      }
    }
    return [
      "$schema": "https://vega.github.io/schema/vega-lite/v5.json", "title": .string(title),
      "width": 900, "height": ["step": 26], "data": ["values": .array(values)],
      "mark": ["type": "bar", "cornerRadius": 3, "height": 12],
      "encoding": [
        "x": ["field": "start", "type": "temporal", "title": "", "timeUnit": "utcyearmonthdate"],
        "x2": ["field": "end", "timeUnit": "utcyearmonthdate"],
        "y": ["field": "lane", "type": "nominal", "title": .null, "sort": .null],
        "color": ["field": "status", "type": "nominal"],
        "opacity": [
          "condition": ["test": "datum.uncertain", "value": .double(0.4)], "value": .double(0.9),
        ],
        "tooltip": .array(
          ["date", "event", "text", "document", "reports"].map {
            ["field": .string($0), "type": "nominal"]
          }),
      ],
    ]
  }
}
