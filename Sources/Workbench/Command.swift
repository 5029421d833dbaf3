public import ArgumentParser

/// What a command may touch besides reading the session.
public enum Effect: Sendable, CaseIterable {
  /// It changes the session.
  case changesSession
  case readsFiles
  case writesFiles
  /// It waits for a person, or goes to another session.
  case needsPrompt
  /// It goes back or forth among the changes that were made.
  case takesBack
}

/// A command of the shell: its declaration is parser, help, completion, README row and tests.
///
/// A command never prints; it returns an `Output` that the shell, a notebook or `--format` writes.
public protocol Command: ParsableCommand {
  /// Commands with what they print on `AnnalsTesting.sampleSession`; at least one.
  static var examples: [Example] { get }
  static var effects: Set<Effect> { get }
  /// Whether all its changes are kept or none; `load` keeps whole documents instead.
  static var isAtomic: Bool { get }
  /// Whether Ctrl-C must not cut it off: it keeps what is done and ends itself, or goes elsewhere.
  var endsItself: Bool { get }
  /// What it helps with.
  static var task: HelpTask { get }
  /// Words under which `help --search` finds it, in any language.
  static var searchTerms: [String] { get }
  /// How many words stand before the command that it is given to carry out; nil if it is given none.
  static var commandPosition: Int? { get }
  /// Columns of what it lists, unless its options ask for another list; a number's ends in `#`.
  static var columns: [String] { get }
  /// Words without one of which it writes no file, whatever its effects; nil: it may always.
  static var writingWords: Set<String>? { get }
  /// Whether it takes `$name` as one word; other commands get the handles of the set's rows.
  static var keepsSets: Bool { get }
  var presentation: Presentation { get }

  /// Carries the command out.
  ///
  /// - Throws: `Problem` for everything that a user or a document can cause.
  func run(in session: Session) throws -> Output
}

extension Command {
  public static var effects: Set<Effect> { [] }
  public static var isAtomic: Bool { true }
  public var endsItself: Bool { false }
  public static var task: HelpTask { .ask }
  public static var searchTerms: [String] { [] }
  public static var commandPosition: Int? { nil }
  public static var columns: [String] { [] }
  public static var writingWords: Set<String>? { nil }
  public static var keepsSets: Bool { commandPosition != nil }
  public var presentation: Presentation { .standard }

  /// The name it is called by.
  public static var name: String {
    configuration.commandName ?? String(describing: Self.self).lowercased()
  }

  public static var summary: String { configuration.abstract }
}

/// A command line with what it prints, for help and for tests.
public struct Example: Sendable, CustomStringConvertible {
  public let question: String
  public let line: String
  public let output: [String]

  public init(_ question: String, _ line: String, prints output: String) {
    self.question = question
    self.line = line
    self.output =
      output.isEmpty
      ? [] : output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  public var description: String { line }
}
