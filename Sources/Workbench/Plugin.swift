public import Grammar

/// A module of commands that is compiled in and listed by `plugins`.
public protocol Plugin: SendableMetatype {
  /// One sentence that says what it adds.
  static var summary: String { get }
  static var version: String { get }
  static var commands: [any Command.Type] { get }
}

extension Plugin {
  /// The module's name: `DiplomacyPlugin` is `Diplomacy`.
  public static var name: String {
    let type = String(describing: Self.self)
    return type.hasSuffix("Plugin") ? String(type.dropLast("Plugin".count)) : type
  }
}

/// Everything that was registered at build time.
public struct Catalog: Sendable {
  public let packs: [LanguagePack]
  public let plugins: [any Plugin.Type]
  public let commands: [any Command.Type]

  /// - Parameter builtIns: the commands that annals itself has.
  public init(
    packs: [LanguagePack], plugins: [any Plugin.Type], builtIns: [any Command.Type]
  ) {
    self.packs = packs
    self.plugins = plugins
    self.commands = (builtIns + plugins.flatMap { $0.commands }).sorted { $0.name < $1.name }
  }

  /// The command of that name.
  ///
  /// - Throws: `Problem` with the closest name, or with the commands that are about such a word.
  public func command(_ name: String) throws(Problem) -> any Command.Type {
    for command in commands where command.name == name { return command }
    var problem = Problem.unknown("command", name, among: commands.map { $0.name })
    let word = name.lowercased()
    let about = commands.filter { $0.searchTerms.contains(word) }.map { $0.name }
    if problem.hint == nil {
      problem.hint =
        about.isEmpty
        ? "help lists the commands" : "did you mean \(about.joined(separator: " or "))?"
    }
    throw problem
  }
}
