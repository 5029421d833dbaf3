public import Analysis
public import ArgumentParser
public import Store

/// What a timeline is asked for, as it is typed; listings and exports share it.
public struct TimelineOptions: ParsableArguments {
  @Option(help: "Put dates together by day, week, month or year")
  public var by: Timeline.Grain = .day

  @Option(help: ArgumentHelp("Only the dates that most documents name", valueName: "dates"))
  public var top: Int?

  @Option(help: ArgumentHelp("So many sentences of each date, the best", valueName: "number"))
  public var sentences: Int?

  @Option(help: ArgumentHelp("Only what was published until then", valueName: "date"))
  public var asOf: DayBound?

  @Flag(help: "Only what is announced and not yet told as done")
  public var planned = false

  @Option(help: "What the lanes of a picture are: source or entity")
  public var lanes: TimelineSheet.Lanes = .source

  public init() {}
}

extension Session {
  /// The timeline that the options of a command ask for.
  ///
  /// - Throws: `Problem` for a number that is none, or a scope that does not exist.
  public func timeline(_ asked: TimelineOptions, _ options: ScopeOptions) throws -> TimelineRows {
    for (name, value) in [("--top", asked.top), ("--sentences", asked.sentences)] {
      guard let value, value < 1 else { continue }
      throw Problem("\(name) \(value) is no number of lines", at: String(value), kind: .usage)
    }
    var order = TimelineOrder()
    order.grain = asked.by
    order.top = asked.top
    order.sentences = asked.sentences
    order.asOf = asked.asOf?.last
    var timeline = try timeline(
      timelineScope(options), about: try topic(options.about), order)
    if asked.planned { timeline.rows = timeline.rows.filter { $0.status == .planned } }
    return timeline
  }

  /// The scope of the options without its topic, which a timeline looks for in sentences.
  public func timelineScope(_ options: ScopeOptions) throws -> Scope {
    var everything = options
    everything.about = []
    return try scope(everything)
  }
}

extension TimelineRow {
  /// Date, status, gloss, support, handles and sentence.
  public var cells: [Output.Cell] {
    [
      .text(dateLabel), .text(statusLabel), .text(gloss), .text(support),
      .text(handles.map(\.description).listed(first: 3, of: 5, separator: " ")),
      .text(wording.map { $0 + " (reworded)" } ?? evidence.first?.text.onOneLine ?? ""),
    ]
  }

  /// `happened`, `planned`, `planned, unconfirmed` or `denied`.
  public var statusLabel: String {
    isUnconfirmed ? status.rawValue + ", unconfirmed" : status.rawValue
  }

  /// The date; one that is only the publication day says so, and so do other dates of the event.
  public var dateLabel: String {
    let day = evidence.first?.document.publication.day
    let isThen = day.map { days.contains($0) } ?? true
    let published =
      basis != .published
      ? "" : isThen ? " (published)" : " (published \(day.map(\.description) ?? "later"))"
    let others = otherDates.isEmpty ? "" : ", elsewhere " + otherDates.joined(separator: ", ")
    return label.withSeasonNamed + published + others
  }

  /// `3 reports, 2 sources, 1 root`.
  public var support: String {
    [
      counted(reports, "report"), counted(sources.count, "source"), counted(roots.count, "root"),
    ].joined(separator: ", ")
  }
}
