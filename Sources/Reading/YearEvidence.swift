import Dates
import Facts
import Grammar
import Text

/// What in a text without a publication day tells the year it was written in.
///
/// Evidence is the n-th of something held every year, which a pack's rules of the meaning
/// `evidence` know, and a weekday that stands with a day and month. A weekday fits one year in
/// five to eleven, so it counts only beside other evidence or the latest year that is stated.
struct YearEvidence {
  private let text: TokenizedText
  private let matches: [TimeMatch]

  init(_ text: TokenizedText, _ matches: [TimeMatch]) {
    self.text = text
    self.matches = matches
  }

  /// The one year that all evidence allows; nil if there is none, or it disagrees.
  var year: InferredYear? {
    let counted = matches.compactMap { match in match.evidence.map { ($0, match) } }
    let dates = matches.compactMap { match in match.weekdayDate.map { ($0, match) } }
    let known = Set(counted.map(\.0))
    guard known.count <= 1 else { return nil }
    let stated = matches.compactMap(\.givesYear).filter { (1000...2199).contains($0) }.max()
    let near = known.first.map { [$0] } ?? stated.map { [$0, $0 + 1] } ?? []
    let fitting = near.filter { year in
      dates.allSatisfy { date, _ in
        CalendarDate(year: year, month: date.month, day: date.day)?.weekday == date.weekday
      }
    }
    guard fitting.count == 1, let year = fitting.first, !(counted.isEmpty && dates.isEmpty) else {
      return nil
    }
    return InferredYear(
      year: year,
      reasons: distinct(
        counted.map { "“\(words($0.1))” is of \($0.0)" }
          + dates.map { "“\(words($0.1))” fits \(year)" }))
  }

  private func words(_ match: TimeMatch) -> String { text.string(text.span(match.tokens)) }

  private func distinct(_ reasons: [String]) -> [String] {
    var seen: Set<String> = []
    return reasons.filter { seen.insert($0).inserted }
  }
}
