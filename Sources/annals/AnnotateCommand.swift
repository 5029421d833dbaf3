import ArgumentParser
import Glibc
import Reading
import Registry
import Synchronization
import Workbench

/// JSON Lines in, JSON Lines out, on all cores and in order.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Read JSON Lines {id, text, …} and write entities, times, quotes and events")
  @Option(help: "Bare dates are taken from the publication day (news) or the last date (narrative)")
  var mode: ReadingMode = .news

  @Flag(help: "Add text and reading, so that load --annotated takes the lines")
  var whole = false

  func run() throws {
    let annotator = Annotator(Catalog.registered.packs, mode: mode)
    let lines = Mutex(LineReader(descriptor: STDIN_FILENO, longest: Annotator.longestLine))
    var counts = (read: 0, failed: 0)
    annotator.annotateAll(isWhole: whole) {
      lines.withLock { $0.nextLine() }
    } _: { out in
      counts.read += out.count
      counts.failed += out.count(where: \.isError)
      Screen.data(out.map(\.line))
    }
    Screen.say("\(counts.read) lines, \(counts.failed) errors", isError: true)
  }
}
