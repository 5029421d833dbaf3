import Analysis
import Workbench

/// Lists the documents in groups that report one story.
struct Stories: Command {
  static let configuration = CommandConfiguration(
    commandName: "stories", abstract: "Put reports of one story together")
  static let searchTerms = ["cluster", "topic", "कहानियाँ", "сюжеты", "报道组", "chủ đề"]
  static let columns = ["story", "size", "documents"]
  static let examples = [
    Example(
      "Are the two articles of one story?", "stories",
      prints: """
        s1 | 1 document | d1 en 2024-10-03 en/visit.txt
        s2 | 1 document | d2 hi 2024-10-03 hi/baithak.txt
        """)
  ]

  @Option(help: ArgumentHelp("Least likeness of a group, from 0 to 1", valueName: "cosine"))
  var least: Double = Analysis.Stories.standard
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let stories = try session.stories(session.scope(scope), least: least)
    let rows = stories.enumerated().map { index, story -> [Output.Cell] in
      [
        .text("s\(index + 1)"), .text(counted(story.count, "document")),
        .text(story.map(label).joined(separator: "; ")),
      ]
    }
    return .table(
      Self.columns, rows,
      json: .array(
        stories.enumerated().map { index, story in
          [
            "story": .string("s\(index + 1)"),
            "docs": .array(story.map { .string($0.name) }),
          ]
        }))
  }

  private func label(_ row: DocumentRow) -> String {
    [row.handle.description, row.language, row.publication.day?.description ?? "", row.name]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
