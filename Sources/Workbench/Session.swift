import Grammar
import Loading
import Store

/// An analyst's session: the one owner of its database, and the place where commands run.
public final class Session {
  public let catalog: Catalog
  public internal(set) var readers: Readers
  /// Values that `$name` stands for.
  public var variables: [String: String] = [:]
  /// What `let` gave a name; `_` is the last result with rows.
  var results: [String: Output] = [:]
  /// Snapshots of a session that has no file.
  var held: [String: SessionStore] = [:]
  /// What the command before the `|` found.
  var piped: Output?
  /// A replay or a test: no program runs, and nothing that waits for a person.
  public var isConfined = true
  /// Which files commands may touch.
  public var files: FileAccess
  /// Asked between documents; a command that is cancelled changes nothing.
  public var isCancelled: () -> Bool = { false }
  /// Told how far a long command is: done, total, and what is counted.
  public var progress: (_ done: Int, _ total: Int, _ what: String) -> Void = { _, _, _ in }
  /// Seconds since 1970, for the journal only; nothing that is found depends on it.
  public var clock: () -> Double = { 0 }
  /// Asked, also from another thread, whether the command that runs is to stop; nil: none is.
  public var isStopped: (@Sendable () -> Bool)?
  /// Rows that are shown of what the running command finds; nil: all, or it is not known yet.
  public private(set) var wanted: Int?
  /// Set by `quit`.
  public var isOver = false
  /// Children that read untrusted formats; nil: they are read in this process.
  var parsers: ParserPool?
  /// The session that is to be opened when this one is over.
  public var next: String?
  /// Set by `watch`: the command that is to be repeated, and the seconds between.
  public var watched: (line: String, seconds: Int)?
  /// Where sessions without a path are kept.
  public var sessionFolder: String?
  let store: SessionStore
  var recording: Recording?
  /// The command that began the recording is not recorded itself.
  var isFirstRecorded = false
  /// Goes up whenever a command may have changed the session, for what is derived from it.
  var revision = 0
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
    let statement = try statement(line)
    guard !statement.stages.isEmpty else { return (.nothing, .standard) }
    guard depth < Self.deepest else {
      throw Problem("commands run one another deeper than \(Self.deepest)")
    }
    depth += 1
    defer { depth -= 1 }
    let steps = try statement.stages.map { stage throws(Problem) in try step(stage) }
    let presentation = try presentation(of: steps, in: statement)
    let start = clock()
    do {
      let found = try stoppable(steps) {
        try linkLeftovers()
        let outer = wanted
        wanted = steps.count == 1 ? presentation.limit : nil
        defer { wanted = outer }
        return try carryOut(steps, line: line)
      }
      let limited = presentation.limit.map { found.limited(to: $0) } ?? found
      let output = try keep(limited, presentation, as: statement.name)
      try finish(line, status: "done", since: start)
      try record(line, output.lines(as: presentation.file == nil ? presentation.format : .table))
      return (output, presentation)
    } catch {
      let problem = Problem.wrapping(error)
      try? finish(line, status: problem.summary, since: start)
      if depth == 1 { try recording?.add(line, failed: problem) }
      throw problem
    }
  }

  /// Lets Ctrl-C cut off commands, but for those that end themselves.
  private func stoppable(_ steps: [Step], _ body: () throws -> Output) throws -> Output {
    let endsItself = steps.contains { step in
      if case .command(let command) = step { command.endsItself } else { false }
    }
    return try store.stopping(when: endsItself ? nil : isStopped, body)
  }

  /// What was cut off may have gone on with less than all; it is neither kept nor shown.
  private func refuseIfStopped(_ command: any Command) throws {
    if !command.endsItself, isStopped?() == true { throw Problem.interrupted }
  }

  private func record(_ line: String, _ output: [String]) throws(Problem) {
    guard depth == 1, !isFirstRecorded else {
      isFirstRecorded = false
      return
    }
    try recording?.add(line, output)
  }

  /// Enters the command in the journal: what was typed at the prompt or stands in a notebook.
  private func finish(_ line: String, status: String, since start: Double) throws(Problem) {
    guard depth == 1 else { return }
    do {
      let milliseconds = Int((clock() - start) * 1000)
      try store.journal(
        line, at: start, status: status, milliseconds: milliseconds, hash: Self.seal)
    } catch {
      throw Problem.wrapping(error)
    }
  }

  /// Carries out one command after the other, each with what the one before it found.
  func carryOut(_ steps: [Step], line: String) throws -> Output {
    let outer = piped
    defer { piped = outer }
    var output = Output.nothing
    for (index, step) in steps.enumerated() {
      piped = index == 0 ? outer : output
      switch step {
      case .sets(let expression): output = try value(of: expression)
      case .command(let command): output = try carryOut(command, line: line)
      }
    }
    return output
  }

  func carryOut(_ command: any Command, line: String) throws -> Output {
    let run = {
      let output = try command.run(in: self)
      try self.refuseIfStopped(command)
      return output
    }
    guard type(of: command).effects.contains(.changesSession) else { return try run() }
    defer { revision += 1 }
    let before = try store.steps().first
    let output = try keepingReaders {
      try store.step(line) {
        type(of: command).isAtomic ? try store.transaction(run) : try run()
      }
    }
    let isNew = try store.steps().first != before
    if isNew, !type(of: command).effects.contains(.takesBack) { try forgetUndone() }
    return output
  }

  /// What fails leaves the readers as they were, with the analyst's names that they know.
  private func keepingReaders(_ body: () throws -> Output) throws -> Output {
    let before = readers
    do { return try body() } catch {
      readers = before
      throw error
    }
  }

  /// Names the result, writes it into a file, or leaves it to be shown.
  private func keep(_ output: Output, _ presentation: Presentation, as name: String?)
    throws(Problem)
    -> Output
  {
    if depth == 1 { keepLast(output) }
    if let name { results[name] = output }
    if let file = presentation.file {
      try FileWriting.write(output.lines(as: presentation.format), to: files.writing(file))
      let rows = max(output.rows.count, output.lines.count)
      return .done("wrote \(file): \(counted(rows, "row"))")
    }
    return name.map { .done("\($0): \(counted(output.rows.count, "row"))") } ?? output
  }
}

extension Problem {
  init(_ problem: StoreProblem, culprit: String? = nil) {
    guard problem.kind != .interrupted else {
      self = .interrupted
      return
    }
    self.init(
      problem.summary, at: culprit, hint: problem.hint,
      kind: problem.kind == .unreadable ? .unreadable : .failed)
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
