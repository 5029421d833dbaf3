import Workbench

/// Names a set of documents, which compare and every scope then take as `$name`.
struct Let: Command {
  static let configuration = CommandConfiguration(
    commandName: "let", abstract: "Name a set of documents, to be used as $name")
  static let searchTerms = ["variable", "set", "group", "नाम", "назвать", "命名"]
  static let examples = [
    Example("The Hindi articles, as a set", "let hindi = docs --lang hi", prints: "$hindi: d2")
  ]

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("NAME = COMMAND that lists documents", valueName: "assignment"))
  var words: [String]

  func run(in session: Session) throws -> Output {
    guard words.count > 2, words[1] == "=", let name = words.first,
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else {
      throw Problem("no assignment", at: words.first, hint: "let ru = docs --lang ru", kind: .usage)
    }
    let line = words.dropFirst(2).map(Words.quoted).joined(separator: " ")
    let handles = try session.run(line).output.rows.compactMap { row in
      row.lazy.compactMap { Handle($0.plain) }.first { $0.kind == .document }
    }
    guard !handles.isEmpty else { throw Problem("\(line) lists no documents", at: words[2]) }
    var seen: Set<Handle> = []
    let value = handles.filter { seen.insert($0).inserted }.map(\.description)
      .joined(separator: ",")
    session.variables[name] = value
    return .done("$\(name): \(value)")
  }
}
