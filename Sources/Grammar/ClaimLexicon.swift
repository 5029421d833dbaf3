import Dates
public import Text

/// Words by which statements are compared: `claims.tsv`, rows of class, code and forms.
public struct ClaimLexicon: Sendable {
  /// What a phrase says of the number beside it.
  public enum Term: Sendable, Equatable {
    /// `about`, `at-least`, `at-most`; stands behind the number where `isAfter`.
    case bound(String, isAfter: Bool)
    /// Dimension, code and factor: `length::1000`, `money:EUR:1`.
    case unit(dimension: String, code: String, factor: Double)
    /// Stands before the number and says what it measures: magnitude.
    case unitBefore(dimension: String)
    /// Multiplies: m, bn, 亿.
    case scale(Double)
    case negator
    /// What befell people: `dead`, `hurt` …; numbers of people with different fates are not compared.
    case fate(String)
  }

  public let phrases: PhraseTrie<Term>
  /// Keys of the words that deny.
  public let negators: Set<UInt64>
  /// Codes of fates by the key of the word.
  public let fates: [UInt64: String]

  /// - Throws: `PackProblem` at the first bad entry.
  public init(_ pack: LanguagePack) throws(PackProblem) {
    var phrases = PhraseTrie<Term>()
    var negators: Set<UInt64> = []
    var fates: [UInt64: String] = [:]
    if let file = try pack.file("claims.tsv") {
      for row in file.rows {
        guard let name = row[0], let code = row[1], let forms = row[2],
          let term = Self.term(name, code)
        else {
          throw file.problem(
            "a row is bound, bound-after, unit, unit-before, scale, fate or negator, a code and forms",
            at: row)
        }
        for form in forms.split(separator: "|") {
          let keys = Folding.keys(String(form))
          if case .fate(let code) = term {
            guard let key = keys.first, keys.count == 1 else {
              throw file.problem("a fate is one word: \(form)", at: row)
            }
            fates[key] = code
            continue
          }
          phrases.insert(keys, term)
          if term == .negator, keys.count == 1 { negators.formUnion(keys) }
        }
      }
    }
    self.phrases = phrases
    self.negators = negators
    self.fates = fates
  }

  private static func term(_ name: String, _ code: String) -> Term? {
    let isBound = ["about", "at-least", "at-most"].contains(code)
    switch name {
    case "bound", "bound-after":
      return isBound ? Term.bound(code, isAfter: name == "bound-after") : nil
    case "scale": return Double(code).map { .scale($0) }
    case "negator": return .negator
    case "fate": return .fate(code)
    case "unit-before": return .unitBefore(dimension: code)
    case "unit":
      let parts = code.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, let factor = Double(parts[2]), factor > 0 else { return nil }
      return .unit(dimension: parts[0], code: parts[1], factor: factor)
    default: return nil
    }
  }
}

extension TimeGrammar {
  /// A number in digits or words that begins at token `index`: where it ends, its value, and the
  /// place of its last digit that counts.
  public func number(in text: TokenizedText, at index: Int)
    -> (end: Int, value: Double, step: Double, isWord: Bool)?
  {
    let token = text.tokens[index]
    let isWord = token.kind != .number
    let plain = isWord ? nil : numbers.plain(text, index)
    guard let found = numbers.words(text, index, lexicon.terms) ?? plain else { return nil }
    switch found.amount {
    case .whole(let value): return (found.end, Double(value), Self.step(of: value), isWord)
    case .milli(let value):
      return (found.end, Double(value) / 1000, Self.step(of: value) / 1000, isWord)
    case .unknown: return nil
    }
  }

  private static func step(of value: Int) -> Double {
    guard value != 0 else { return 1 }
    var (rest, step) = (value, 1.0)
    while rest % 10 == 0 { (rest, step) = (rest / 10, step * 10) }
    return step
  }
}
