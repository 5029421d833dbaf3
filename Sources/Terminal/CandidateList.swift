/// Candidates of a completion as they are listed below the line.
struct CandidateList {
  /// Candidates that are listed; of more only the number is told.
  private static let longest = 60
  /// Columns that a candidate is cut to.
  private static let widest = 38

  private let candidates: [Completion.Candidate]
  /// Columns of the terminal.
  private let width: Int

  init(_ candidates: [Completion.Candidate], width: Int) {
    self.candidates = candidates
    self.width = width
  }

  /// One candidate a line where any has a summary, else as many as fit beside each other.
  var lines: [TerminalText] {
    let shown = Array(candidates.prefix(Self.longest))
    let words = shown.map { TerminalText($0.text).cut(to: min(Self.widest, width - 1)) }
    let column = min(width - 1, (words.map(\.width).max() ?? 0) + 2)
    let rows =
      shown.contains { !$0.summary.isEmpty }
      ? described(words, shown.map(\.summary), column) : inColumns(words, column)
    let rest = candidates.count - shown.count
    return rest > 0 ? rows + [TerminalText("… \(rest) more")] : rows
  }

  private func described(
    _ words: [TerminalText], _ summaries: [String], _ column: Int
  ) -> [TerminalText] {
    zip(words, summaries).map { word, summary in
      (word.padded(to: column) + TerminalText(summary)).cut(to: width - 1)
    }
  }

  private func inColumns(_ words: [TerminalText], _ column: Int) -> [TerminalText] {
    let perLine = max(1, width / max(1, column))
    return stride(from: 0, to: words.count, by: perLine).map { start in
      let row = words[start..<min(start + perLine, words.count)]
      return row.dropLast().reduce(TerminalText("")) { $0 + $1.padded(to: column) }
        + row[row.endIndex - 1]
    }
  }
}
