import Dates

/// How the fields of an expression make a value.
public enum TimeMeaning: String, Sendable, CaseIterable {
  /// A point in the calendar or on the clock, complete, partial or relative.
  case date
  /// So many units before or after the publication day.
  case shift
  case duration
  /// So many units that end or begin at the publication day.
  case span
  /// The same as the days themselves.
  case window
  case set
  /// Past, present or future.
  case reference
  /// From one date to another.
  case range
  /// No time at all: what looks like one is passed over.
  case none
  /// No time either, but it tells the year of writing: the n-th of what is held every year.
  case evidence
}

/// A rule: patterns of one meaning, with the examples that show and test it.
public struct TimeRule: Sendable {
  public var name: String
  public var line: Int
  public var meaning: TimeMeaning
  public var examples: [TimeExample] = []
  /// Fields that the rule gives by itself.
  var constants = TimeFields()
  var sequences: [[TimeElement]] = []
}

/// Reads `times.rules`.
///
/// A rule begins at the margin with `name: meaning field=value …`; the indented lines below are
/// its patterns, and behind `>` its examples: `text = value`, `text @ 2024-10-03 = value`, or
/// `text =` where nothing may be read. Several values are set apart by `; `.
struct TimeRuleFile {
  private(set) var rules: [TimeRule] = []

  init(_ file: PackFile, lexicon: inout TimeLexicon) throws(PackProblem) {
    for row in file.rows {
      guard let line = row[0], !line.trimmed.isEmpty else { continue }
      if !line.hasPrefix(" ") {
        rules.append(try Self.header(line, row, file))
      } else if rules.isEmpty {
        throw file.problem("a pattern stands before the first rule", at: row)
      } else if line.trimmed.hasPrefix(">") {
        rules[rules.count - 1].examples.append(try Self.example(line.trimmed, row, file))
      } else {
        do {
          rules[rules.count - 1].sequences += try TimePatternParser.sequences(
            of: line, lexicon: &lexicon)
        } catch {
          throw file.problem(error.message, at: row)
        }
      }
    }
    for rule in rules where rule.sequences.isEmpty {
      throw PackProblem(file: file.name, line: rule.line, message: "\(rule.name) has no pattern")
    }
  }

  private static func header(
    _ line: String, _ row: PackFile.Row, _ file: PackFile
  ) throws(PackProblem) -> TimeRule {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 2, words[0].hasSuffix(":"), let meaning = TimeMeaning(rawValue: words[1])
    else {
      let known = TimeMeaning.allCases.map(\.rawValue).joined(separator: ", ")
      throw file.problem("a rule begins with `name: meaning`, a meaning being \(known)", at: row)
    }
    var rule = TimeRule(name: String(words[0].dropLast()), line: row.line, meaning: meaning)
    for word in words.dropFirst(2) {
      let pair = word.split(separator: "=").map(String.init)
      guard pair.count == 2, let field = TimeField(rawValue: pair[0]) else {
        throw file.problem("\(word) is no field=value", at: row)
      }
      rule.constants[field] = TimeFieldValue(code: pair[1])
    }
    return rule
  }

  private static func example(
    _ line: String, _ row: PackFile.Row, _ file: PackFile
  ) throws(PackProblem) -> TimeExample {
    guard let equals = line.lastIndex(of: "=") else {
      throw file.problem("an example is `> text = value`", at: row)
    }
    var text = line[..<equals].dropFirst().trimmed
    var published: CalendarDate?
    if let at = text.range(of: " @ ") {
      published = CalendarDate(String(text[at.upperBound...]))
      guard published != nil else { throw file.problem("a day is YYYY-MM-DD", at: row) }
      text = String(text[..<at.lowerBound])
    }
    let values = line[line.index(after: equals)...].split(separator: ";").map(\.trimmed)
    return TimeExample(
      line: row.line, text: text, published: published, values: values.filter { !$0.isEmpty })
  }
}

extension String {
  /// Where `part` first stands.
  func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return start..<index(start, offsetBy: part.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
