import Store

/// Command lines that a session keeps under names.
extension Session {
  private static let prefix = "saved."

  /// By name.
  public func savedCommands() throws -> [(name: String, line: String)] {
    try store.settings(beginning: Self.prefix).map {
      (String($0.key.dropFirst(Self.prefix.count)), $0.value)
    }
  }

  /// Keeps a command line; an earlier one of that name gives way.
  ///
  /// - Throws: `Problem` if it is no command line.
  public func save(_ line: String, as name: String) throws {
    let statement = try Statement(
      try Words.tokens(line, variables: placeholders, sets: Set(results.keys).union(["_"])))
    for case .command(let words) in statement.stages { _ = try catalog.command(words[0].text) }
    try store.setSetting(Self.prefix + name, to: line)
  }

  /// `$1` to `$9`, which get their values when the line is carried out.
  private var placeholders: [String: String] {
    variables.merging((1...9).map { (String($0), "$\($0)") }) { first, _ in first }
  }

  /// Carries out a line within this command, with further variables.
  public func run(_ line: String, with values: [String: String]) throws -> Output {
    let outer = variables
    defer { variables = outer }
    variables.merge(values) { _, new in new }
    return try run(line).output
  }
}
