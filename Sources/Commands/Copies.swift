import Workbench

/// Lists documents that copy one another, with the passages that they share.
struct Copies: Command {
  static let configuration = CommandConfiguration(
    commandName: "copies", abstract: "List documents that copy one another")
  static let searchTerms = [
    "duplicate", "syndication", "agency", "नकल", "копии", "перепечатка", "转载", "bản sao",
  ]
  static let columns = ["share", "first", "copy", "passages", "longest passage"]
  static let examples = [
    Example("Do the two articles share wording?", "copies", prints: "")
  ]

  @Option(help: ArgumentHelp("Share of the shorter text's wording", valueName: "share"))
  var least: Double = 0.4
  @Flag(help: "Groups of documents that copy one another, not pairs") var groups = false
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func run(in session: Session) throws -> Output {
    guard least > 0, least <= 1 else {
      throw Problem("\(least) is no share", hint: "write --least 0.5", kind: .usage)
    }
    let found = try session.copies(
      session.scope(scope), least: least, most: groups ? 0 : Self.mostPairs)
    if groups || found.pairCount > Self.mostPairs { return grouped(found) }
    let rows = try found.pairs.map { pair -> [Output.Cell] in
      [
        .text(pair.containment.formattedShare), .text(label(pair.first)), .text(label(pair.second)),
        .text(counted(pair.passages.count, "passage")), .text(try longest(pair, session)),
      ]
    }
    return .table(
      Self.columns, rows,
      json: .array(try found.pairs.map { try json($0, session) }))
  }

  /// Of more pairs nobody reads all; groups tell the same.
  private static let mostPairs = 2000
  private static let copiesShown = 3

  private func grouped(_ found: CopyList) -> Output {
    let rows = found.groups.enumerated().map { index, group -> [Output.Cell] in
      let copies = group.dropFirst()
      let more = copies.count - Self.copiesShown
      let shown = copies.prefix(Self.copiesShown).map(label) + (more > 0 ? ["\(more) more"] : [])
      let sources = Set(group.map { $0.source ?? $0.name }).count
      return [
        .text("c\(index + 1)"), .text(counted(group.count, "document")),
        .text(counted(sources, "source")), .text(group.first.map(label) ?? ""),
        .text(shown.joined(separator: "; ")),
      ]
    }
    let notes =
      groups
      ? []
      : [
        "\(found.pairCount) pairs, so groups are shown; fewer documents or a higher --least shows pairs"
      ]
    return .table(
      ["group", "size", "sources", "first", "copies"], rows, notes: notes,
      json: .array(
        found.groups.enumerated().map { index, group in
          [
            "group": .string("c\(index + 1)"), "docs": .array(group.map { .string($0.name) }),
          ]
        }))
  }

  private func label(_ row: DocumentRow) -> String {
    [row.handle.description, row.source ?? row.name, row.publication.day?.description ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func longest(_ pair: CopyRow, _ session: Session) throws -> String {
    guard let passage = pair.passages.max(by: { $0.first.count < $1.first.count }) else {
      return ""
    }
    return try session.text(of: passage.first, in: pair.first)
  }

  private func json(_ pair: CopyRow, _ session: Session) throws -> JSON {
    let passages = try pair.passages.map { passage -> JSON in
      let a = try session.codePoints(passage.first, in: pair.first.id)
      let b = try session.codePoints(passage.second, in: pair.second.id)
      return ["a": .pair(a.start, a.end), "b": .pair(b.start, b.end)]
    }
    return [
      "a": .string(pair.first.name), "b": .string(pair.second.name),
      "containment": .double(pair.containment), "passages": .array(passages),
    ]
  }
}
