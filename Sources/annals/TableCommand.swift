import ArgumentParser
import FoundationEssentials
import Registry
import Tagging
import Workbench

/// Packs lists of words into the hashed tables that the tagger looks things up in.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "Pack a list of names or of word clusters for the tagger",
    discussion: "A line of the list has a number and, behind a tab, a word or a phrase.")
  @Argument(help: "Language code") var language: String
  @Argument(help: "The list") var list: String
  @Option(help: "Write the table into this file") var out: String
  @Flag(help: "The list is one of clusters, of single words with their capitals")
  var clusters = false

  func run() throws {
    let lines = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
    let values = try lines.map { line in
      guard let tab = line.firstIndex(of: "\t"), let value = UInt16(line[..<tab]) else {
        throw Problem("not a number, a tab and a phrase: \(line)", at: list)
      }
      return (phrase: String(line[line.index(after: tab)...]), value: value)
    }
    let tables = try TableFile(try Catalog.registered.pack(of: language))
    let bytes = clusters ? tables.clusters(values) : tables.names(values)
    try Data(bytes).write(to: URL(filePath: out))
    Screen.data(["\(out): \(bytes.count) bytes"])
  }
}
