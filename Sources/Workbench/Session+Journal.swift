import Store

/// The journal, taking steps back, notes, tags and the state of the whole.
extension Session {
  public func history() throws -> [(number: Int, line: String, status: String)] {
    try store.journal().map { ($0.number, $0.line, $0.status) }
  }

  /// Takes back the last step.
  ///
  /// - Throws: `Problem` if nothing is left to take back.
  public func undo() throws -> String {
    guard let undone = try store.undo() else { throw Problem("nothing to undo") }
    try readAgain(undone.restored)
    if try !readAliasesAgain() { try resolve() }
    return "undone: " + undone.line
  }

  public struct Note: Sendable {
    public let handle: Handle
    public let text: String
  }

  public func notes(on reference: String?) throws -> [Note] {
    try store.notes(on: try reference.map { try target($0) }).map {
      Note(handle: Handle($0.target), text: $0.text)
    }
  }

  public func note(_ text: String, on reference: String) throws -> String {
    let target = try target(reference)
    _ = try store.addNote(text, on: target)
    return "\(Handle(target)): \(text)"
  }

  public func tag(_ tag: String, _ references: [String], off: Bool) throws -> String {
    let targets = try references.map { try target($0) }
    for target in targets {
      if off { try store.removeTag(tag, from: target) } else { try store.addTag(tag, to: target) }
    }
    let tagged = try store.tags()[tag] ?? []
    return ([tag + ":"] + tagged.sorted().map { Handle($0).description }).joined(separator: " ")
  }

  /// The row that a handle or a name stands for.
  ///
  /// - Throws: `Problem` if there is no such row.
  func target(_ reference: String) throws -> Target {
    guard let handle = Handle(reference) else {
      if let id = try store.documentID(named: reference) { return Target(.document, id) }
      return Target(.entity, try entity(reference).id)
    }
    let exists =
      switch handle.kind {
      case .document: try store.record(handle.number) != nil
      case .entity: try store.entity(handle.number) != nil
      case .event: try store.event(handle.number) != nil
      case .quote: try store.quote(handle.number) != nil
      case .time: try store.time(handle.number) != nil
      }
    guard exists else { throw Problem("no row \(reference)", at: reference) }
    return Target(handle)
  }

  public func counts() throws -> [[Output.Cell]] {
    try store.counts().map { [.text($0.name), .number($0.count)] }
  }

  /// What is wrong with the session, or one line that says that nothing is.
  public func check() throws -> [String] {
    let findings = try store.check()
    return findings.isEmpty ? ["everything is whole"] : findings
  }

  /// Copies the session into a new file.
  public func save(to path: String) throws -> String {
    try store.snapshot(to: files.writing(path))
    return "saved in \(path)"
  }
}

extension Handle {
  init(_ target: Target) {
    let kinds: [Target.Kind: Kind] = [
      .document: .document, .entity: .entity, .event: .event, .quote: .quote, .time: .time,
    ]
    self.init(kinds[target.kind] ?? .document, target.id)
  }
}

extension Target {
  init(_ handle: Handle) {
    let kinds: [Handle.Kind: Kind] = [
      .document: .document, .entity: .entity, .event: .event, .quote: .quote, .time: .time,
    ]
    self.init(kinds[handle.kind] ?? .document, handle.number)
  }
}
