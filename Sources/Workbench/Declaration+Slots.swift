/// What the next word of a command line is for.
extension Declaration {
  /// The argument that a word behind `words` (without the command's name) belongs to.
  ///
  /// A positional argument comes back after an option with its value; the last one may repeat.
  func slot(after words: [String]) -> Argument? {
    var position = 0
    var open: Argument?
    for word in words {
      if word.hasPrefix("--") {
        let option = arguments.first { $0.isOption && $0.name == word }
        open = option.flatMap { $0.takesValue ? $0 : nil }
      } else if let option = open {
        open = option.repeats ? option : nil
      } else {
        position += 1
      }
    }
    if let open { return open }
    let positional = arguments.filter { !$0.isOption }
    return position < positional.count
      ? positional[position] : positional.last.flatMap { $0.repeats ? $0 : nil }
  }
}

extension Declaration.Argument {
  /// What stands for a value of the argument.
  enum Kind { case language, source, document, entity, row, file, command, tag, column, other }

  /// Whether it takes codes of languages.
  public var isLanguage: Bool { kind == .language }

  /// Told by the name of its value, as the declaration has it; entities where people are asked for.
  var kind: Kind {
    switch name {
    case "--source", "--sources": return .source
    case "--about", "--by", "--between": return .entity
    case "--output", "--corpus": return .file
    case "--tag": return .tag
    case "--lang": return .language
    default: break
    }
    switch valueName {
    case "doc", "docs": return .document
    case "entity", "entities", "others", "names": return .entity
    case "handle", "handles", "sides", "row", "rows-of": return .row
    case "file", "path", "paths", "notebook", "folder": return .file
    case "command": return .command
    case "tag": return .tag
    case "code": return .language
    case "column": return .column
    default: return .other
    }
  }
}
