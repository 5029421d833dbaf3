public import Dates
import Text

/// An example in a rule file: a text, the day it was published, and the values read from it.
public struct TimeExample: Sendable {
  public var line: Int
  public var text: String
  public var published: CalendarDate?
  /// TIMEX3 values in the text's order; none for a negative example.
  public var values: [String]
}

extension TimeGrammar {
  /// What the grammar reads from an example, as TIMEX3 values in the text's order.
  public func values(in example: TimeExample) -> [String] {
    let text = TokenizedText(example.text)
    return matches(in: text).map { match in
      if let year = match.evidence { return "evidence \(year)" }
      let whole = 0..<text.tokens.count
      let cue = match.needsDirection ? cue(near: match.tokens, in: text, sentence: whole) : nil
      let context = TimeContext(reference: example.published, direction: cue?.direction)
      return match.resolved(in: context).value.description
    }
  }

  /// Rules without an example, and examples that are not read as they say.
  public func problems(in file: String) -> [PackProblem] {
    rules.flatMap { rule -> [PackProblem] in
      guard !rule.examples.isEmpty else {
        return [PackProblem(file: file, line: rule.line, message: "\(rule.name) has no example")]
      }
      return rule.examples.compactMap { example in
        let found = values(in: example)
        guard found != example.values else { return nil }
        let words = [example.values, found].map {
          $0.isEmpty ? "nothing" : $0.joined(separator: "; ")
        }
        return PackProblem(
          file: file, line: example.line,
          message: "\(rule.name): “\(example.text)” is \(words[1]), not \(words[0])")
      }
    }
  }
}
