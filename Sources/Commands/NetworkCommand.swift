import Analysis
import Workbench

/// Shows who stands together with whom, or writes it for programs that draw networks.
struct NetworkCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Show who stands together with whom")
  static let searchTerms = ["graph", "links", "gephi", "नेटवर्क", "сеть", "网络", "mạng lưới"]
  static let examples = [
    Example(
      "Who stands with Xi?", "network \"Xi Jinping\" --top 3",
      prints: """
        E2 Xi Jinping
        ├━━━━━━━━━━━━━━━━━━━━─ 1 E1 Kremlin
        ├━━━━━━━━━━━━━━━━━━━━─ 1 E3 Kazan
        └━━━━━━━━━━━━━━━━━━━━─ 1 E4 Dmitry Peskov
        """)
  ]

  @Argument(help: ArgumentHelp("Only this entity and its neighbours", valueName: "entity"))
  var entity: String?
  @Flag(help: "Join those who take part in one event, not those named in one document")
  var events = false
  @Option(help: ArgumentHelp("At most this many entities", valueName: "entities")) var top = 50
  @Option(help: ArgumentHelp("Joined at least this often", valueName: "times")) var min = 1
  @Option(name: .customLong("as"), help: "A file format: graphml, gexf or dot")
  var file: NetworkFormat?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var shown: PresentationOptions

  var presentation: Presentation { shown.value }

  func validate() throws {
    guard top > 0, min > 0 else { throw ValidationError("--top and --min begin at 1") }
  }

  func run(in session: Session) throws -> Output {
    let scope = try session.scope(scope)
    let centre = try entity.map { try session.entity($0) }
    let network =
      events
      ? try session.eventNetwork(scope, around: centre, top: top, least: min)
      : try session.coMentions(scope, around: centre, top: top, least: min)
    if let file { return .text(file.lines(network)) }
    let names = Dictionary(network.nodes.map { ($0.id, $0.name) }) { first, _ in first }
    if let centre {
      return .text(Self.drawing(network, centre, names), json: Self.json(network))
    }
    let rows = network.edges.map { edge -> [Output.Cell] in
      [
        .text(edge.from), .text(names[edge.from] ?? ""), .text(edge.to),
        .text(names[edge.to] ?? ""), .text(edge.label), .number(edge.weight),
      ]
    }
    return .table(
      ["from", "name", "to", "name", "joined by", "times#"], rows, json: Self.json(network))
  }

  /// The neighbours of one entity, each with a bar as long as they are often together.
  private static func drawing(_ network: Network, _ row: EntityRow, _ names: [String: String])
    -> [String]
  {
    let centre = row.handle.description
    let most = network.edges.map(\.weight).max() ?? 1
    let lines = network.edges.enumerated().map { index, edge -> String in
      let isOut = edge.from == centre
      let other = isOut ? edge.to : edge.from
      let bar = String(repeating: "━", count: max(1, edge.weight * 20 / most))
      let arrow = network.isDirected ? (isOut ? "▶" : "◀") : "─"
      let corner = index + 1 == network.edges.count ? "└" : "├"
      let label = network.isDirected ? edge.label + " " : ""
      return "\(corner)\(bar)\(arrow) \(label)\(edge.weight) \(other) \(names[other] ?? "")"
    }
    let head = "\(centre) \(row.name)"
    return [head] + (lines.isEmpty ? ["└ nobody"] : lines)
  }

  private static func json(_ network: Network) -> JSON {
    .object([
      (
        "nodes",
        .array(
          network.nodes.map {
            .object([
              ("id", .string($0.id)), ("name", .string($0.name)),
              ("kind", .string($0.kind.rawValue)),
              ("mentions", .int($0.mentions)),
            ])
          })
      ),
      (
        "edges",
        .array(
          network.edges.map {
            .object([
              ("from", .string($0.from)), ("to", .string($0.to)), ("label", .string($0.label)),
              ("weight", .int($0.weight)),
            ])
          })
      ),
    ])
  }
}
