import CEditLine
import Glibc

/// What can stand where the cursor is.
public struct Completion: Sendable {
  /// A word that can be put in, and what it is.
  public struct Candidate: Sendable, Equatable {
    public var text: String
    public var summary: String

    public init(_ text: String, _ summary: String = "") {
      self.text = text
      self.summary = summary
    }
  }

  /// The end of the line that a candidate takes the place of.
  public var prefix: String
  public var candidates: [Candidate]

  public init(prefix: String, candidates: [Candidate]) {
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
  /// The candidates that the last Tab listed, for the next ones to step through.
  private var listed: (before: String, completion: Completion, next: Int)?

  /// - Parameter complete: gets the line up to the cursor.
  /// - Returns: nil where there is no terminal.
  public init?(prompt: String, history: HistoryFile?, complete: @escaping (String) -> Completion) {
    guard let editor = annals_editor_create() else { return nil }
    self.editor = editor
    self.history = history
    self.complete = complete
    annals_editor_set_prompt(editor, TerminalText(prompt).description)
    for line in history?.lines() ?? [] { annals_editor_remember(editor, line) }
    let context = Unmanaged.passUnretained(self).toOpaque()
    annals_editor_set_completer(editor, answerTab, context)
  }

  deinit { annals_editor_destroy(editor) }

  /// Reads a line; one that was pasted may hold several.
  ///
  /// - Parameter prompt: takes the place of the prompt so far.
  public func readLine(prompt: String? = nil) -> Line {
    if let prompt { annals_editor_set_prompt(editor, TerminalText(prompt).description) }
    listed = nil
    var isInterrupted: Int32 = 0
    guard let line = annals_editor_read(editor, &isInterrupted) else {
      return isInterrupted != 0 ? .interrupted : .end
    }
    return .text(String(cString: line))
  }

  /// Keeps what was typed for the arrow keys, now and the next time.
  public func remember(_ text: String) {
    guard !text.isEmpty else { return }
    annals_editor_remember(editor, text)
    history?.append(text)
  }

  /// What Tab does.
  struct Answer: Equatable {
    var did: Int
    var insert = ""
    /// Bytes at the end of the line that `insert` takes the place of.
    var erased = 0
  }

  /// The first Tab inserts what all candidates share or lists them; the next ones step through.
  fileprivate func answer(_ before: String) -> Answer {
    if let listed, listed.before == before { return step(listed.completion, listed.next, before) }
    let completion = complete(before)
    listed = nil
    let (answer, isListed) = Self.answer(completion)
    if isListed {
      listed = (before, completion, 0)
      list(completion.candidates)
    }
    return answer
  }

  /// - Returns: what to do, and whether the candidates are to be listed.
  static func answer(_ completion: Completion) -> (Answer, isListed: Bool) {
    let candidates = completion.candidates
    guard let first = candidates.first else { return (Answer(did: ANNALS_NOTHING), false) }
    let prefix = completion.prefix
    if candidates.count == 1 { return (replacing(prefix, with: finished(first.text)), false) }
    let common = commonPrefix(candidates.map(\.text))
    if common.hasPrefix(prefix), common != prefix {
      return (replacing(prefix, with: common), false)
    }
    return (Answer(did: ANNALS_LISTED), true)
  }

  private func step(_ completion: Completion, _ index: Int, _ before: String) -> Answer {
    let text = completion.candidates[index].text
    let answer = Self.replacing(completion.prefix, with: text)
    let now = String(before.dropLast(completion.prefix.count)) + text
    let next = Completion(prefix: text, candidates: completion.candidates)
    listed = (now, next, (index + 1) % completion.candidates.count)
    return answer
  }

  private static func replacing(_ prefix: String, with text: String) -> Answer {
    text.hasPrefix(prefix)
      ? Answer(did: ANNALS_INSERT, insert: String(text.dropFirst(prefix.count)))
      : Answer(did: ANNALS_INSERT, insert: text, erased: prefix.utf8.count)
  }

  /// A whole word has a blank behind it, a folder has not.
  private static func finished(_ text: String) -> String { text.hasSuffix("/") ? text : text + " " }

  private static func commonPrefix(_ words: [String]) -> String {
    guard var common = words.first else { return "" }
    for word in words {
      common = String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
    return common
  }

  /// Writes candidates below the line: one a line with what they are, else in columns.
  private func list(_ candidates: [Completion.Candidate]) {
    let lines = CandidateList(candidates, width: Device.width).lines
    Device.write(lines.reduce(.newLine) { $0 + $1 + .newLine }, to: STDOUT_FILENO)
  }
}

private let ANNALS_NOTHING = 0
private let ANNALS_INSERT = 1
private let ANNALS_LISTED = 2

/// Tab was pressed: C asks the editor that it belongs to.
private func answerTab(
  _ context: UnsafeMutableRawPointer?, _ before: UnsafePointer<CChar>?,
  _ insert: UnsafeMutablePointer<CChar>?, _ size: Int, _ erased: UnsafeMutablePointer<Int>?
) -> Int32 {
  guard let context, let before, let insert, let erased else { return 0 }
  // SAFETY: `context` is the LineEditor that set itself as the completer and owns the C editor.
  let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
  let answer = editor.answer(String(cString: before))
  let bytes = Array(answer.insert.utf8)
  guard bytes.count < size else { return 0 }
  for (index, byte) in bytes.enumerated() { insert[index] = CChar(bitPattern: byte) }
  insert[bytes.count] = 0
  erased.pointee = answer.erased
  return Int32(answer.did)
}
