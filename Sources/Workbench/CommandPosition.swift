/// Where the cursor stands in a command line that is being typed.
struct CommandPosition: Equatable {
  /// The finished words of the command that the cursor is in, quotation marks taken off.
  var words: [String] = []
  /// The first words of the commands before it in the line, whose result it gets.
  var piped: [String] = []
  /// The word that is being typed, as it stands in the line; empty behind a blank.
  var raw = ""
  /// The same without its quotation marks.
  var value = ""

  /// Reads the line up to the cursor; a quotation may still be open.
  ///
  /// A `|` that stands alone begins a new command, and so does the `=` of a `let`.
  init(_ line: String) {
    var word = ""
    var start: String.Index?
    var mark: Character?
    var index = line.startIndex
    while index < line.endIndex {
      let character = line[index]
      if mark == nil, character.isWhitespace {
        finish(&word, start.map { line[$0..<index] })
        start = nil
      } else {
        start = start ?? index
        if character == mark {
          mark = nil
        } else if mark == nil, character == "\"" || character == "'" {
          mark = character
        } else if character == "\\", mark != "'", line.index(after: index) < line.endIndex {
          index = line.index(after: index)
          word.append(line[index])
        } else {
          word.append(character)
        }
      }
      index = line.index(after: index)
    }
    raw = start.map { String(line[$0...]) } ?? ""
    value = word
  }

  private mutating func finish(_ word: inout String, _ raw: Substring?) {
    guard let raw else { return }
    let isNamed = words.count == 2 && words[0] == "let" && raw == "="
    if raw == "|" {
      piped += words.prefix(1)
      words = []
    } else if isNamed || raw == "\n" {
      words = []
    } else {
      words.append(word)
    }
    word = ""
  }

  /// The position within the command that stands `count` words further on.
  func dropping(_ count: Int) -> CommandPosition {
    var inner = self
    inner.words = Array(words.dropFirst(count))
    return inner
  }
}
