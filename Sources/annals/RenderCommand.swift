import ArgumentParser
import Workbench

/// Replays a notebook and writes it with its outputs as one page.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Replay a notebook and write it as one HTML or Markdown page")
  @OptionGroup var options: NotebookOptions
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The page to write: .html or .md; else HTML is printed", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    guard let path = options.notebooks.first, options.notebooks.count == 1 else {
      throw Problem("render takes one notebook", kind: .usage)
    }
    let replay = try options.replay(path)
    let results = replay.run()
    if let problem = results.last(where: { !$0.isExpected })?.problem { throw problem }
    let rendering = Rendering(replay.notebook, results)
    guard let output else {
      Screen.data([rendering.html])
      return
    }
    try rendering.write(to: output)
    Screen.say("wrote \(output)", isError: true)
  }
}
