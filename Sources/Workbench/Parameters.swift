import FoundationEssentials

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

  /// Parameters from a file: a name, a tab and a value a line; `#` begins a remark.
  ///
  /// - Throws: `Problem` with `file:line`.
  public static func read(file path: String) throws(Problem) -> [String: String] {
    guard let bytes = FileManager.default.contents(atPath: path),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw Problem("no file of parameters \(path)", at: path, kind: .unreadable) }
    var values: [String: String] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard fields.count == 2, !fields[0].isEmpty else {
        var problem = Problem("a parameter is a name, a tab and a value", kind: .unreadable)
        problem.place = "\(path):\(index + 1)"
        throw problem
      }
      values[String(fields[0])] = String(fields[1])
    }
    return values
  }
}

extension Notebook.Parameter {
  /// What the default shows that a value must be.
  private enum Kind: String {
    case number, date, text

    init(of value: String) {
      if DayBound(argument: value) != nil {
        self = .date
      } else {
        self = Double(value) != nil ? .number : .text
      }
    }
  }

  /// The value given in place of the default; a number for a number, a date for a date.
  ///
  /// - Throws: `Problem` for a value of another kind.
  func taking(_ given: String) throws(Problem) -> String {
    let (kind, other) = (Kind(of: value), Kind(of: given))
    // `2024` may be a year or a number.
    let isYear = [value, given].contains { $0.utf8.count == 4 && Int($0) != nil }
    guard kind == .text || kind == other || isYear && other != .text else {
      throw Problem(
        "\(name) is a \(kind.rawValue), as its default \(value) is", at: given,
        hint: "-p \(name)=\(value)", kind: .usage)
    }
    return given
  }
}
