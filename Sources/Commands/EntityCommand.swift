import Workbench

/// Prints the dossier of an entity.
struct EntityCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "entity", abstract: "Print all that is known of one entity")
  static let searchTerms = ["dossier", "profile", "who", "परिचय", "досье", "档案", "hồ sơ"]
  static let examples = [
    Example(
      "Who is Peskov here?", "entity Peskov",
      prints: """
        E4 | Dmitry Peskov | person | found by rules

        names
          en: Dmitry Peskov (1)

        seen
          1 mention in 1 document, on 2024-10-03

        titles
          spokesman (1), 2024-10-03

        sources
          Northgate Herald: 1 document

        with
          E3 Kazan: 1 document
          E1 Kremlin: 1 document
          E2 Xi Jinping: 1 document

        quotes
          q2 Northgate Herald → Dmitry Peskov: We are preparing the visit
        """)
  ]

  @Argument(help: ArgumentHelp("An entity", valueName: "entity")) var entity: String
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation {
    var presentation = shown.value
    presentation.limit = nil
    return presentation
  }

  /// Rows of each part that are shown unless more are asked for.
  private static let rowsShown = 8

  func run(in session: Session) throws -> Output {
    let limit = shown.all ? Int.max / 2 : shown.limit ?? Self.rowsShown
    let dossier = try session.dossier(entity, limit: limit)
    let row = dossier.entity
    var lines = [
      [
        row.handle.description, row.name, row.kind.rawValue,
        dossier.isConfirmed ? "ruled on by the analyst" : "found by rules",
      ].joined(separator: " | ")
    ]
    lines += ["", "names"] + Self.names(row)
    lines += ["", "seen", "  " + Self.seen(dossier)]
    if let course = dossier.course, course.counts.count > 1 {
      lines.append("  \(course.sparkline) mentions by \(course.step.rawValue)")
    }
    lines += Self.part("titles", dossier.titles.count, dossier.titles.prefix(limit).map(Self.title))
    lines += Self.part(
      "sources", dossier.sources.count,
      dossier.sources.prefix(limit).map { "\($0.source): \(counted($0.documents, "document"))" })
    lines += Self.part(
      "with", nil,
      dossier.companions.map {
        "\($0.entity.handle) \($0.entity.name): \(counted($0.documents, "document"))"
      })
    lines += Self.part("events", dossier.eventCount, dossier.events.map(Self.event))
    lines += Self.part("quotes", dossier.quoteCount, dossier.quotes.map(Self.quote))
    return .text(lines, json: Self.json(dossier))
  }

  /// A heading with its lines; nothing if there are none.
  private static func part(_ heading: String, _ count: Int?, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    let cut = count.map { $0 > lines.count ? ", \(lines.count) of \($0)" : "" } ?? ""
    return ["", heading + cut] + lines.map { "  " + $0 }
  }

  private static func names(_ row: EntityRow) -> [String] {
    let languages = Set(row.names.map(\.language)).sorted()
    return languages.map { language in
      let forms = row.names.filter { $0.language == language }.map { "\($0.text) (\($0.count))" }
      return "  \(language): " + forms.joined(separator: ", ")
    }
  }

  private static func seen(_ dossier: Dossier) -> String {
    let row = dossier.entity
    let days = [row.first, row.last].compactMap { $0?.description }
    let span = Set(days).count == 1 ? "on \(days[0])" : days.joined(separator: " to ")
    let undated = dossier.undated > 0 ? "; \(dossier.undated) undated" : ""
    return [
      "\(counted(row.mentions, "mention")) in \(counted(row.documents, "document"))", span,
    ].filter { !$0.isEmpty }.joined(separator: ", ") + undated
  }

  private static func title(_ title: TitleRow) -> String {
    let days = [title.first, title.last].compactMap { $0?.description }
    let span = Set(days).count == 1 ? days[0] : days.joined(separator: " to ")
    return "\(title.text) (\(title.mentions))" + (span.isEmpty ? "" : ", " + span)
  }

  private static func event(_ row: EventRow) -> String {
    "\(row.handle) \(row.dateLabel) \(row.event.status.rawValue) \(row.gloss)"
  }

  private static func quote(_ row: QuoteRow) -> String {
    "\(row.handle) \(row.chain.joined(separator: " → ")): \(row.quote.text)"
  }

  private static func json(_ dossier: Dossier) -> JSON {
    let row = dossier.entity
    return .object([
      ("id", .string(row.handle.description)), ("name", .string(row.name)),
      ("kind", .string(row.kind.rawValue)), ("confirmed", .bool(dossier.isConfirmed)),
      (
        "names",
        .array(
          row.names.map {
            .object([
              ("text", .string($0.text)), ("lang", .string($0.language)), ("count", .int($0.count)),
            ])
          })
      ),
      ("documents", .int(row.documents)), ("mentions", .int(row.mentions)),
      ("first", .optional(row.first?.description)), ("last", .optional(row.last?.description)),
      (
        "titles",
        .array(
          dossier.titles.map {
            .object([
              ("text", .string($0.text)), ("count", .int($0.mentions)),
              ("first", .optional($0.first?.description)),
              ("last", .optional($0.last?.description)),
            ])
          })
      ),
      (
        "sources",
        .array(
          dossier.sources.map {
            .object([("source", .string($0.source)), ("documents", .int($0.documents))])
          })
      ),
      (
        "with",
        .array(
          dossier.companions.map {
            .object([
              ("id", .string($0.entity.handle.description)), ("name", .string($0.entity.name)),
              ("documents", .int($0.documents)),
            ])
          })
      ),
      ("events", .array(dossier.events.map(\.json))),
      ("quotes", .array(dossier.quotes.map(\.json))),
    ])
  }
}
