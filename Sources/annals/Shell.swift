import Glibc
import Terminal
import Workbench

/// Reads command lines and shows what they find.
struct Shell {
  private let session: Session
  private let path: String

  init(_ session: Session, path: String) {
    self.session = session
    self.path = path
  }

  /// The prompt, until the analyst leaves.
  func prompt() {
    let completer = Completer(session)
    let history = HistoryFile(path: path + ".history")
    guard
      let editor = LineEditor(prompt: "annals> ", history: history, complete: completer.complete)
    else { return }
    Screen.say("annals, session \(path); help lists the commands, quit leaves")
    while !session.isOver {
      switch editor.readLine() {
      case .end:
        Screen.say("")
        return
      case .interrupted: continue
      case .text(let line): run(line, at: nil)
      }
    }
  }

  /// Lines that are piped in; stops at the first problem unless told to go on.
  ///
  /// - Returns: the exit code.
  func runStandardInput(keepGoing: Bool) -> Int32 {
    let reader = LineReader(descriptor: STDIN_FILENO, longest: 1_000_000)
    var number = 0
    var code: Int32 = 0
    while !session.isOver, let bytes = reader.nextLine() {
      number += 1
      guard let line = String(validating: bytes, as: UTF8.self) else {
        Screen.say("standard input:\(number): error: the line is not UTF-8", isError: true)
        return 2
      }
      guard let problem = run(line, at: "standard input:\(number)") else { continue }
      code = problem.exitCode
      if !keepGoing { return code }
    }
    return code
  }

  /// The commands of -c.
  func run(_ lines: [String], from place: String, keepGoing: Bool) -> Int32 {
    var code: Int32 = 0
    for line in lines where !session.isOver {
      guard let problem = run(line, at: nil) else { continue }
      code = problem.exitCode
      if !keepGoing { return code }
    }
    return code
  }

  /// Carries out one line and shows its result, or its problem.
  @discardableResult
  private func run(_ line: String, at place: String?) -> Problem? {
    Interrupt.clear()
    let bar = ProgressBar()
    session.progress = { done, total, what in bar.update(done, total, what) }
    do throws(Problem) {
      let (output, presentation) = try session.run(line)
      bar.clear()
      if let file = presentation.file {
        try save(output, presentation, in: file)
      } else {
        Screen.show(output, presentation)
      }
      return nil
    } catch {
      bar.clear()
      var problem = error
      problem.place = problem.place ?? place
      Screen.report(problem, under: line)
      return problem
    }
  }

  private func save(_ output: Output, _ presentation: Presentation, in file: String) throws(Problem)
  {
    do { try session.write(output.lines(as: presentation.format), to: file) } catch let problem
      as Problem
    { throw problem } catch { throw Problem("\(error)") }
    Screen.say("wrote \(file)", isError: true)
  }
}
