public import ArgumentParser
public import Dates

/// The part of the session that a command looks at; every listing has these options.
public struct ScopeOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"), parsing: .upToNextOption,
    help: ArgumentHelp("Documents in these languages", valueName: "code"))
  public var languages: [String] = []

  @Option(
    name: .customLong("source"), parsing: .upToNextOption,
    help: ArgumentHelp("Documents of these outlets", valueName: "name"))
  public var sources: [String] = []

  @Option(help: ArgumentHelp("Not before this day, month or year", valueName: "date"))
  public var from: DayBound?

  @Option(
    name: [.customLong("until"), .customLong("to")],
    help: ArgumentHelp("Not after this day, month or year", valueName: "date"))
  public var until: DayBound?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("About these entities or words", valueName: "name"))
  public var about: [String] = []

  @Option(
    name: .customLong("tag"), parsing: .upToNextOption,
    help: ArgumentHelp("With these tags", valueName: "tag"))
  public var tags: [String] = []

  @Option(
    name: .customLong("docs"), parsing: .upToNextOption,
    help: ArgumentHelp("Only these documents", valueName: "doc"))
  public var documents: [String] = []

  public init() {}
}

/// A day, month or year as it is typed at the prompt: `2024-10-02`, `2024-10`, `2024`.
public struct DayBound: ExpressibleByArgument, Sendable {
  public let first: CalendarDate
  public let last: CalendarDate

  public init?(argument: String) {
    if let day = CalendarDate(argument) {
      first = day
      last = day
    } else if let start = CalendarDate(argument + "-01"), argument.utf8.count == 7 {
      first = start
      last = start.adding(months: 1).adding(days: -1)
    } else if let start = CalendarDate(argument + "-01-01"), argument.utf8.count == 4,
      let end = CalendarDate(argument + "-12-31")
    {
      first = start
      last = end
    } else {
      return nil
    }
  }
}
