import Store

/// Results as things: sets with names, the last result, and what is piped from one command on.
extension Session {
  /// What the command before the `|` found, else the last result.
  ///
  /// - Throws: `Problem` if nothing was found yet.
  public func input(of command: String) throws(Problem) -> Output {
    if let result = piped ?? results["_"] { return result }
    throw Problem("no result to work on", at: command, hint: "docs | \(command) …", kind: .usage)
  }

  /// Keeps a result with rows as `_`.
  func keepLast(_ output: Output) {
    if !output.rows.isEmpty { results["_"] = output }
  }

  /// The rows that an expression of sets has.
  ///
  /// - Throws: `Problem` if the sets hold rows of different kinds.
  func value(of expression: SetExpression) throws(Problem) -> Output {
    var value = try set(expression.first)
    for (by, name) in expression.rest {
      let other = try set(name)
      guard value.columns == other.columns || value.rows.isEmpty || other.rows.isEmpty else {
        throw Problem(
          "the sets hold different things: \(value.heading) and \(other.heading)", at: "$" + name)
      }
      value = value.joined(other, by: by)
    }
    return value
  }

  func set(_ name: String) throws(Problem) -> Output {
    guard let output = results[name] else {
      throw Problem("nothing was found yet", at: name, hint: "docs, then _", kind: .usage)
    }
    return output
  }

  /// The handles of a set's rows, each once.
  ///
  /// - Throws: `Problem` if there are none.
  func handles(in name: String) throws(Problem) -> [Handle] {
    let shown = name == "_" ? name : "$" + name
    let output = try set(name)
    var seen: Set<Handle> = []
    let handles = output.rows.compactMap(Output.handle).filter { seen.insert($0).inserted }
    guard !handles.isEmpty else {
      let why = output.rows.isEmpty ? "is empty" : "has no rows with handles"
      throw Problem("\(shown) \(why)", at: shown)
    }
    return handles
  }

  /// The scope of a set that is written as `$name` or `_`; nil for any other word.
  func setScope(_ word: String) throws -> Scope? {
    let name = word.hasPrefix("$") ? String(word.dropFirst()) : word
    guard word.hasPrefix("$") || word == "_", results[name] != nil else { return nil }
    var scope = Scope()
    let handles = try handles(in: name)
    let entities = handles.filter { $0.kind == .entity }.map(\.number)
    if !entities.isEmpty {
      scope.about = entities.sorted()
      return scope
    }
    scope.documents = Set(try handles.compactMap { try document(of: $0) }).sorted()
    return scope
  }

  /// The document that a row is, or stands in.
  private func document(of handle: Handle) throws -> Int? {
    switch handle.kind {
    case .document: handle.number
    case .event: try store.event(handle.number)?.document
    case .quote: try store.quote(handle.number)?.document
    case .time: try store.time(handle.number)?.document
    case .entity: nil
    }
  }

  /// A command line of words that were split already; sets stay sets.
  public func line(of words: [String]) -> String {
    words.map { word in
      let isSet = word == "_" || (word.hasPrefix("$") && results[String(word.dropFirst())] != nil)
      return isSet ? word : Words.quoted(word)
    }.joined(separator: " ")
  }
}

extension Output {
  /// The handle that a row begins with, or the first in it.
  static func handle(of row: [Cell]) -> Handle? {
    row.lazy.compactMap { cell -> Handle? in
      guard case .text(let text) = cell else { return nil }
      return text.split(separator: " ").first.flatMap { Handle(String($0)) }
    }.first
  }

  /// The handle of the row at `index`.
  public func handle(ofRow index: Int) -> Handle? { Self.handle(of: rows[index]) }

  /// What tells a row from others: its handle, else all of it.
  private static func key(_ row: [Cell]) -> String {
    handle(of: row)?.description ?? row.map(\.plain).joined(separator: "\u{1F}")
  }

  fileprivate var heading: String { columns.map(\.name).joined(separator: " ") }

  /// Rows of this result and another: both, either, or this without the other; in this order.
  func joined(_ other: Output, by sign: SetExpression.Operator) -> Output {
    let keys = Set(other.rows.map(Self.key))
    switch sign {
    case .both: return keeping(rows.indices.filter { keys.contains(Self.key(rows[$0])) })
    case .without: return keeping(rows.indices.filter { !keys.contains(Self.key(rows[$0])) })
    case .either:
      let mine = Set(rows.map(Self.key))
      let added = other.keeping(
        other.rows.indices.filter { !mine.contains(Self.key(other.rows[$0])) })
      var all = keeping(Array(rows.indices))
      all.columns = rows.isEmpty ? other.columns : columns
      all.rows += added.rows
      if case .array(let left)? = all.json, case .array(let right)? = added.json {
        all.json = .array(left + right)
      } else {
        all.json = nil
      }
      return all
    }
  }

  /// The rows at `indices`, in that order; notes of the whole do not hold of them.
  public func keeping(_ indices: [Int]) -> Output {
    var kept = self
    kept.rows = indices.map { rows[$0] }
    kept.notes = []
    kept.timeline = nil
    kept.chart = nil
    kept.json = nil
    if case .array(let values)? = json, values.count == rows.count {
      kept.json = .array(indices.map { values[$0] })
    }
    return kept
  }

  /// The column of that name, or the only one that begins so.
  ///
  /// - Throws: `Problem` with the closest name.
  public func column(_ name: String) throws(Problem) -> Int {
    let names = columns.map(\.name)
    if let index = names.firstIndex(of: name) { return index }
    let beginning = names.indices.filter { names[$0].hasPrefix(name) }
    if beginning.count == 1 { return beginning[0] }
    var problem = Problem.unknown("column", name, among: names)
    problem.hint = problem.hint ?? "the columns are \(names.joined(separator: ", "))"
    throw problem
  }
}
