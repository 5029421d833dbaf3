import Workbench

/// Adds names to those that the language packs know.
struct Alias: Command {
  static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Add names that texts use for an entity, or list them")
  static let effects: Set<Effect> = [.changesSession, .readsFiles]
  static let task = HelpTask.rule
  static let searchTerms = ["name", "nickname", "उपनाम", "псевдоним", "别名", "bí danh"]
  static let examples = [
    Example(
      "Texts call the Kremlin by another name", "alias add Kremlin \"Red Square\"",
      prints: "Red Square stands for Kremlin (E1)")
  ]

  enum Action: String, CaseIterable, ExpressibleByArgument { case list, add, load }

  @Argument(help: "list, add or load") var action: Action = .list
  @Argument(
    help: ArgumentHelp(
      "add: an entity and its names; load: a file with kind, identity and forms a row",
      valueName: "words"), completion: .file())
  var words: [String] = []

  func run(in session: Session) throws -> Output {
    switch action {
    case .list:
      let rows = try session.aliases().map { alias -> [Output.Cell] in
        [
          .text(alias.name), .text(alias.kind.rawValue), .text(alias.identity),
          .optional(alias.entity?.description),
        ]
      }
      return .table(["name", "kind", "identity", "entity"], rows)
    case .add:
      guard words.count >= 2 else {
        throw Problem(
          "alias add needs an entity and a name", hint: "alias add E1 NAME", kind: .usage)
      }
      return .done(try session.addAliases(Array(words.dropFirst()), for: words[0]))
    case .load:
      guard let file = words.first, words.count == 1 else {
        throw Problem("alias load needs a file", hint: "alias load FILE", kind: .usage)
      }
      return .done(try session.addAliases(from: file))
    }
  }
}
