import Glibc
import Synchronization
import Terminal
import Workbench

/// The only place that writes to standard output and standard error.
///
/// What goes to a terminal is a `TerminalText`; what goes into a file or a pipe is left as it is.
enum Screen {
  /// Whether Ctrl-C was pressed since the command began.
  static var isInterrupted: Bool { Interrupt.isPending }

  /// Rows that a table shows on a terminal unless more are asked for.
  private static let rowsShown = 40

  private static let chosenTheme = Mutex<Theme?>(nil)

  /// The colours that the person chose; nil: those that the environment tells.
  static func choose(_ theme: Theme?) { chosenTheme.withLock { $0 = theme } }

  private static var theme: Theme { Theme.current(chosen: chosenTheme.withLock { $0 }) }

  /// Date, status and event: they stay on a line where a timeline is too wide for a table.
  private static let headsOfTimeline = 3
  /// Handle and what follows it, of any other row.
  private static let headsOfRow = 2

  /// One line for a person.
  static func say(_ line: String, isError: Bool = false) {
    let descriptor = isError ? STDERR_FILENO : STDOUT_FILENO
    data([line], to: descriptor)
  }

  /// A question at the end of which the cursor stays.
  static func ask(_ question: String) { Device.write(TerminalText(question), to: STDOUT_FILENO) }

  /// Lines of data.
  static func data(_ lines: [String], to descriptor: Int32 = STDOUT_FILENO) {
    leaveIfUnread(Device.write(data: lines, to: descriptor), descriptor)
  }

  /// A problem, with a caret under the word of the line that caused it.
  static func report(_ problem: Problem, under line: String?) {
    // The terminal has written `^C` where the cursor was.
    if problem.kind == .interrupted, Device.isTerminal(STDERR_FILENO) { say("", isError: true) }
    let lines = problem.report(under: line, width: { TerminalText($0).width })
    guard Device.isTerminal(STDERR_FILENO) else { return lines.forEach { say($0, isError: true) } }
    let theme = theme
    for (index, text) in lines.enumerated() {
      let isCaret = text.contains("^") && text.allSatisfy { " ^".contains($0) }
      let role: Theme.Role? = index == 0 ? .error : isCaret ? .caret : nil
      let shown = TerminalText(text)
      Device.write(line: role.map { shown.styled($0, in: theme) } ?? shown, to: STDERR_FILENO)
    }
  }

  /// A command's result in the way that was asked for.
  ///
  /// A table is drawn on a terminal only; elsewhere its rows are written plainly and whole.
  ///
  /// - Throws: `Problem` if Ctrl-C ends the writing.
  static func show(_ output: Output, _ presentation: Presentation) throws(Problem) {
    if let program = presentation.program {
      pipe(output.lines(as: presentation.format), to: program)
      return
    }
    if presentation.file != nil {
      output.lines.forEach { say($0, isError: true) }
      return
    }
    if output.isEmptyTable, presentation.format == .table {
      say("nothing found", isError: !Device.isTerminal(STDOUT_FILENO))
      return
    }
    guard presentation.format == .table, Device.isTerminal(STDOUT_FILENO), !output.rows.isEmpty
    else {
      return try write(output.lines(as: presentation.format)) { say($0) }
    }
    if let chart = output.chart {
      try draw(lines(of: chart))
      output.notes.forEach { say($0) }
      return
    }
    let isWhole = presentation.all || presentation.limit != nil
    let shown = isWhole ? output : output.limited(to: rowsShown)
    let renderer = TableRenderer(
      headers: output.columns.map(\.name), isNumeric: output.columns.map(\.isNumeric),
      width: Device.width, places: Device.canPlace, theme: theme, handles: shown.handleColumns)
    let rows = shown.rows.map { $0.map(\.plain) }
    try draw(
      renderer.fits(rows)
        ? renderer.lines(rows)
        : records(rows, of: output, isReadable: renderer.isReadable(rows)) ?? renderer.lines(rows))
    (output.lines + shown.notes).forEach { say($0) }
  }

  /// Rows as paragraphs, where they are worth it: those with sentences, those of several sides, and
  /// those whose columns would be too narrow to be read.
  private static func records(_ rows: [[String]], of output: Output, isReadable: Bool)
    -> [TerminalText]?
  {
    let hasSentences = output.timeline != nil || output.columns.last?.name == "sentence"
    if let heads = output.heads ?? (hasSentences || isReadable ? nil : headsOfRow) {
      let labels = output.columns.map(\.name)
      return RecordRenderer(heads: heads, labels: labels, width: Device.width, theme: theme)
        .lines(rows)
    }
    guard hasSentences else { return nil }
    return RecordRenderer(heads: headsOfTimeline, width: Device.width, theme: theme).lines(rows)
  }

  private static func draw(_ lines: [TerminalText]) throws(Problem) {
    try write(lines) { line in
      leaveIfUnread(Device.write(line: line, to: STDOUT_FILENO), STDOUT_FILENO)
    }
  }

  private static func write<Line>(_ lines: [Line], _ writeLine: (Line) -> Void) throws(Problem) {
    for line in lines {
      writeLine(line)
      if isInterrupted {
        throw Problem("interrupted", hint: "the rest is not shown", kind: .interrupted)
      }
    }
  }

  private static func lines(of chart: Chart) -> [TerminalText] {
    let renderer = ChartRenderer(width: Device.width, theme: theme)
    switch chart {
    case .bars(let bars): return renderer.bars(bars.map { ($0.label, $0.count) })
    case .lanes(let lanes, let first, let last):
      return renderer.lanes(
        lanes.map { ($0.name, $0.marks.map { ($0.from, $0.to, $0.sign) }) }, first: first,
        last: last)
    }
  }

  /// Hands lines to a program, as the shell of the system runs it; one that stops early is no error.
  private static func pipe(_ lines: [String], to program: String) {
    guard let stream = popen(program, "w") else {
      say("error: cannot run \(program)", isError: true)
      return
    }
    signal(SIGPIPE, SIG_IGN)
    let mayShow = Device.isTerminal(STDOUT_FILENO)
    for line in lines {
      let shown = mayShow ? TerminalText.lines(of: line).map(\.description) : [line]
      guard fputs(shown.map { $0 + "\n" }.joined(), stream) >= 0 else { break }
    }
    pclose(stream)
    signal(SIGPIPE, SIG_DFL)
  }

  private static func leaveIfUnread(_ isWritten: Bool, _ descriptor: Int32) {
    if !isWritten, descriptor == STDOUT_FILENO { exit(141) }
  }
}
