/// A command file with its recorded outputs (grammar version 1).
///
/// `x.annals` is plain; in `x.annals.md` only what stands in ```` ```annals ```` fences counts.
public struct Notebook: Sendable {
  /// What a recorded line says of the output.
  public enum Recorded: Sendable, Equatable {
    /// `#> text`: this line exactly.
    case exact(String)
    /// `#~ text`: `*` stands for anything.
    case glob(String)
    /// `#* `: any number of lines.
    case any
    /// `#! text`: the command must fail with this problem.
    case problem(String)
  }

  /// A command, its line number, and what was recorded below it.
  public struct Step: Sendable {
    public var command: String
    /// From 1.
    public var line: Int
    public var recorded: [Recorded]
    /// Lines of the file (from 0) that hold `recorded`.
    public var recordedLines: Range<Int>
  }

  /// A declared parameter: `param NAME = VALUE  # help`.
  public struct Parameter: Sendable {
    public var name: String
    public var value: String
    public var help: String
    public var line: Int
  }

  /// What the outputs were recorded with: `#= rules HASH inputs HASH`.
  public struct Stamp: Sendable, Equatable {
    /// Digest of the rules' version and of all language packs.
    public var rules: String
    /// Digest of the documents that were loaded.
    public var inputs: String

    public init(rules: String, inputs: String) {
      self.rules = rules
      self.inputs = inputs
    }

    var line: String { "#= rules \(rules) inputs \(inputs)" }

    init?(_ line: String) {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 5, words[0] == "#=", words[1] == "rules", words[3] == "inputs" else {
        return nil
      }
      self.init(rules: words[2], inputs: words[4])
    }
  }

  public let path: String
  public let lines: [String]
  public private(set) var parameters: [Parameter] = []
  public private(set) var steps: [Step] = []
  public private(set) var stamp: Stamp?
  /// Lines of the file (from 0): of the stamp if there is one, else of the version.
  private(set) var stampLine = 0
  private(set) var versionLine = 0

  /// Reads a notebook.
  ///
  /// - Throws: `Problem` of kind `unreadable`, with `file:line`, if it is none.
  public init(path: String, text: String) throws(Problem) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
    }
    let isMarkdown = path.hasSuffix(".md")
    var isInside = !isMarkdown
    var hasVersion = false
    for (index, line) in lines.enumerated() {
      let trimmed = line.trimmingBlanks
      if isMarkdown, trimmed.hasPrefix("```") {
        isInside = !isInside && trimmed == "```annals"
        continue
      }
      guard isInside, !trimmed.isEmpty else { continue }
      if !hasVersion {
        try readVersion(trimmed, line: index + 1)
        hasVersion = true
        versionLine = index
      } else {
        try read(line, trimmed, index)
      }
    }
    guard hasVersion else { throw unreadable("no line `annals 1`", line: 1) }
  }

  private func readVersion(_ line: String, line number: Int) throws(Problem) {
    guard line == "annals 1" else {
      throw unreadable("a notebook begins with the line `annals 1`", line: number)
    }
  }

  private mutating func read(_ line: String, _ trimmed: String, _ index: Int) throws(Problem) {
    if let recorded = Recorded(line) {
      guard !steps.isEmpty else {
        throw unreadable("a recorded output stands before the first command", line: index + 1)
      }
      let last = steps.count - 1
      steps[last].recorded.append(recorded)
      steps[last].recordedLines = steps[last].recordedLines.lowerBound..<(index + 1)
    } else if let stamp = Stamp(trimmed) {
      self.stamp = stamp
      stampLine = index
    } else if trimmed.hasPrefix("#") {
      return
    } else if trimmed.hasPrefix("param ") {
      parameters.append(try parameter(trimmed, line: index + 1))
    } else {
      steps.append(
        Step(
          command: trimmed, line: index + 1, recorded: [], recordedLines: (index + 1)..<(index + 1))
      )
    }
  }

  private func parameter(_ line: String, line number: Int) throws(Problem) -> Parameter {
    let body = line.dropFirst("param ".count)
    guard let equals = body.firstIndex(of: "=") else {
      throw unreadable("a parameter is declared as `param NAME = VALUE`", line: number)
    }
    let name = String(body[..<equals]).trimmingBlanks
    let rest = body[body.index(after: equals)...]
    let hash = rest.firstIndex(of: "#") ?? rest.endIndex
    let words = try Words.split(String(rest[..<hash]))
    guard words.count == 1, !name.isEmpty else {
      throw unreadable("a parameter has one name and one value", line: number)
    }
    let help = String(rest[hash...].drop { $0 == "#" || $0 == " " })
    return Parameter(name: name, value: words[0], help: help, line: number)
  }

  private func unreadable(_ summary: String, line: Int) -> Problem {
    var problem = Problem(summary, kind: .unreadable)
    problem.place = "\(path):\(line)"
    return problem
  }
}

extension Notebook.Recorded {
  /// Reads a recorded line; nil for any other line.
  init?(_ line: String) {
    guard line.hasPrefix("#"), let sign = line.dropFirst().first else { return nil }
    let rest = String(line.dropFirst(line.dropFirst(2).hasPrefix(" ") ? 3 : 2))
    switch sign {
    case ">": self = .exact(rest)
    case "~": self = .glob(rest)
    case "*": self = .any
    case "!": self = .problem(rest)
    default: return nil
    }
  }
}

extension String {
  /// The text without blanks and tabs at both ends.
  var trimmingBlanks: String {
    var part = self[...]
    while let first = part.first, first == " " || first == "\t" { part.removeFirst() }
    while let last = part.last, last == " " || last == "\t" { part.removeLast() }
    return String(part)
  }
}
