import ArgumentParser
import FoundationEssentials

/// A command's arguments as its declaration has them, for help, completion and the README.
public struct Declaration: Sendable {
  public struct Argument: Sendable {
    /// `--from`, or the value's name for a positional argument.
    public let name: String
    public let isOption: Bool
    public let takesValue: Bool
    public let isOptional: Bool
    /// Whether it may take several values.
    public let repeats: Bool
    /// What its value is called in help: `doc`, `file`.
    public let valueName: String
    public let summary: String
    public let values: [String]
  }

  public let arguments: [Argument]

  /// The long options, sorted.
  public var options: [String] { arguments.filter(\.isOption).map(\.name).sorted() }

  /// What is typed: `merge <entity> <others> ...`.
  public let usage: String

  public init(of command: any Command.Type) {
    let dump = command._dumpHelp()
    let decoded = try? JSONDecoder().decode(Tool.self, from: Data(dump.utf8))
    let arguments = (decoded?.command.arguments ?? []).compactMap(Argument.init)
      .filter { $0.name != "--help" && $0.name != "--version" }
    let positional = arguments.filter { !$0.isOption }
      .map { $0.isOptional ? "[\($0.name)]" : "<\($0.name)>" }
    let hasOptions = arguments.contains(where: \.isOption)
    usage = ([command.name] + positional + (hasOptions ? ["[options]"] : [])).joined(separator: " ")
    self.arguments = arguments
  }

  struct Tool: Decodable {
    let command: Described
    struct Described: Decodable { let arguments: [Dumped]? }
  }

  struct Dumped: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }
    let kind: String
    let isOptional: Bool
    let isRepeating: Bool?
    let parsingStrategy: String?
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let allValues: [String]?
  }
}

extension Declaration.Argument {
  init?(_ dumped: Declaration.Dumped) {
    let long = dumped.names?.first { $0.kind == "long" }
    guard let label = long.map({ "--" + $0.name }) ?? dumped.valueName else { return nil }
    name = label
    isOption = long != nil
    takesValue = dumped.kind == "option"
    isOptional = dumped.isOptional
    let isGreedy = dumped.parsingStrategy == "upToNextOption" || long == nil
    repeats = (dumped.isRepeating ?? false) && isGreedy
    valueName = dumped.valueName ?? ""
    summary = dumped.abstract ?? ""
    values = dumped.allValues ?? []
  }
}
