import AnnalsTesting
import Foundation
import Registry
import Testing

@testable import Workbench

/// A newcomer does the tour with what `help` says, and nothing else.
@Suite("The tour and help")
struct TourTests {
  static let stages = NotebookTests.names.filter { $0.hasPrefix("tour/") }

  /// Words that stand behind the command that is given to `expect`.
  private static let assertions: Set<String> = ["has", "count"]

  /// Something that is used in a notebook, and the page of help that must tell of it.
  private struct Use: Hashable {
    let word: String
    let page: String
  }

  private let session: Session

  init() throws { session = try SampleSession.make() }

  private func help(_ page: String) throws -> [String] {
    let (output, presentation) = try session.run("help \(page)")
    return output.lines(as: presentation.format)
  }

  @Test(
    "Every command, option, value and column of the tour is in the help that tells of it",
    arguments: stages)
  func told(_ name: String) throws {
    let notebook = try Notebook.read(NotebookTests.folder.path + "/" + name)
    let commands = Set(try session.run("help").output.rows.map { $0[1].plain })
    var sets: [String: String] = [:]
    for step in notebook.steps {
      let tokens = try Words.tokens(
        step.command, variables: [:], sets: Set(sets.keys).union(["_"]))
      let statement = try Statement(tokens)
      var listing = ""
      var uses: Set<Use> = statement.name == nil ? [] : [Use(word: "let", page: "syntax")]
      if statement.file != nil { uses.insert(Use(word: ">", page: "syntax")) }
      if statement.stages.count > 1 { uses.insert(Use(word: "|", page: "syntax")) }
      for stage in statement.stages {
        switch stage {
        case .sets(let expression):
          listing = sets[expression.first] ?? listing
          uses.insert(Use(word: "$", page: "syntax"))
        case .command(let words):
          #expect(commands.contains(words[0].text))
          uses.formUnion(try self.uses(words.map(\.text), listing: listing))
          let type = try session.catalog.command(words[0].text)
          listing = type.columns.isEmpty ? listing : type.name
        }
      }
      if let set = statement.name { sets[set] = listing }
      sets["_"] = listing
      for use in uses {
        let page = try help(use.page)
        #expect(
          page.contains { $0.contains(use.word) },
          "\(name):\(step.line): help \(use.page) says nothing of \(use.word)")
      }
    }
  }

  private func uses(_ words: [String], listing: String) throws -> Set<Use> {
    let type = try session.catalog.command(words[0])
    var uses: Set<Use> = []
    if let position = type.commandPosition, words.count > position + 1 {
      let inner = words.dropFirst(position + 1)
      let command = inner.prefix { !Self.assertions.contains($0) }
      for word in inner where Self.assertions.contains(word) {
        uses.insert(Use(word: word, page: type.name))
      }
      if let first = command.first, (try? session.catalog.command(first)) != nil {
        uses.formUnion(try self.uses(Array(command), listing: listing))
      }
      return uses
    }
    let declaration = Declaration(of: type)
    for (index, word) in words.enumerated().dropFirst() {
      if word.hasPrefix("--") {
        uses.insert(Use(word: "  \(word)", page: type.name))
        continue
      }
      guard let slot = declaration.slot(after: Array(words[1..<index])) else { continue }
      switch slot.kind {
      case .column: uses.insert(Use(word: word, page: listing))
      case .language: uses.insert(Use(word: word, page: type.name))
      default:
        if !slot.values.isEmpty { uses.insert(Use(word: word, page: type.name)) }
      }
    }
    return uses
  }

  @Test("What the tour's prose tells to type is there", arguments: stages)
  func prose(_ name: String) throws {
    let notebook = try Notebook.read(NotebookTests.folder.path + "/" + name)
    let text = notebook.lines.prefix { !$0.hasPrefix("```") }.joined(separator: " ")
    let quoted = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    for line in quoted where line.hasPrefix("help") {
      #expect(try !help(String(line.dropFirst(4))).isEmpty, "\(name): \(line)")
    }
  }

  /// What a newcomer may look for, in five languages, and the command that does it.
  private static let questions = [
    ("said", "quotes"), ("कहा", "quotes"), ("date", "timeline"), ("who", "entities"),
    ("find", "search"), ("खोज", "search"), ("поиск", "search"), ("搜索", "search"),
    ("tìm", "search"), ("mail", "load"), ("open file", "load"), ("pdf", "load"),
    ("person", "entities"), ("people", "entities"), ("event", "events"), ("differ", "compare"),
    ("csv", "export"), ("report", "export"), ("print", "export"), ("snapshot", "session"),
    ("backup", "session"), ("undo", "undo"), ("theme", "set"), ("filter", "where"),
    ("group", "freq"), ("statistics", "freq"), ("translation", "translations"),
    ("duplicate", "copies"), ("meeting", "ledger"), ("exit", "quit"), ("query", "sql"),
    ("graph", "network"), ("tag", "tag"), ("comment", "note"), ("repeat", "watch"),
    ("chart", "timeline"), ("calendar", "export"), ("table", "sql"), ("same person", "merge"),
    ("nickname", "alias"), ("script", "run"), ("test", "expect"), ("why", "why"),
  ]

  @Test("What a newcomer looks for is found", arguments: questions)
  func found(_ word: String, _ command: String) throws {
    let rows = try session.run("help --search \"\(word)\"").output.rows
    #expect(rows.map { $0[0].plain }.contains(command))
  }
}
