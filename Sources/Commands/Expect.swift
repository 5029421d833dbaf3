import Workbench

/// Asserts what a command finds, whatever its layout.
struct Expect: Command {
  static let configuration = CommandConfiguration(
    commandName: "expect", abstract: "Assert what a command finds")
  static let commandPosition: Int? = 0
  static let task = HelpTask.keep
  static let searchTerms = ["assert", "check", "test", "अपेक्षा", "ожидать", "期望"]
  static let examples = [
    Example(
      "Is the July meeting there?", "expect timeline has 2024-07",
      prints: ""),
    Example(
      "Are there five people?", "expect entities --kind person count >= 5",
      prints: "entities --kind person: count is 3, expected >= 5"),
    Example(
      "Is this one entity?", "expect entity \"शी जिनपिंग\" = \"Xi Jinping\"",
      prints: ""),
  ]

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp(
      "COMMAND has TEXT, COMMAND count >= N, or entity NAME = NAME", valueName: "assertion"))
  var words: [String]

  func run(in session: Session) throws -> Output {
    if words.first == "entity", words.count == 4, words[2] == "=" {
      return try entity(words[1], is: words[3], in: session)
    }
    if words.count >= 2, words[words.count - 2] == "has" {
      return try has(words[words.count - 1], Array(words.dropLast(2)), in: session)
    }
    if words.count >= 3, words[words.count - 3] == "count", let number = Int(words[words.count - 1])
    {
      let relation = words[words.count - 2]
      return try count(relation, number, Array(words.dropLast(3)), in: session)
    }
    throw Problem(
      "no assertion", at: words.first,
      hint: "expect COMMAND has TEXT, expect COMMAND count >= N, expect entity A = B", kind: .usage)
  }

  private func lines(_ command: [String], in session: Session) throws -> Output {
    command.isEmpty
      ? try session.input(of: Self.name) : try session.run(session.line(of: command)).output
  }

  private func label(_ command: [String]) -> String {
    command.isEmpty ? "the result" : command.joined(separator: " ")
  }

  private func has(_ text: String, _ command: [String], in session: Session) throws -> Output {
    let printed = try lines(command, in: session).plainLines
    if printed.contains(where: { $0.contains(text) }) { return .nothing }
    let nearest = printed.prefix(3).map { "  " + $0 }.joined(separator: "; ")
    throw Problem(
      "\(label(command)) has no \(text)",
      hint: printed.isEmpty ? "it is empty" : "it begins with" + nearest)
  }

  private func count(
    _ relation: String, _ number: Int, _ command: [String], in session: Session
  ) throws -> Output {
    let relations: [String: (Int, Int) -> Bool] = [
      "=": { $0 == $1 }, ">=": { $0 >= $1 }, "<=": { $0 <= $1 }, ">": { $0 > $1 }, "<": { $0 < $1 },
    ]
    guard let holds = relations[relation] else {
      throw Problem.unknown("relation", relation, among: relations.keys.sorted())
    }
    let count = try lines(command, in: session).rows.count
    if holds(count, number) { return .nothing }
    throw Problem(
      "\(label(command)): count is \(count), expected \(relation) \(number)")
  }

  private func entity(_ name: String, is other: String, in session: Session) throws -> Output {
    let left = try session.entity(name)
    let right = try session.entity(other)
    if left.id == right.id { return .nothing }
    throw Problem(
      "\(name) is \(left.name) (\(left.handle)), \(other) is \(right.name) (\(right.handle))")
  }
}
