import Text

/// An error a user can cause: what is wrong, where, and what to try.
public struct Problem: Error, Sendable, Equatable {
  /// What is wrong, in lower case and without a full stop.
  public var summary: String
  /// The word of the command line that caused it, as it was typed.
  public var culprit: String?
  /// What to try instead.
  public var hint: String?
  /// `file:line` of the script or notebook in which it happened.
  public var place: String?
  public var kind: Kind

  /// Which exit code the problem leads to.
  public enum Kind: Sendable {
    /// The command could not be carried out.
    case failed
    /// What was typed is not a command line.
    case usage
    /// The user stopped it.
    case interrupted
    /// The file is not a notebook, or not a session.
    case unreadable
  }

  public init(
    _ summary: String, at culprit: String? = nil, hint: String? = nil, kind: Kind = .failed
  ) {
    self.summary = summary
    self.culprit = culprit
    self.hint = hint
    self.kind = kind
  }

  /// A problem with a word that is not one of `known`; it suggests the closest.
  public static func unknown(_ what: String, _ word: String, among known: [String]) -> Problem {
    let closest = known.map { ($0, EditDistance.between($0, word)) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    let limit = word.count < 4 ? 1 : 2
    let hint = closest.flatMap { $0.1 <= limit ? "did you mean \($0.0)?" : nil }
    return Problem("no \(what) \(word)", at: word, hint: hint, kind: .usage)
  }

  /// A command that was cut off.
  public static let interrupted = Problem(
    "interrupted", hint: "the command changed nothing", kind: .interrupted)

  public var exitCode: Int32 {
    switch kind {
    case .failed: 1
    case .usage: 2
    case .unreadable: 3
    case .interrupted: 130
    }
  }
}

extension Problem {
  /// Lines for a person: the summary, the command line with a caret, and the hint.
  ///
  /// - Parameter width: columns that a text takes, to place the caret.
  public func report(under line: String? = nil, width: (String) -> Int) -> [String] {
    var lines = ["\(place.map { $0 + ": " } ?? "")error: \(summary)"]
    if let line, let culprit, let range = Self.find(culprit, in: line) {
      let blanks = String(repeating: " ", count: width(String(line[..<range.lowerBound])))
      let carets = String(repeating: "^", count: max(1, width(String(line[range]))))
      lines += ["  " + line, "  " + blanks + carets]
    }
    if let hint { lines.append("  " + hint) }
    return lines
  }

  /// One line, as notebooks record it: `summary; hint`.
  public var oneLine: String { hint.map { "\(summary); \($0)" } ?? summary }

  private static func find(_ word: String, in line: String) -> Range<String.Index>? {
    guard !word.isEmpty else { return nil }
    var start = line.startIndex
    while start < line.endIndex {
      if line[start...].hasPrefix(word) {
        return start..<line.index(start, offsetBy: word.count)
      }
      start = line.index(after: start)
    }
    return nil
  }
}
