import ArgumentParser

/// Turns the words behind a command's name into the command.
enum CommandLineParser {
  /// - Throws: `Problem` of kind `usage` that names the word that is wrong.
  static func parse(_ type: any Command.Type, _ words: [String]) throws(Problem) -> any Command {
    do {
      guard let command = try type.parseAsRoot(words) as? any Command else {
        throw Problem("help \(type.name) explains it", kind: .usage)
      }
      return command
    } catch let problem as Problem {
      throw problem
    } catch {
      throw problem(type, words, type.message(for: error))
    }
  }

  private static func problem(_ type: any Command.Type, _ words: [String], _ message: String)
    -> Problem
  {
    let declaration = Declaration(of: type)
    let options = declaration.options
    if let wrong = words.first(where: { word in
      word.hasPrefix("--") && word != "--" && !options.contains(String(word.prefix { $0 != "=" }))
    }), message.contains("nknown option") {
      var problem = Problem.unknown("option", wrong, among: options)
      problem.hint = problem.hint ?? "\(type.name) has \(options.joined(separator: " "))"
      return problem
    }
    let culprit = words.first { !$0.isEmpty && message.contains("'\($0)'") }
    let first = message.split(separator: "\n").first.map(String.init) ?? "wrong arguments"
    return Problem(lowered(first), at: culprit, hint: "usage: " + declaration.usage, kind: .usage)
  }

  /// A sentence of the parser's as problems are worded: no capital, no full stop.
  private static func lowered(_ sentence: String) -> String {
    let bare = sentence.hasPrefix("Error: ") ? String(sentence.dropFirst(7)) : sentence
    let open = bare.hasSuffix(".") ? String(bare.dropLast()) : bare
    return open.prefix(1).lowercased() + open.dropFirst()
  }
}
