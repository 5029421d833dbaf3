import Dates
import Text

/// A word or phrase of a time lexicon: the class it is of, and what it stands for.
struct TimeTerm: Sendable {
  /// Index of the class, or of the literal word of a rule.
  var symbol: Int
  var value: TimeFieldValue
  /// Only where its first word begins with a capital.
  var needsCapital: Bool
}

/// The words of one language that time expressions are made of, from `times.tsv`.
///
/// A row is a class, a value and the forms between `|`. In a form `{a,b}` stands for each of its
/// parts, a leading `^` asks for a capital letter, and a trailing `*` adds the spellings that rows
/// of the class `variant` (one letter, and what is written for it) give.
struct TimeLexicon: Sendable {
  private(set) var terms = PhraseTrie<TimeTerm>()
  private(set) var symbols: [String: Int] = [:]

  init(_ file: PackFile) throws(PackProblem) {
    for field in TimeField.allCases { _ = symbol(of: field.rawValue) }
    var variants: [(Character, Character)] = []
    for row in file.rows where row[0] == "variant" {
      guard let from = row[1]?.last, let to = row[2]?.last else {
        throw file.problem("a variant needs a letter and what is written for it", at: row)
      }
      variants.append((from, to))
    }
    for row in file.rows where row[0] != "variant" {
      try add(row, of: file, variants: variants)
    }
  }

  private mutating func add(
    _ row: PackFile.Row, of file: PackFile, variants: [(Character, Character)]
  ) throws(PackProblem) {
    guard let name = row[0], let value = row[1], let forms = row[2] else {
      throw file.problem("a row is a class, a value and forms, with tabs between", at: row)
    }
    try check(value, of: name, file, row)
    let symbol = symbol(of: name)
    for form in forms.split(separator: "|") {
      var spellings = Self.expand(form.trimmed)
      if form.hasSuffix("*") { spellings = spellings.flatMap { Self.vary($0, variants) } }
      for spelling in spellings {
        let needsCapital = spelling.hasPrefix("^")
        let keys = Folding.keys(needsCapital ? String(spelling.dropFirst()) : spelling)
        guard !keys.isEmpty else { throw file.problem("an empty form", at: row) }
        let value = TimeFieldValue(code: value)
        terms.insert(keys, TimeTerm(symbol: symbol, value: value, needsCapital: needsCapital))
      }
    }
  }

  private func check(
    _ value: String, of name: String, _ file: PackFile, _ row: PackFile.Row
  ) throws(PackProblem) {
    let number = Int(value)
    let isGood: Bool =
      switch TimeField(rawValue: name) {
      case .month?: (1...12).contains(number ?? 0)
      case .weekday?: (1...7).contains(number ?? 0)
      case .unit?: TimeUnit(rawValue: value) != nil
      case .season?: YearPart(rawValue: value) != nil
      case .reference?: TimeReference(rawValue: value) != nil
      case .deictic?: TimeDeixis(value) != nil
      case .holiday?: YearlyDay(value) != nil
      case .mod?: TimeModifier(rawValue: value) != nil
      case .relation?, .anaphor?, .sign?, .quarter?, .half?, .day?, .century?, .nth?, .plus?,
        .islamic?,
        .base?,
        .offset?:
        number != nil
      default: true
      }
    guard isGood else { throw file.problem("\(value) is no \(name)", at: row) }
  }

  /// The number of a class or literal, given on first use.
  mutating func symbol(of name: String) -> Int {
    if let known = symbols[name] { return known }
    symbols[name] = symbols.count
    return symbols.count - 1
  }

  /// A literal word of a rule, as a class of its own.
  mutating func literal(_ words: String) -> Int? {
    let name = "'" + words
    if let known = symbols[name] { return known }
    let keys = Folding.keys(words)
    guard !keys.isEmpty else { return nil }
    let number = symbol(of: name)
    terms.insert(
      keys, TimeTerm(symbol: number, value: TimeFieldValue(code: words), needsCapital: false))
    return number
  }

  /// `янва{ря,рь}` as `января` and `январь`.
  ///
  /// Works on scalars, since a vowel sign behind a brace would make one character with it.
  static func expand(_ form: String) -> [String] {
    let scalars = form.unicodeScalars
    guard let open = scalars.firstIndex(of: "{"),
      let close = scalars[open...].firstIndex(of: "}")
    else { return [form] }
    let tails = expand(String(scalars[scalars.index(after: close)...]))
    let parts = scalars[scalars.index(after: open)..<close]
      .split(separator: ",", omittingEmptySubsequences: false)
    return parts.flatMap { part in
      tails.map { String(scalars[..<open]) + String(part) + $0 }
    }
  }

  /// The form itself, and with each single letter exchanged.
  private static func vary(_ form: String, _ variants: [(Character, Character)]) -> [String] {
    let base = Array((form.hasSuffix("*") ? String(form.dropLast()) : form).unicodeScalars)
    var spellings = [base]
    for (from, to) in variants {
      guard let a = from.unicodeScalars.last, let b = to.unicodeScalars.last else { continue }
      for index in base.indices where base[index] == a {
        var other = base
        other[index] = b
        spellings.append(other)
      }
    }
    return spellings.map { scalars in
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      return text
    }
  }
}

/// A unit and a distance from now, as the lexicon writes it: `D-1`, `Y+1`, `D±1`.
struct TimeDeixis: Sendable, Equatable {
  var unit: TimeUnit
  var distance: Int
  /// The word means so many units ago as well as from now.
  var isAmbiguous: Bool

  init?(_ code: String) {
    guard let sign = code.firstIndex(where: { "+-±".contains($0) }),
      let unit = TimeUnit(rawValue: String(code[..<sign])),
      let distance = Int(code[code.index(after: sign)...])
    else { return nil }
    self.unit = unit
    self.distance = code[sign] == "-" ? -distance : distance
    isAmbiguous = code[sign] == "±"
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without blanks at both ends.
  var trimmed: String {
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let bytes = self[...].utf8.drop(while: isBlank)
    guard let last = bytes.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(Substring(bytes[...last]))
  }
}
