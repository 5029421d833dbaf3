/// A command line split into words, as the shell and notebooks read it.
///
/// Blanks part words; `"…"` and `'…'` keep blanks, and within `"…"` a backslash keeps the next
/// character; `#` at the start of a word begins a comment; `$name` outside `'…'` is a variable.
public enum Words {
  /// The words of `line`, with variables replaced by their values.
  ///
  /// - Throws: `Problem` if a quotation mark is not closed or a variable is not known.
  public static func split(_ line: String, variables: [String: String] = [:]) throws(Problem)
    -> [String]
  {
    var scanner = Scanner(characters: Array(line), variables: variables)
    var words: [String] = []
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
    var index = 0

    mutating func next() throws(Problem) -> String? {
      while index < characters.count, characters[index].isWhitespace { index += 1 }
      guard index < characters.count, characters[index] != "#" else { return nil }
      var word = ""
      while index < characters.count, !characters[index].isWhitespace {
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
      return word
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
          "variable", "$" + name, among: variables.keys.map { "$" + $0 }.sorted())
      }
      index = end
      return value
    }
  }
}
