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
    guard options.notebooks.count == 1 else {
      throw Problem("render takes one notebook", kind: .usage)
    }
    let folders = output.map { [NotebookOptions.folder(of: $0)] } ?? []
    try options.read(writingBelow: folders).forEach { replay in
      let results = replay.run()
      if let problem = results.last(where: { !$0.isExpected })?.problem { throw problem }
      try write(Rendering(replay.notebook, results))
    }
  }

  private func write(_ rendering: Rendering) throws {
    guard let output else { return Screen.data([rendering.html]) }
    try rendering.write(to: output)
    Screen.say("wrote \(output)", isError: true)
  }
}
