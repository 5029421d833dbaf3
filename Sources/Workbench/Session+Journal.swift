import FoundationEssentials
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
    try setUndone(try undoneLines() + [undone.line])
    return "undone: " + undone.line
  }

  /// Does again what was taken back last: the same command line, on the session as it is now.
  ///
  /// - Throws: `Problem` if nothing was taken back since the last change.
  public func redo() throws -> Output {
    var undone = try undoneLines()
    guard let line = undone.popLast() else { throw Problem("nothing to redo") }
    let steps = try statement(line).stages.map { stage throws(Problem) in try step(stage) }
    let output = try carryOut(steps, line: line)
    try setUndone(undone)
    return .text(["redone: " + line] + output.plainLines)
  }

  private static let undoneKey = "undone"

  /// Command lines that were taken back, the last one last.
  private func undoneLines() throws -> [String] {
    let kept = try store.setting(Self.undoneKey) ?? ""
    return kept.split(separator: "\u{1F}").map(String.init)
  }

  private func setUndone(_ lines: [String]) throws {
    try store.setSetting(
      Self.undoneKey, to: lines.isEmpty ? nil : lines.joined(separator: "\u{1F}"))
  }

  func forgetUndone() throws { try setUndone([]) }

  /// Whether the journal is as it was written, and the hash that seals all of it.
  public func verify() throws -> [String] {
    let entries = try store.journal()
    let broken = try store.brokenSeals(Self.seal)
    guard broken.isEmpty else {
      return broken.prefix(10).map { "command \($0) or one before it was changed" }
    }
    let unsealed = entries.prefix { $0.hash == nil }.count
    return ["the journal is whole: \(counted(entries.count, "command"))"]
      + (unsealed > 0 ? ["not sealed: the first \(unsealed)"] : [])
      + (entries.last?.hash.map { ["sealed by \($0)"] } ?? [])
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

  /// Sessions that are kept where those without a path are; the open one is marked.
  public func sessionList() throws -> Output {
    guard let sessionFolder else { return .table(["session", "open"], []) }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: sessionFolder)) ?? []
    let names = files.filter { $0.hasSuffix(".session") }.sorted()
    return .table(
      ["session", "open"],
      names.map { [.text($0), .text(store.path == sessionFolder + "/" + $0 ? "open" : "")] })
  }

  /// Ends this session and has another one opened: a path, or the name of one that `list` shows.
  ///
  /// - Parameter isNew: there must be none of that name yet; else there must be one.
  public func leave(for name: String, isNew: Bool) throws -> String {
    guard !isConfined else { throw Problem("another session opens only at the prompt", at: name) }
    var path = try files.reading(name)
    if let sessionFolder, !name.contains("/") {
      let file = name.hasSuffix(".session") ? name : name + ".session"
      let isHere = FileManager.default.fileExists(atPath: path)
      if isNew || !isHere { path = sessionFolder + "/" + file }
    }
    let isThere = FileManager.default.fileExists(atPath: path)
    guard isThere != isNew else {
      throw Problem(
        isNew ? "there is a session \(name)" : "no session \(name)", at: name,
        hint: isNew ? "session open \(name) opens it" : "session list shows them")
    }
    next = path
    isOver = true
    return isNew ? "new session \(path)" : "opening \(path)"
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
