import Workbench

/// Lists who and what the texts name.
struct Entities: Command {
  static let configuration = CommandConfiguration(
    commandName: "entities", abstract: "List people, organizations and places")
  static let searchTerms = [
    "person", "same person", "who", "names", "people", "व्यक्ति", "персоны", "人物", "nhân vật",
  ]
  static let columns = ["entity", "name", "kind", "also", "mentions", "documents"]
  static let examples = [
    Example(
      "Which people are named?", "entities --kind person",
      prints: """
        E2 | Xi Jinping | person | शी जिनपिंग | 2 mentions | 2 documents
        E4 | Dmitry Peskov | person |  | 1 mention | 1 document
        E7 | व्लादिमीर पुतिन | person |  | 1 mention | 1 document
        """),
    Example("Which pairs may be one?", "entities --suggested", prints: ""),
  ]

  @Option(help: "Only this kind: person, organization or place") var kind: EntityKind?
  @Option(help: ArgumentHelp("With at least this many mentions", valueName: "mentions"))
  var min: Int?
  @Flag(help: "Pairs that may be one, for accept and reject") var suggested = false
  @Flag(help: "Decisions that new evidence speaks against") var conflicts = false
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func validate() throws {
    if suggested, conflicts { throw ValidationError("--suggested or --conflicts, not both") }
  }

  func run(in session: Session) throws -> Output {
    if suggested { return try suggestions(session) }
    if conflicts { return try conflicts(session) }
    let entities = try session.entities(
      session.scope(scope), kind: kind, least: min ?? 0, naming: shown.limit ?? .max)
    let rows = entities.map { entity -> [Output.Cell] in
      [
        .text(entity.handle.description), .text(entity.name), .text(entity.kind.rawValue),
        .text(entity.otherNames.joined(separator: ", ")),
        .text(counted(entity.mentions, "mention")), .text(counted(entity.documents, "document")),
      ]
    }
    return .table(
      Self.columns, rows,
      json: .array(entities.map(Self.json)))
  }

  private func suggestions(_ session: Session) throws -> Output {
    let rows = try session.suggestions(session.scope(scope)).filter {
      kind == nil || $0.left.kind == kind
    }
    return .table(
      ["entity", "name", "other", "name", "kind", "distance#", "reason"],
      rows.map { row in
        [
          .text(row.left.handle.description), .text(row.left.name),
          .text(row.right.handle.description), .text(row.right.name),
          .text(row.left.kind.rawValue), .decimal(row.distance), .text(row.reason),
        ]
      },
      notes: rows.isEmpty ? [] : ["accept E1 E2 makes two one; reject E1 E2 keeps them apart"])
  }

  private func conflicts(_ session: Session) throws -> Output {
    .table(
      ["decision", "entities", "evidence"],
      try session.conflicts().map { conflict in
        [
          .text(conflict.decision),
          .text(conflict.entities.map(\.description).joined(separator: ", ")),
          .text(conflict.evidence),
        ]
      })
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
