import Grammar
import Loading
import Store

/// An analyst's session: the one owner of its database, and the place where commands run.
public final class Session {
  public let catalog: Catalog
  public internal(set) var readers: Readers
  /// Values that `$name` stands for.
  public var variables: [String: String] = [:]
  /// Which files commands may touch.
  public var files: FileAccess
  /// Asked between documents; a command that is cancelled changes nothing.
  public var isCancelled: () -> Bool = { false }
  /// Told how far a long command is: done, total, and what is counted.
  public var progress: (_ done: Int, _ total: Int, _ what: String) -> Void = { _, _, _ in }
  /// Seconds since 1970, for the journal only; nothing that is found depends on it.
  public var clock: () -> Double = { 0 }
  /// Set by `quit`.
  public var isOver = false
  /// Children that read untrusted formats; nil: they are read in this process.
  var parsers: ParserPool?
  let store: SessionStore
  var recording: Recording?
  /// The command that began the recording is not recorded itself.
  var isFirstRecorded = false
  /// Goes up whenever a command may have changed the session, for what is derived from it.
  private(set) var revision = 0
  /// How many commands are being carried out within one another.
  private var depth = 0

  /// Commands that run commands, at most so deep.
  static let deepest = 16

  init(store: SessionStore, catalog: Catalog, files: FileAccess) {
    self.store = store
    self.catalog = catalog
    self.files = files
    readers = Readers(catalog.packs, aliases: (try? Self.aliases(store)) ?? [])
  }

  /// A session in memory, as replays and tests use.
  public static func inMemory(catalog: Catalog, files: FileAccess) throws -> Session {
    Session(
      store: try SessionStore.inMemory(searchText: SearchText.index), catalog: catalog, files: files
    )
  }

  /// The session in the file at `path`, which is made if there is none.
  ///
  /// - Throws: `Problem` of kind `unreadable` if the file is no session.
  public static func open(_ path: String, catalog: Catalog, files: FileAccess) throws -> Session {
    do {
      return Session(
        store: try SessionStore(path: path, searchText: SearchText.index), catalog: catalog,
        files: files)
    } catch {
      throw Problem(error, culprit: path)
    }
  }

  /// Reads untrusted formats in confined children from now on.
  ///
  /// - Parameter program: annals, which `ParserChild` makes a child of.
  public func confineParsers(with program: String) { parsers = ParserPool(program: program) }

  /// Carries out one command line; it is durable when this returns, and changed nothing when it
  /// throws.
  ///
  /// - Throws: `Problem`.
  @discardableResult
  public func run(_ line: String) throws(Problem) -> (output: Output, presentation: Presentation) {
    let words = try Words.split(line, variables: variables)
    guard let name = words.first else { return (.nothing, .standard) }
    guard depth < Self.deepest else {
      throw Problem("commands run one another deeper than \(Self.deepest)", at: name)
    }
    depth += 1
    defer { depth -= 1 }
    let type = try catalog.command(name)
    let command = try CommandLineParser.parse(type, Array(words.dropFirst()))
    let start = clock()
    do {
      var output = try carryOut(command, line: line)
      if let limit = command.presentation.limit { output = output.limited(to: limit) }
      try finish(line, type, status: "done", since: start)
      try record(line, output.lines(as: command.presentation.format))
      return (output, command.presentation)
    } catch {
      let problem = Problem.wrapping(error)
      try? finish(line, type, status: problem.summary, since: start)
      throw problem
    }
  }

  private func carryOut(_ command: any Command, line: String) throws -> Output {
    guard type(of: command).effects.contains(.changesSession), depth == 1 else {
      return try command.run(in: self)
    }
    defer { revision += 1 }
    return try store.step(line) {
      guard type(of: command).isAtomic else { return try command.run(in: self) }
      return try store.transaction { try command.run(in: self) }
    }
  }

  private func record(_ line: String, _ output: [String]) throws(Problem) {
    guard depth == 1, !isFirstRecorded else {
      isFirstRecorded = false
      return
    }
    try recording?.add(line, output)
  }

  /// Enters the command in the journal: what was typed at the prompt or stands in a notebook.
  private func finish(
    _ line: String, _ type: any Command.Type, status: String, since start: Double
  ) throws(Problem) {
    guard depth == 1 else { return }
    do {
      let milliseconds = Int((clock() - start) * 1000)
      try store.journal(line, at: start, status: status, milliseconds: milliseconds)
    } catch {
      throw Problem.wrapping(error)
    }
  }
}

extension Problem {
  init(_ problem: StoreProblem, culprit: String? = nil) {
    let kinds: [StoreProblem.Kind: Kind] = [.unreadable: .unreadable, .interrupted: .interrupted]
    self.init(
      problem.summary, at: culprit, hint: problem.hint, kind: kinds[problem.kind] ?? .failed)
  }

  /// Any error as a problem.
  static func wrapping(_ error: any Error) -> Problem {
    switch error {
    case let problem as Problem: problem
    case let problem as StoreProblem: Problem(problem)
    default: Problem("\(error)")
    }
  }
}
