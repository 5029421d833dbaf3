/// One thing that a pattern of a rule asks for.
struct TimeElement: Sendable, Hashable {
  /// Class or literal word of the lexicon.
  var symbol: Int
  /// The field that what is found is kept as.
  var field: TimeField?
  /// It belongs to the second time of a range.
  var isSecond = false
  /// No blank stands before it.
  var isJoined = false
  /// `!<class>`: it must not be there; only at the ends of a pattern.
  var isNegative = false
  /// `=<class>`: it must stand there, but is not part of the expression; only at the ends.
  var isNeighbour = false
}

/// Reads the patterns of rules.
///
/// `<class>` is a word of a lexicon class, `<class:field>` keeps it as another field, `<month2>` as
/// one of the second time of a range; other words stand for themselves; `[…]` may be missing,
/// `(a | b)` is either; `~` joins an element to the one before it without a blank; `!<class>` at
/// an end forbids a neighbour, `=<class>` there asks for one that is not part of the expression.
struct TimePatternParser {
  private var pieces: ArraySlice<String>

  /// More sequences than that are a slip of the pen.
  private static let limit = 2048

  /// Every sequence of elements that the pattern allows.
  static func sequences(
    of pattern: String, lexicon: inout TimeLexicon
  ) throws(TimePatternError) -> [[TimeElement]] {
    var parser = TimePatternParser(pieces: split(pattern)[...])
    let sequences = try parser.choice(&lexicon)
    guard parser.pieces.isEmpty else { throw TimePatternError("a bracket too many") }
    guard sequences.allSatisfy({ $0.contains { !$0.isNegative && !$0.isNeighbour } }) else {
      throw TimePatternError("the pattern allows nothing at all")
    }
    guard sequences.allSatisfy(Self.hasNeighboursAtEnds) else {
      throw TimePatternError("neighbours stand at the ends of a pattern")
    }
    return sequences
  }

  private static func hasNeighboursAtEnds(_ sequence: [TimeElement]) -> Bool {
    let inside = sequence.indices.filter { !sequence[$0].isNeighbour && !sequence[$0].isNegative }
    guard let first = inside.first, let last = inside.last else { return false }
    return inside.count == last - first + 1
  }

  private static let marks = Array("[]()|".utf8)

  /// Cuts at blanks; brackets and `|` are pieces of their own.
  private static func split(_ pattern: String) -> [String] {
    var pieces: [String] = []
    let bytes = pattern.utf8
    var start = bytes.startIndex
    for index in bytes.indices {
      let isMark = marks.contains(bytes[index])
      guard isMark || bytes[index] == UInt8(ascii: " ") else { continue }
      let next = bytes.index(after: index)
      if start < index { pieces.append(String(pattern[start..<index])) }
      if isMark { pieces.append(String(pattern[index..<next])) }
      start = next
    }
    if start < bytes.endIndex { pieces.append(String(pattern[start...])) }
    return pieces
  }

  private mutating func choice(
    _ lexicon: inout TimeLexicon
  ) throws(TimePatternError) -> [[TimeElement]] {
    var all = try row(&lexicon)
    while pieces.first == "|" {
      pieces.removeFirst()
      all += try row(&lexicon)
    }
    return all
  }

  private mutating func row(
    _ lexicon: inout TimeLexicon
  ) throws(TimePatternError) -> [[TimeElement]] {
    var all: [[TimeElement]] = [[]]
    while let piece = pieces.first, !["]", ")", "|"].contains(piece) {
      pieces.removeFirst()
      let next: [[TimeElement]]
      switch piece {
      case "[": next = try bracket("]", &lexicon) + [[]]
      case "(": next = try bracket(")", &lexicon)
      default: next = [[try Self.element(piece, &lexicon)]]
      }
      all = all.flatMap { head in next.map { head + $0 } }
      guard all.count <= Self.limit else { throw TimePatternError("too many choices") }
    }
    return all
  }

  private mutating func bracket(
    _ close: String, _ lexicon: inout TimeLexicon
  ) throws(TimePatternError) -> [[TimeElement]] {
    let inner = try choice(&lexicon)
    guard pieces.first == close else { throw TimePatternError("a \(close) is missing") }
    pieces.removeFirst()
    return inner
  }

  private static func element(
    _ piece: String, _ lexicon: inout TimeLexicon
  ) throws(TimePatternError) -> TimeElement {
    var rest = piece[...]
    let isNegative = rest.utf8.count > 1 && rest.hasPrefix("!")
    let isNeighbour = rest.utf8.count > 1 && rest.hasPrefix("=")
    if isNegative || isNeighbour { rest = rest.dropFirst() }
    let isJoined = rest.utf8.count > 1 && rest.hasPrefix("~")
    if isJoined { rest = rest.dropFirst() }
    guard rest.hasPrefix("<"), rest.hasSuffix(">"), rest.utf8.count > 2 else {
      guard let symbol = lexicon.literal(String(rest)) else {
        throw TimePatternError("\(piece) is no word")
      }
      return TimeElement(
        symbol: symbol, field: nil, isJoined: isJoined, isNegative: isNegative,
        isNeighbour: isNeighbour)
    }
    let parts = rest.dropFirst().dropLast().split(separator: ":").map(String.init)
    var kept = parts.count > 1 ? parts[1] : parts[0]
    let isSecond = kept.hasSuffix("2")
    if isSecond { kept.removeLast() }
    let field = TimeField(rawValue: kept)
    guard parts.count < 2 || field != nil else { throw TimePatternError("\(kept) is no field") }
    let name = parts.count > 1 ? parts[0] : kept
    guard let symbol = lexicon.symbols[name] else {
      throw TimePatternError("no word of the class \(name) is in times.tsv")
    }
    return TimeElement(
      symbol: symbol, field: field, isSecond: isSecond, isJoined: isJoined,
      isNegative: isNegative, isNeighbour: isNeighbour)
  }
}

/// What is wrong with a pattern.
struct TimePatternError: Error {
  var message: String

  init(_ message: String) { self.message = message }
}
