import ArgumentParser
import Registry
import Workbench

/// Measures what annals finds against what people found.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure what annals finds against what people found",
    subcommands: [BenchTimeline.self])
}

/// Timelines by the protocol of Timeline17: a row a task, then the means.
struct BenchTimeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Measure timelines against human ones (Timeline17)")
  @Argument(help: "Folders of topics, each with docs.jsonl and set.json", completion: .directory)
  var folders: [String]
  @Option(help: ArgumentHelp("Words that ROUGE leaves out", valueName: "file"))
  var stopWords: String?
  @Option(help: ArgumentHelp("Tell only the keywords, and ask for so many dates", valueName: "n"))
  var nothingTold: Int?
  @Flag(help: "Print the timelines as the scorers read them") var timelines = false

  func run() throws {
    var results: [TimelineBench.Result] = []
    var precisions: [Double] = []
    for folder in folders {
      let bench = try TimelineBench(folder, stopWords: stopWords, catalog: .registered)
      var found: [TimelineBench.Result] = []
      if let nothingTold {
        let told = try bench.nothingTold(top: nothingTold)
        precisions.append(told.precision)
        found = told.results
      } else {
        found = try bench.standard()
      }
      Screen.data(found.map { timelines ? $0.json.description : $0.line })
      results += found
    }
    guard !timelines else { return }
    if !precisions.isEmpty { Screen.say("precision \(TimelineBench.mean(precisions))") }
    Screen.say(TimelineBench.means(results))
  }
}
