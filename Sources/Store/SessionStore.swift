import Facts
import GRDB
import Synchronization

/// One session: a SQLite database with documents, readings, decisions and the journal.
///
/// All calls are synchronous and come from one thread at a time. A call that writes is one
/// transaction of its own, or part of the one that `transaction` began.
public final class SessionStore {
  /// `ann1` in ASCII; tells a session from other SQLite files.
  public static let applicationID = 0x616E_6E31

  /// Makes the text that is indexed out of a document's text; the same text always gives the same.
  public typealias SearchText = @Sendable (String) -> String

  let queue: DatabaseQueue
  let searchText: SearchText
  /// The command line whose changes belong together, while one runs.
  private var line: String?
  private var step: Int?
  /// Asked before the session is read or written; what is to stop throws an `interrupted` problem.
  private var isStopped: (@Sendable () -> Bool)?
  private var watch: StatementWatch?

  /// Opens the session at `path`, or makes one there that only its owner can read.
  ///
  /// - Throws: `StoreProblem` if the file is a symbolic link, is no session, was made by a later
  ///   version, or cannot be opened.
  public init(path: String, searchText: @escaping SearchText) throws(StoreProblem) {
    self.searchText = searchText
    let isNew = try SessionFile.prepare(path)
    do {
      queue = try DatabaseQueue(path: SessionFile.plain(path), configuration: Schema.configuration)
      try Schema.open(queue, isNew: isNew)
    } catch {
      throw StoreProblem(error)
    }
  }

  private init(searchText: @escaping SearchText) throws {
    self.searchText = searchText
    var configuration = Schema.configuration
    // What SQLite sorts goes into no file either: a replay may write none.
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA temp_store = MEMORY") }
    queue = try DatabaseQueue(configuration: configuration)
    try Schema.open(queue, isNew: true)
  }

  /// A session that is kept in memory only.
  public static func inMemory(searchText: @escaping SearchText) throws(StoreProblem)
    -> SessionStore
  {
    do { return try SessionStore(searchText: searchText) } catch { throw StoreProblem(error) }
  }

  /// Closes the file; no other call may follow.
  public func close() throws(StoreProblem) {
    do { try queue.close() } catch { throw StoreProblem(error) }
  }

  /// Stops the statement that runs, from any thread; it throws an `interrupted` problem.
  public var interrupt: @Sendable () -> Void {
    let queue = queue
    return { queue.interrupt() }
  }
}

extension SessionStore {
  /// Runs `body`, which throws an `interrupted` problem soon after `isStopped` says so: at the next
  /// call that reads or writes, or in the middle of a statement.
  ///
  /// - Parameter isStopped: is also asked every 10 ms from another thread; nil: nothing stops
  ///   `body`, whatever it is part of.
  public func stopping<Result>(
    when isStopped: (@Sendable () -> Bool)?, _ body: () throws -> Result
  ) rethrows -> Result {
    let outer = (self.isStopped, watch)
    self.isStopped = isStopped
    watch = isStopped.map { StatementWatch(queue, $0) }
    defer {
      watch?.end()
      (self.isStopped, watch) = outer
    }
    return try body()
  }

  private func interruptible<Result>(_ body: () throws -> Result) rethrows -> Result {
    try watch.map { try $0.during(body) } ?? body()
  }

  /// - Throws: an `interrupted` problem if what runs is to stop.
  public func refuseIfStopped() throws(StoreProblem) {
    if isStopped?() == true { throw StoreProblem("interrupted", kind: .interrupted) }
  }
}

/// Interrupts the statements of a queue from another thread until it is ended.
private final class StatementWatch: Sendable {
  enum State { case on, paused, over }

  private let state = Mutex(State.paused)

  init(_ queue: DatabaseQueue, _ isStopped: @escaping @Sendable () -> Bool) {
    Task.detached { [self] in
      // Under the lock: a statement of the next command must not be hit.
      while state.withLock({ state in
        if state == .on, isStopped() { queue.interrupt() }
        return state != .over
      }) {
        try await Task.sleep(for: .milliseconds(10))
      }
    }
  }

  /// Runs `body`, which reads or writes; only meanwhile statements are interrupted.
  ///
  /// What begins and ends transactions is not: a connection whose rollback fails cannot be used any
  /// more.
  func during<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = enter(.on)
    defer { _ = enter(before) }
    return try body()
  }

  func end() { _ = enter(.over) }

  private func enter(_ new: State) -> State {
    state.withLock { state in
      defer { state = new }
      return state
    }
  }
}

extension SessionStore {
  /// Runs `body` so that all it changes is kept, or nothing if it throws.
  ///
  /// - Throws: what `body` throws; `StoreProblem` if the change cannot be kept.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    let before = step
    do {
      return try savepoint { _ in try body() }
    } catch let error as DatabaseError {
      step = before
      throw StoreProblem(error)
    } catch {
      step = before
      throw error
    }
  }

  /// Runs `body` so that all it changes is one step, which `undo` takes back.
  ///
  /// A body that changes nothing leaves no step. Several transactions may be in one step.
  ///
  /// - Parameter line: the command line, as `undo` and `steps` name the step.
  public func step<Result>(_ line: String, _ body: () throws -> Result) rethrows -> Result {
    let outer = (self.line, step)
    if self.line == nil { (self.line, step) = (line, nil) }
    defer { (self.line, step) = outer.0 == nil ? (nil, nil) : (outer.0, step) }
    return try body()
  }

  /// The step that a change made now belongs to; nil outside of `step`.
  func currentStep(_ db: Database) throws -> Int? {
    guard let line else { return nil }
    if let step { return step }
    try db.execute(sql: "INSERT INTO step (line) VALUES (?)", arguments: [line])
    step = Int(db.lastInsertedRowID)
    return step
  }
}

extension SessionStore {
  /// Runs `body` in a transaction that sees one state of the session.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreProblem) -> Result {
    do {
      try refuseIfStopped()
      return try queue.unsafeReentrantWrite { db in
        guard !db.isInsideTransaction else { return try interruptible { try body(db) } }
        var result: Result?
        try db.inTransaction(.deferred) {
          result = try interruptible { try body(db) }
          return .commit
        }
        return try result.orThrow()
      }
    } catch {
      throw StoreProblem(error)
    }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(StoreProblem) -> Result {
    let before = step
    do {
      try refuseIfStopped()
      return try savepoint { db in try interruptible { try body(db) } }
    } catch {
      step = before
      throw StoreProblem(error)
    }
  }

  private func savepoint<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try queue.unsafeReentrantWrite { db in
      var result: Result?
      try db.inSavepoint {
        result = try body(db)
        return .commit
      }
      return try result.orThrow()
    }
  }
}

extension Optional {
  fileprivate func orThrow() throws -> Wrapped {
    guard let self else { throw StoreProblem("the transaction did not run") }
    return self
  }
}
