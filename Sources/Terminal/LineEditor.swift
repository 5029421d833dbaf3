import CEditLine
import Glibc

/// What can stand where the cursor is.
public struct Completion: Sendable {
  /// The beginning of the word that is being typed.
  public var prefix: String
  /// Words that begin so, with what belongs behind them.
  public var candidates: [String]

  public init(prefix: String, candidates: [String]) {
    self.prefix = prefix
    self.candidates = candidates
  }
}

/// The prompt: reads lines with editing, history and completion.
public final class LineEditor {
  /// What the person did.
  public enum Line: Sendable, Equatable {
    case text(String)
    /// Ctrl-C: the line is thrown away.
    case interrupted
    /// Ctrl-D on an empty line.
    case end
  }

  private let editor: OpaquePointer
  private let history: HistoryFile?
  private let complete: (String) -> Completion

  /// - Parameter complete: gets the line up to the cursor.
  /// - Returns: nil where there is no terminal.
  public init?(prompt: String, history: HistoryFile?, complete: @escaping (String) -> Completion) {
    guard let editor = annals_editor_create() else { return nil }
    self.editor = editor
    self.history = history
    self.complete = complete
    annals_editor_set_prompt(editor, prompt)
    for line in history?.lines() ?? [] { annals_editor_remember(editor, line) }
    let context = Unmanaged.passUnretained(self).toOpaque()
    annals_editor_set_completer(editor, answerTab, context)
  }

  deinit { annals_editor_destroy(editor) }

  public func readLine() -> Line {
    var isInterrupted: Int32 = 0
    guard let line = annals_editor_read(editor, &isInterrupted) else {
      return isInterrupted != 0 ? .interrupted : .end
    }
    let text = String(cString: line)
    if !text.isEmpty {
      annals_editor_remember(editor, text)
      history?.append(text)
    }
    return .text(text)
  }

  /// Inserts what all candidates share, or lists them.
  fileprivate func answer(_ before: String) -> (did: Int, insert: String) {
    let completion = complete(before)
    guard let common = Self.commonPrefix(completion.candidates) else { return (ANNALS_NOTHING, "") }
    let rest = String(common.dropFirst(completion.prefix.count))
    if completion.candidates.count == 1 { return (ANNALS_INSERT, rest + " ") }
    if !rest.isEmpty { return (ANNALS_INSERT, rest) }
    list(completion.candidates)
    return (ANNALS_LISTED, "")
  }

  private static func commonPrefix(_ words: [String]) -> String? {
    guard var common = words.first else { return nil }
    for word in words {
      common = String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
    return common
  }

  /// Writes candidates in columns below the line.
  private func list(_ candidates: [String]) {
    let shown = candidates.prefix(60).map { ColumnWidth.cut(TerminalText($0).description, to: 38) }
    let column = (shown.map { ColumnWidth.width(of: $0) }.max() ?? 0) + 2
    let perLine = max(1, Device.width / column)
    var text = "\r\n"
    for (index, word) in shown.enumerated() {
      let isLast = (index + 1) % perLine == 0 || index == shown.count - 1
      text += isLast ? word + "\r\n" : ColumnWidth.pad(word, to: column)
    }
    if candidates.count > shown.count { text += "… \(candidates.count - shown.count) more\r\n" }
    Device.write(text, to: STDOUT_FILENO)
  }
}

private let ANNALS_NOTHING = 0
private let ANNALS_INSERT = 1
private let ANNALS_LISTED = 2

/// Tab was pressed: C asks the editor that it belongs to.
private func answerTab(
  _ context: UnsafeMutableRawPointer?, _ before: UnsafePointer<CChar>?,
  _ insert: UnsafeMutablePointer<CChar>?, _ size: Int
) -> Int32 {
  guard let context, let before, let insert else { return 0 }
  // SAFETY: `context` is the LineEditor that set itself as the completer and owns the C editor.
  let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
  let answer = editor.answer(String(cString: before))
  let bytes = Array(answer.insert.utf8)
  guard bytes.count < size else { return 0 }
  for (index, byte) in bytes.enumerated() { insert[index] = CChar(bitPattern: byte) }
  insert[bytes.count] = 0
  return Int32(answer.did)
}
