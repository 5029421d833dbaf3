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
  var lines: [String] {
    let shown = Array(candidates.prefix(Self.longest))
    let words = shown.map { ColumnWidth.cut(TerminalText($0.text).description, to: Self.widest) }
    let column = min(width - 1, (words.map { ColumnWidth.width(of: $0) }.max() ?? 0) + 2)
    let rows =
      shown.contains { !$0.summary.isEmpty }
      ? described(words, shown.map(\.summary), column) : inColumns(words, column)
    let rest = candidates.count - shown.count
    return rest > 0 ? rows + ["… \(rest) more"] : rows
  }

  private func described(_ words: [String], _ summaries: [String], _ column: Int) -> [String] {
    zip(words, summaries).map { word, summary in
      let text = ColumnWidth.pad(word, to: column) + TerminalText(summary).description
      return ColumnWidth.cut(text, to: width - 1)
    }
  }

  private func inColumns(_ words: [String], _ column: Int) -> [String] {
    let perLine = max(1, width / max(1, column))
    return stride(from: 0, to: words.count, by: perLine).map { start in
      let row = words[start..<min(start + perLine, words.count)]
      return row.dropLast().map { ColumnWidth.pad($0, to: column) }.joined() + (row.last ?? "")
    }
  }
}
