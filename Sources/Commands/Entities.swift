import Workbench

/// Lists who and what the texts name.
struct Entities: Command {
  static let configuration = CommandConfiguration(
    commandName: "entities", abstract: "List people, organizations and places")
  static let searchTerms = ["who", "names", "people", "व्यक्ति", "персоны", "人物", "nhân vật"]
  static let examples = [
    Example(
      "Which people are named?", "entities --kind person",
      prints: """
        E2 | Xi Jinping | person | शी जिनपिंग | 2 mentions | 2 documents
        E4 | Dmitry Peskov | person |  | 1 mention | 1 document
        E7 | व्लादिमीर पुतिन | person |  | 1 mention | 1 document
        """)
  ]

  @Option(help: "Only this kind: person, organization or place") var kind: EntityKind?
  @Option(help: ArgumentHelp("With at least this many mentions", valueName: "mentions"))
  var min: Int?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    let entities = try session.entities(session.scope(scope)).filter { entity in
      (kind.map { entity.kind == $0 } ?? true) && entity.mentions >= (min ?? 0)
    }
    let rows = entities.map { entity -> [Output.Cell] in
      [
        .text(entity.handle.description), .text(entity.name), .text(entity.kind.rawValue),
        .text(entity.otherNames.joined(separator: ", ")),
        .text(counted(entity.mentions, "mention")), .text(counted(entity.documents, "document")),
      ]
    }
    return .table(
      ["entity", "name", "kind", "also", "mentions", "documents"], rows,
      json: .array(entities.map(Self.json)))
  }

  private static func json(_ entity: EntityRow) -> JSON {
    .object([
      ("id", .string(entity.handle.description)), ("name", .string(entity.name)),
      ("kind", .string(entity.kind.rawValue)),
      (
        "names",
        .array(
          entity.names.map {
            .object([
              ("text", .string($0.text)), ("lang", .string($0.language)), ("count", .int($0.count)),
            ])
          })
      ),
      ("documents", .int(entity.documents)), ("mentions", .int(entity.mentions)),
      ("first", .optional(entity.first?.description)),
      ("last", .optional(entity.last?.description)),
    ])
  }
}
