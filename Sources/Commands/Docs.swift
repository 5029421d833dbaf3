import Workbench

/// Lists the documents of the session.
struct Docs: Command {
  static let configuration = CommandConfiguration(
    commandName: "docs", abstract: "List the documents")
  static let searchTerms = ["articles", "files", "दस्तावेज़", "документы", "文件", "bài"]
  static let columns = ["doc", "lang", "published", "source", "name", "title"]
  static let examples = [
    Example(
      "What has been loaded in Hindi?", "docs --lang hi",
      prints: "d2 | hi | 2024-10-03 text | गंगा समाचार | hi/baithak.txt | ")
  ]

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  @Flag(help: "With the texts and all that is known (for json and jsonl)")
  var full = false

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let documents = try session.documents(session.scope(scope), first: session.wanted)
    let rows = documents.map { document -> [Output.Cell] in
      [
        .text(document.handle.description), .text(document.language),
        .text(document.publicationLabel), .text(document.source ?? ""), .text(document.name),
        .text(document.title ?? ""),
      ]
    }
    let json = full ? JSON.array(try documents.map { try session.fullJSON(of: $0) }) : nil
    var output = Output.table(Self.columns, rows, json: json)
    if rows.count == session.wanted {
      output.total = try session.documentCount(session.scope(scope))
    }
    return output
  }
}
