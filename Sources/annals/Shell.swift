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
    chooseTheme()
  }

  private func chooseTheme() { Screen.choose(session.theme.flatMap(Theme.init)) }

  /// The prompt, until the analyst leaves.
  func prompt() {
    let completer = Completer(session)
    let history = HistoryFile(path: path + ".history")
    guard
      let editor = LineEditor(prompt: Self.prompt, history: history, complete: completer.complete)
    else { return }
    Screen.say("annals, session \(path); help lists the commands, quit leaves")
    while !session.isOver {
      switch read(editor) {
      case .end:
        Screen.say("")
        return
      case .interrupted: continue
      case .text(let text):
        editor.remember(text)
        runLines(of: text)
      }
    }
  }

  private static let prompt = "annals> "
  /// Before the further lines of a command.
  private static let promptWithin = "   ...> "

  /// Reads a command; one in an open quotation, or with a `\` at its end, goes on in the next line.
  private func read(_ editor: LineEditor) -> LineEditor.Line {
    var text = ""
    while true {
      let line = editor.readLine(prompt: text.isEmpty ? Self.prompt : Self.promptWithin)
      guard case .text(let typed) = line else { return line }
      text += typed
      guard Words.isOpen(text) else { return .text(text) }
      if text.hasSuffix("\\") { text.removeLast() }
      text += " "
    }
  }

  /// Carries out what was typed: one command, or the several that were pasted, up to a problem.
  private func runLines(of text: String) {
    Interrupt.clear()
    let lines = text.split(separator: "\n").map(String.init)
    for line in lines where !session.isOver {
      if lines.count > 1 { Screen.say(Self.prompt + line) }
      if run(line, at: nil) != nil { return }
    }
  }

  /// Lines that are piped in; stops at the first problem unless told to go on.
  ///
  /// - Returns: the exit code.
  func runStandardInput(keepGoing: Bool) -> Int32 {
    run(from: STDIN_FILENO, named: "standard input", keepGoing: keepGoing)
  }

  /// The commands of a file.
  func run(file: String, keepGoing: Bool) throws -> Int32 {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Problem("cannot read \(file): \(String(cString: strerror(errno)))", kind: .unreadable)
    }
    defer { close(descriptor) }
    return run(from: descriptor, named: file, keepGoing: keepGoing)
  }

  private func run(from descriptor: Int32, named name: String, keepGoing: Bool) -> Int32 {
    let reader = LineReader(descriptor: descriptor, longest: 1_000_000)
    var number = 0
    var code: Int32 = 0
    while !session.isOver, let bytes = reader.nextLine() {
      number += 1
      guard let line = String(validating: bytes, as: UTF8.self) else {
        Screen.say("\(name):\(number): error: the line is not UTF-8", isError: true)
        return 2
      }
      if number == 1, line == "annals 1" { continue }
      guard let problem = run(line, at: "\(name):\(number)") else { continue }
      code = problem.exitCode
      if !keepGoing || problem.kind == .interrupted { return code }
    }
    return Screen.isInterrupted ? Problem.interrupted.exitCode : code
  }

  /// The commands of -c.
  func run(_ lines: [String], keepGoing: Bool) -> Int32 {
    var code: Int32 = 0
    for line in lines where !session.isOver {
      guard let problem = run(line, at: nil) else { continue }
      code = problem.exitCode
      if !keepGoing || problem.kind == .interrupted { return code }
    }
    return code
  }

  /// Carries out one line and shows its result, or its problem.
  @discardableResult
  private func run(_ line: String, at place: String?) -> Problem? {
    let bar = ProgressBar()
    session.progress = { done, total, what in bar.update(done, total, what) }
    do throws(Problem) {
      let (output, presentation) = try session.run(line)
      bar.clear()
      chooseTheme()
      try Screen.show(output, presentation)
      return try watch()
    } catch {
      bar.clear()
      var problem = error
      problem.place = problem.place ?? place
      Screen.report(problem, under: line)
      return problem
    }
  }

  /// Repeats what `watch` asked for until Ctrl-C or a problem.
  private func watch() throws(Problem) -> Problem? {
    guard let (line, seconds) = session.watched else { return nil }
    session.watched = nil
    var round = 0
    while !Screen.isInterrupted, !session.isOver {
      round += 1
      let (output, presentation) = try session.run(line)
      Screen.say("round \(round), every \(seconds) s: \(line)")
      try Screen.show(output, presentation)
      sleep(UInt32(seconds))
    }
    return nil
  }
}
