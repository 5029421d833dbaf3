import Store

/// What can be typed next: commands, options, values, names in any script, rows and files.
public struct Suggestions {
  /// A word as it must be typed, and what it is.
  public struct Suggestion: Sendable, Equatable {
    public var text: String
    public var summary: String

    init(_ text: String, _ summary: String = "") {
      self.text = text
      self.summary = summary
    }
  }

  let session: Session
  private let names: NameIndex

  public init(_ session: Session) {
    self.session = session
    names = NameIndex()
  }

  /// - Parameter line: the command line up to the cursor.
  /// - Returns: the word that is being typed as it stands there, and what can take its place.
  public func suggestions(for line: String) -> (word: String, all: [Suggestion]) {
    let last = line.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let position = CommandPosition(String(last))
    return (position.raw, suggestions(at: position, depth: 0))
  }

  private func suggestions(at position: CommandPosition, depth: Int) -> [Suggestion] {
    guard let name = position.words.first else { return commands(position.value) }
    guard depth < 4, let command = try? session.catalog.command(name) else { return [] }
    if let inner = command.commandPosition, position.words.count > inner {
      return suggestions(at: position.dropping(inner + 1), depth: depth + 1)
    }
    let declaration = Declaration(of: command)
    if position.raw.hasPrefix("-") { return options(declaration, position) }
    let slot = declaration.slot(after: Array(position.words.dropFirst()))
    return slot.map { values(of: $0, for: position, of: command) } ?? []
  }

  private func commands(_ prefix: String) -> [Suggestion] {
    let all = session.catalog.commands.map { Suggestion($0.name, $0.summary) }
    return all.filter { $0.text.hasPrefix(prefix.lowercased()) }
  }

  /// The options that were not given yet.
  private func options(_ declaration: Declaration, _ position: CommandPosition) -> [Suggestion] {
    declaration.arguments.filter { argument in
      argument.isOption && argument.name.hasPrefix(position.raw)
        && !position.words.contains(argument.name)
    }.map { Suggestion($0.name, $0.summary) }.sorted { $0.text < $1.text }
  }

  private func values(
    of argument: Declaration.Argument, for position: CommandPosition, of command: any Command.Type
  ) -> [Suggestion] {
    let typed = position.value
    if !argument.values.isEmpty { return beginning(typed, argument.values.map { Suggestion($0) }) }
    switch argument.kind {
    case .language: return beginning(typed, session.readers.languages.map { Suggestion($0) })
    case .source: return sources(typed)
    case .document:
      let isTheme = position.words.last == "theme"
      return isTheme ? beginning(typed, Session.themes.map { Suggestion($0) }) : documents(typed)
    case .entity: return names.matches(typed, in: session)
    case .row: return documents(typed) + names.matches(typed, in: session)
    case .file: return FileSuggestions(folder: session.files.folder).matches(typed)
    case .command: return commands(typed)
    case .tag: return beginning(typed, tags())
    case .column: return beginning(typed, columns(for: position).map { Suggestion($0) })
    case .other: return []
    }
  }

  private func beginning(_ typed: String, _ all: [Suggestion]) -> [Suggestion] {
    let folded = typed.lowercased()
    return all.filter { $0.text.lowercased().hasPrefix(folded) }
      .map { Suggestion(Words.quoted($0.text), $0.summary) }
  }

  /// Outlets by any of their words.
  private func sources(_ typed: String) -> [Suggestion] {
    let documents = (try? session.documents()) ?? []
    let counts = Dictionary(grouping: documents.compactMap(\.source)) { $0 }.mapValues(\.count)
    return counts.keys.sorted().filter { NameIndex.begins($0, typed) }.map {
      Suggestion(Words.quoted($0), counted(counts[$0] ?? 0, "document"))
    }
  }

  /// Documents by handle or name.
  private func documents(_ typed: String) -> [Suggestion] {
    let documents = (try? session.documents()) ?? []
    return documents.compactMap { row -> Suggestion? in
      let handle = row.handle.description
      let about = [row.name, row.source ?? "", row.title ?? ""].filter { !$0.isEmpty }
      if handle.hasPrefix(typed) { return Suggestion(handle, about.joined(separator: " | ")) }
      return row.name.hasPrefix(typed) ? Suggestion(Words.quoted(row.name), handle) : nil
    }
  }

  /// Columns of what is piped to the command, else of the last result.
  private func columns(for position: CommandPosition) -> [String] {
    for word in position.piped.reversed() {
      if let command = try? session.catalog.command(word), !command.columns.isEmpty {
        return command.columns.map { $0.split(separator: "#").joined() }
      }
      if word.hasPrefix("$"), let result = session.results[String(word.dropFirst())] {
        return result.columns.map(\.name)
      }
    }
    return session.results["_"]?.columns.map(\.name) ?? []
  }

  private func tags() -> [Suggestion] {
    let tags = (try? session.store.tags()) ?? [:]
    return tags.keys.sorted().map { Suggestion($0, counted(tags[$0]?.count ?? 0, "row")) }
  }
}
