/// Runs a notebook's commands in order and compares or rewrites its recorded outputs.
public struct Replay {
  /// What one step did.
  public struct Result: Sendable {
    public var step: Notebook.Step
    /// What it printed; for a problem the one line of it.
    public var output: [String]
    /// The same as it was found, for renderings.
    public var found: Output = .nothing
    public var problem: Problem?

    /// Whether the outcome is what the notebook recorded.
    ///
    /// A step without a recorded output must succeed, whatever it prints; one that the notebook
    /// expects to fail must fail in these words.
    public var isAsRecorded: Bool {
      if isInterrupted { return false }
      if case .problem(let expected)? = step.recorded.first {
        return problem.map { Match.glob($0.oneLine, expected) } ?? false
      }
      guard problem == nil else { return false }
      return step.recorded.isEmpty || Match.matches(output, step.recorded)
    }

    /// Whether Ctrl-C cut it off, which no notebook can expect.
    public var isInterrupted: Bool { problem?.kind == .interrupted }

    /// Whether it succeeded, or failed as the notebook says it must.
    public var isExpected: Bool { problem == nil || isAsRecorded }

    /// The lines that a notebook records of it.
    public var recording: [String] {
      if let problem { return ["#! " + problem.oneLine] }
      return output.map { $0.isEmpty ? "#>" : "#> " + $0 }
    }
  }

  public let notebook: Notebook
  public let session: Session

  /// - Parameter parameters: values that replace the notebook's own.
  /// - Throws: `Problem` for a parameter that the notebook does not declare, or a value of another
  ///   kind than the default.
  public init(_ notebook: Notebook, in session: Session, parameters: [String: String] = [:])
    throws(Problem)
  {
    self.notebook = notebook
    self.session = session
    let declared = notebook.parameters.map(\.name)
    for name in parameters.keys.sorted() where !declared.contains(name) {
      throw Problem.unknown("parameter", name, among: declared)
    }
    for parameter in notebook.parameters {
      let given = try parameters[parameter.name].map(parameter.taking)
      session.variables[parameter.name] = given ?? parameter.value
    }
  }

  /// Runs the steps; stops at the first problem that was not recorded, unless told to go on, and
  /// at one that Ctrl-C cut off.
  ///
  /// All commands are looked at before the first is run: one that cannot be understood, or that a
  /// notebook may not give, ends the replay before anything has happened.
  ///
  /// - Parameter each: is called after every step.
  /// - Returns: the results of the steps that were run.
  @discardableResult
  public func run(keepGoing: Bool = false, each: (Result) -> Void = { _ in }) -> [Result] {
    if !keepGoing, let fault = fault() {
      each(fault)
      return [fault]
    }
    var results: [Result] = []
    for step in notebook.steps {
      let result = run(step)
      results.append(result)
      each(result)
      if !result.isExpected, !keepGoing || result.isInterrupted { break }
    }
    return results
  }

  /// The first command that cannot be carried out, as far as one can tell before it is.
  private func fault() -> Result? {
    var sets: Set<String> = []
    for step in notebook.steps {
      if case .problem? = step.recorded.first { continue }
      do { try session.check(step.command, names: &sets) } catch { return failed(step, error) }
    }
    return nil
  }

  private func run(_ step: Notebook.Step) -> Result {
    do {
      let (output, presentation) = try session.run(step.command)
      // A load keeps what it has read and says so; the replay ends there all the same.
      if session.isCancelled() { return failed(step, Problem("interrupted", kind: .interrupted)) }
      let format = presentation.file == nil ? presentation.format : .table
      return Result(step: step, output: output.lines(as: format), found: output)
    } catch {
      return failed(step, error)
    }
  }

  private func failed(_ step: Notebook.Step, _ problem: Problem) -> Result {
    var problem = problem
    problem.place = problem.place ?? "\(notebook.path):\(step.line)"
    return Result(step: step, output: [problem.oneLine], problem: problem)
  }
}

extension Replay {
  /// The notebook's text with the outputs of `results` in place of the recorded ones.
  ///
  /// Steps that came out as recorded keep their lines, so a passing notebook stays the same to
  /// the byte.
  /// Where something changed, the stamp says what it was recorded with.
  public static func updated(
    _ notebook: Notebook, with results: [Result], stamp: Notebook.Stamp? = nil
  ) -> String {
    var lines = notebook.lines
    for result in results.reversed() where !result.isAsRecorded || result.step.recorded.isEmpty {
      lines.replaceSubrange(result.step.recordedLines, with: result.recording)
    }
    if lines != notebook.lines, let stamp {
      let range =
        notebook.stamp == nil
        ? (notebook.versionLine + 1)..<(notebook.versionLine + 1)
        : notebook.stampLine..<(notebook.stampLine + 1)
      lines.replaceSubrange(range, with: [stamp.line])
    }
    return lines.joined(separator: "\n")
  }

  /// Lines that show how a step differs: recorded with `-`, printed with `+`, in their order.
  public static func difference(_ result: Result, of notebook: Notebook) -> [String] {
    let recorded = result.step.recordedLines.map { notebook.lines[$0] }
    let printed = result.recording
    let changes = printed.difference(from: recorded)
    let removed = Set(changes.removals.map(\.offset))
    let inserted = Set(changes.insertions.map(\.offset))
    var lines = ["\(notebook.path):\(result.step.line): \(result.step.command)"]
    var (old, new) = (0, 0)
    while old < recorded.count || new < printed.count {
      if removed.contains(old) {
        lines.append("-" + recorded[old])
        old += 1
      } else if inserted.contains(new) {
        lines.append("+" + printed[new])
        new += 1
      } else {
        (old, new) = (old + 1, new + 1)
      }
    }
    return lines
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
