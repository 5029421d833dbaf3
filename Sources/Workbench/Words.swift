/// A command line split into words, as the shell and notebooks read it.
///
/// Blanks part words; `"…"` and `'…'` keep blanks, and within `"…"` a backslash keeps the next
/// character; `#` at the start of a word begins a comment; `$name` outside `'…'` is a variable, and
/// `$name` or `_` that is a whole word may be a set.
public enum Words {
  /// A word with what of its writing matters for the grammar.
  struct Token: Equatable {
    var text: String
    /// As it stands in the line.
    var source: String
    /// Neither quoted nor escaped, and no variable is in it.
    var isBare: Bool
    /// The set that it stands for.
    var setName: String?

    /// Whether it is that word, written without quotation marks.
    func isPlain(_ word: String) -> Bool { isBare && text == word }
  }

  /// The words of `line`, with variables replaced by their values.
  ///
  /// - Throws: `Problem` if a quotation mark is not closed or a variable is not known.
  public static func split(_ line: String, variables: [String: String] = [:]) throws(Problem)
    -> [String]
  {
    try tokens(line, variables: variables, sets: []).map(\.text)
  }

  /// The words of `line` as the grammar takes them.
  ///
  /// - Parameter sets: names that `$name` may stand for besides variables; `_` is one.
  static func tokens(_ line: String, variables: [String: String], sets: Set<String>)
    throws(Problem) -> [Token]
  {
    var scanner = Scanner(characters: Array(line), variables: variables, sets: sets)
    var words: [Token] = []
    while let word = try scanner.next() { words.append(word) }
    return words
  }

  /// A word as it must be typed to be read back the same.
  public static func quoted(_ word: String) -> String {
    let needs =
      word.isEmpty || word.hasPrefix("#")
      || word.contains { $0.isWhitespace || "\"'$\\".contains($0) }
    guard needs else { return word }
    let escaped = word.map { "\"\\$".contains($0) ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }

  /// Whether the command goes on in the next line: in an open quotation, or behind a last `\`.
  public static func isOpen(_ line: String) -> Bool {
    var mark: Character?
    var isEscaped = false
    var previous: Character = " "
    for character in line {
      defer { previous = character }
      if isEscaped {
        isEscaped = false
      } else if character == "\\", mark != "'" {
        isEscaped = true
      } else if character == mark {
        mark = nil
      } else if mark == nil, character == "\"" || character == "'" {
        mark = character
      } else if mark == nil, character == "#", previous.isWhitespace {
        return false
      }
    }
    return isEscaped || mark != nil
  }

  private struct Scanner {
    let characters: [Character]
    let variables: [String: String]
    let sets: Set<String>
    var index = 0

    mutating func next() throws(Problem) -> Token? {
      while index < characters.count, characters[index].isWhitespace { index += 1 }
      guard index < characters.count, characters[index] != "#" else { return nil }
      if let set = set() { return set }
      let start = index
      var word = ""
      var isBare = true
      while index < characters.count, !characters[index].isWhitespace {
        if "\"'$\\".contains(characters[index]) { isBare = false }
        switch characters[index] {
        case "\"": word += try quotation("\"")
        case "'": word += try quotation("'")
        case "$": word += try variable()
        case "\\" where index + 1 < characters.count:
          word.append(characters[index + 1])
          index += 2
        default:
          word.append(characters[index])
          index += 1
        }
      }
      return Token(text: word, source: String(characters[start..<index]), isBare: isBare)
    }

    /// A whole word that names a set: `$name`, or `_` for the last result.
    private mutating func set() -> Token? {
      let end = characters[index...].firstIndex { $0.isWhitespace } ?? characters.count
      let word = String(characters[index..<end])
      let name = word.hasPrefix("$") ? String(word.dropFirst()) : word == "_" ? word : ""
      guard sets.contains(name), variables[name] == nil else { return nil }
      index = end
      return Token(text: word, source: word, isBare: true, setName: name)
    }

    private mutating func quotation(_ mark: Character) throws(Problem) -> String {
      let start = index
      var text = ""
      index += 1
      while index < characters.count, characters[index] != mark {
        if mark == "\"", characters[index] == "\\", index + 1 < characters.count {
          index += 1
        } else if mark == "\"", characters[index] == "$" {
          text += try variable()
          continue
        }
        text.append(characters[index])
        index += 1
      }
      guard index < characters.count else {
        throw Problem(
          "a quotation is not closed", at: String(characters[start...]), hint: "add \(mark)",
          kind: .usage)
      }
      index += 1
      return text
    }

    private mutating func variable() throws(Problem) -> String {
      var end = index + 1
      while end < characters.count,
        characters[end].isLetter || characters[end].isNumber
          || characters[end] == "_"
      { end += 1 }
      let name = String(characters[(index + 1)..<end])
      guard !name.isEmpty else {
        index += 1
        return "$"
      }
      guard let value = variables[name] else {
        throw Problem.unknown(
          "variable", "$" + name,
          among: (Array(variables.keys) + sets.subtracting(["_"])).map { "$" + $0 }.sorted())
      }
      index = end
      return value
    }
  }
}
