/// Parameters of a notebook as they are typed: `name=value`.
public enum Parameters {
  /// - Throws: `Problem` for a word without `=`.
  public static func read(_ words: [String]) throws(Problem) -> [String: String] {
    var values: [String: String] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "="), equals != word.startIndex else {
        throw Problem("no parameter", at: word, hint: "write name=value", kind: .usage)
      }
      values[String(word[..<equals])] = String(word[word.index(after: equals)...])
    }
    return values
  }
}
