public import Grammar

/// A module of commands that is compiled in and listed by `plugins`.
public protocol Plugin {
  /// One sentence that says what it adds.
  static var summary: String { get }
  static var version: String { get }
  static var commands: [any Command.Type] { get }
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
  /// - Throws: `Problem` with the closest name.
  public func command(_ name: String) throws(Problem) -> any Command.Type {
    if let found = commands.first(where: { $0.name == name }) { return found }
    throw Problem.unknown("command", name, among: commands.map(\.name))
  }
}
