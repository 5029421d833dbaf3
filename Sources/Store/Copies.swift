import GRDB

/// Whole sessions copied into and out of this one.
extension SessionStore {
  /// A copy in memory of the session in the file at `path`, brought up to date; the file stays as it is.
  ///
  /// - Throws: `StoreProblem` if there is none, or it is none of ours.
  public static func copy(of path: String, searchText: @escaping SearchText) throws(StoreProblem)
    -> SessionStore
  {
    let copy = try inMemory(searchText: searchText)
    try copy.restore(from: path)
    return copy
  }

  /// Makes this session what the file at `path` holds.
  ///
  /// - Throws: `StoreProblem` if there is none, or it is none of ours; nothing has changed then.
  public func restore(from path: String) throws(StoreProblem) {
    guard try !SessionFile.isMissing(path) else {
      throw StoreProblem("no session at \(path)", kind: .unreadable)
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let source = try DatabaseQueue(path: SessionFile.plain(path), configuration: configuration)
      try source.read(Schema.refuseForeign)
      try source.backup(to: queue)
      try Schema.open(queue, isNew: false)
    } catch {
      throw StoreProblem(error)
    }
  }

  /// A copy of this session in memory.
  public func copy() throws(StoreProblem) -> SessionStore {
    let copy = try Self.inMemory(searchText: searchText)
    try copy.restore(from: self)
    return copy
  }

  /// Makes this session what another one is.
  public func restore(from other: SessionStore) throws(StoreProblem) {
    do { try other.queue.backup(to: queue) } catch { throw StoreProblem(error) }
  }

  /// The session's file; nil for one in memory.
  public var path: String? { queue.path == ":memory:" ? nil : queue.path }
}
