import Workbench

/// Finds words in the texts and shows each hit in its context.
struct Search: Command {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find words in the texts, with their context")
  static let searchTerms = ["find", "grep", "concordance", "खोज", "поиск", "搜索", "tìm"]
  static let columns = ["doc", "before", "hit", "after"]
  static let examples = [
    Example(
      "Where is the summit mentioned?", "search शिखर",
      prints: "d2 | ने जुलाई में अस्ताना में एससीओ | शिखर | सम्मेलन के दौरान रूसी राष्ट्रपति व्लादिमीर"),
    Example(
      "Which words begin so, and which are spelled nearly so?", "search prepar* visti~ --docs d1",
      prints: """
        d1 | that Chinese President Xi Jinping will | visit | Kazan in October.
        d1 | "We are | preparing | the visit," spokesman Dmitry
        d1 | "We are preparing the | visit | ," spokesman Dmitry Peskov said
        """),
  ]

  @Argument(
    help: "Words, or a phrase in quotation marks; summ* for beginnings, sumit~ for spellings")
  var words: [String]
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let most = shown.all ? nil : max(Self.most, shown.limit ?? 0)
    let found = try session.search(words, in: session.scope(scope), most: most)
    let rows = found.hits.map { hit -> [Output.Cell] in
      [
        .text(hit.document.handle.description), .text(hit.before), .text(hit.match),
        .text(hit.after),
      ]
    }
    var notes: [String] = []
    if let most, most < found.documents {
      notes = ["in the \(most) best of \(found.documents) documents; --all shows all"]
    }
    return .table(Self.columns, rows, notes: notes)
  }

  /// Documents whose texts are looked at, unless all are asked for.
  private static let most = 1000
}
