import ArgumentParser

/// From a command line to the commands that it means; nothing is carried out here.
extension Session {
  enum Step {
    case command(any Command)
    case sets(SetExpression)
  }

  func statement(_ line: String) throws(Problem) -> Statement {
    let names = Set(results.keys).union(["_"])
    return try Statement(try Words.tokens(line, variables: variables, sets: names))
  }

  /// The command of a stage, with the handles of sets in place of their names.
  func step(_ stage: Statement.Stage) throws(Problem) -> Step {
    switch stage {
    case .sets(let expression): return .sets(expression)
    case .command(let tokens):
      let type = try catalog.command(tokens[0].text)
      try permit(type)
      var words: [String] = []
      for token in tokens.dropFirst() {
        if let set = token.setName, !type.keepsSets {
          words += try handles(in: set).map(\.description)
        } else {
          words.append(token.text)
        }
      }
      return .command(try CommandLineParser.parse(type, words))
    }
  }

  /// How the result is to be shown: as the last command says, in the file or program of the line.
  ///
  /// - Throws: `Problem` if it is to go to a program where none may run.
  func presentation(of steps: [Step], in statement: Statement) throws(Problem) -> Presentation {
    var presentation = Presentation.standard
    if case .command(let command)? = steps.last { presentation = command.presentation }
    presentation.program = statement.program
    try permitProgram(statement.program)
    guard let file = statement.file else { return presentation }
    presentation.file = file
    if presentation.format == .table { presentation.format = Format(fileName: file) ?? .table }
    return presentation
  }

  /// Whether a command line could be carried out, as far as one can tell before it is.
  ///
  /// - Parameter names: sets that earlier lines will have made; this line's is added.
  /// - Throws: `Problem` as `run` would.
  func check(_ line: String, names: inout Set<String>) throws(Problem) {
    let tokens = try Words.tokens(line, variables: variables, sets: names.union(["_"]))
    let statement = try Statement(tokens)
    for case .command(let words) in statement.stages {
      let type = try catalog.command(words[0].text)
      let dummies = words.dropFirst().map { $0.setName != nil && !type.keepsSets ? "d1" : $0.text }
      _ = try CommandLineParser.parse(type, dummies)
      try permit(type)
    }
    try permitProgram(statement.program)
    if let name = statement.name { names.insert(name) }
  }

  /// - Throws: `Problem` for a command that works only at the prompt, in a replay.
  private func permit(_ type: any Command.Type) throws(Problem) {
    guard isConfined, type.effects.contains(.needsPrompt) else { return }
    throw Problem("\(type.name) works only at the prompt", at: type.name)
  }

  private func permitProgram(_ program: String?) throws(Problem) {
    guard isConfined, let program else { return }
    throw Problem("a notebook runs no program", at: program)
  }
}
