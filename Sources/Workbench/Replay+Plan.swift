/// What a notebook would do, told without doing it.
extension Replay {
  /// A line for each command: its place, itself, and what it may touch.
  ///
  /// - Throws: `Problem` if a command cannot be understood or may not stand in a notebook.
  public func plan() throws(Problem) -> [String] {
    var sets: Set<String> = []
    var lines: [String] = []
    for step in notebook.steps {
      let label = "\(notebook.path):\(step.line): \(step.command)"
      if case .problem? = step.recorded.first {
        lines.append(label + " | must fail")
        continue
      }
      do {
        try session.check(step.command, names: &sets)
        let effects = try session.effects(of: step.command, sets: sets)
        lines.append(
          label + " | "
            + (effects.isEmpty ? ["reads the session"] : effects).joined(separator: ", "))
      } catch {
        var problem = error
        problem.place = "\(notebook.path):\(step.line)"
        throw problem
      }
    }
    return lines + [
      "reads below \(session.files.readableLabel)", "writes below \(session.files.writableLabel)",
    ]
  }
}

extension Session {
  /// What the commands of a line may touch, in words.
  func effects(of line: String, sets: Set<String>) throws(Problem) -> [String] {
    let tokens = try Words.tokens(line, variables: variables, sets: sets.union(["_"]))
    let statement = try Statement(tokens)
    var effects: Set<Effect> = statement.file == nil ? [] : [.writesFiles]
    for case .command(let words) in statement.stages {
      effects.formUnion(try catalog.command(words[0].text).effects)
    }
    return Effect.allCases.filter(effects.contains).compactMap(\.phrase)
  }
}

extension Effect {
  fileprivate var phrase: String? {
    switch self {
    case .changesSession: "changes the session"
    case .readsFiles: "reads files"
    case .writesFiles: "writes files"
    case .needsPrompt: "works only at the prompt"
    case .takesBack: nil
    }
  }
}

extension FileAccess {
  fileprivate var readableLabel: String { readable?.joined(separator: ", ") ?? "/" }
  fileprivate var writableLabel: String { writable ?? "/" }
}
