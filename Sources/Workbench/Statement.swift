/// A command line as it is carried out: commands joined by `|`, the name and the file for the result.
///
///     let NAME = docs --lang hi | where source = TASS > hindi.csv
///     $a & $b        $a | $b        $a - $b        _
struct Statement {
  /// One command, or an expression of sets, between two `|`.
  enum Stage {
    case command([Words.Token])
    case sets(SetExpression)
  }

  var stages: [Stage] = []
  /// The set that `let` gives the result to.
  var name: String?
  /// The file that `>` writes the result into.
  var file: String?
  /// The program that the result is piped to, behind `| !`.
  var program: String?

  /// - Throws: `Problem` of kind `usage` with the word that is wrong.
  init(_ tokens: [Words.Token]) throws(Problem) {
    var tokens = tokens[...]
    name = try Self.takeName(&tokens)
    file = Self.takeFile(&tokens)
    program = Self.takeProgram(&tokens)
    while !tokens.isEmpty {
      let stage = try Self.takeStage(&tokens)
      stages.append(stage)
      guard let bar = tokens.popFirst() else { break }
      guard !tokens.isEmpty else {
        throw Problem("nothing behind |", at: bar.text, hint: "docs | head 5", kind: .usage)
      }
    }
    if stages.isEmpty, name != nil || program != nil || file != nil {
      throw Problem("no command", hint: "let ru = docs --lang ru", kind: .usage)
    }
  }

  private static func takeName(_ tokens: inout ArraySlice<Words.Token>) throws(Problem) -> String? {
    guard tokens.first?.isPlain("let") == true else { return nil }
    let words = tokens.prefix(3).map(\.text)
    guard words.count == 3, words[2] == "=", isName(words[1]) else {
      throw Problem(
        "let gives a result a name", at: words.count > 1 ? words[1] : "let",
        hint: "let ru = docs --lang ru", kind: .usage)
    }
    tokens = tokens.dropFirst(3)
    return words[1]
  }

  private static func isName(_ word: String) -> Bool {
    word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && word != "_" && !word.isEmpty
  }

  /// `> FILE` at the end; the file's ending keeps it apart from a comparison like `count > 3`.
  private static func takeFile(_ tokens: inout ArraySlice<Words.Token>) -> String? {
    guard tokens.count > 2, let last = tokens.last, tokens.dropLast().last?.isPlain(">") == true,
      Format(fileName: last.text) != nil
    else { return nil }
    tokens = tokens.dropLast(2)
    return last.text
  }

  private static func takeProgram(_ tokens: inout ArraySlice<Words.Token>) -> String? {
    // What stands behind `!` is the system's shell's, further bars too.
    let bar = tokens.indices.dropLast().first {
      tokens[$0].isPlain("|") && tokens[$0 + 1].text.hasPrefix("!") && tokens[$0 + 1].isBare
    }
    guard let bar else { return nil }
    let words = tokens[(bar + 1)...].map(\.source).joined(separator: " ")
    tokens = tokens[..<bar]
    return String(words.drop { $0 == "!" || $0 == " " })
  }

  private static func takeStage(_ tokens: inout ArraySlice<Words.Token>) throws(Problem) -> Stage {
    if tokens.first?.setName != nil { return .sets(try SetExpression(&tokens)) }
    let end = tokens.firstIndex { $0.isPlain("|") } ?? tokens.endIndex
    let words = Array(tokens[..<end])
    tokens = tokens[end...]
    guard !words.isEmpty else {
      throw Problem("no command before |", at: "|", hint: "docs | head 5", kind: .usage)
    }
    return .command(words)
  }
}

/// Named results joined from left to right: `$a & $b - $c`.
struct SetExpression {
  enum Operator: String { case both = "&", either = "|", without = "-" }

  let first: String
  private(set) var rest: [(by: Operator, name: String)] = []

  /// Takes the expression off the front of `tokens`; a `|` before anything but a set ends it.
  init(_ tokens: inout ArraySlice<Words.Token>) throws(Problem) {
    first = tokens.popFirst()?.setName ?? "_"
    while let sign = tokens.first, sign.isBare, let by = Operator(rawValue: sign.text) {
      let next = tokens.dropFirst().first
      if by == .either, next?.setName == nil { return }
      guard let name = next?.setName else {
        throw Problem("no set behind \(sign.text)", at: sign.text, hint: "$a & $b", kind: .usage)
      }
      rest.append((by, name))
      tokens = tokens.dropFirst(2)
    }
    if let extra = tokens.first, !extra.isPlain("|") {
      throw Problem(
        "sets are joined by & | or -", at: extra.text, hint: "$a & $b", kind: .usage)
    }
  }
}
