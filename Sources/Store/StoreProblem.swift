import GRDB

/// Why a session file cannot be opened, read or written, and what to try.
public struct StoreProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, in lower case and without a full stop.
  public let summary: String
  public let hint: String?
  public let kind: Kind

  public enum Kind: Sendable {
    /// The file is no session, or not one of ours to open.
    case unreadable
    /// Another program holds the session.
    case busy
    /// Disk full, no permission, or a damaged file.
    case failed
    /// The caller stopped it.
    case interrupted
  }

  public init(_ summary: String, hint: String? = nil, kind: Kind = .failed) {
    self.summary = summary
    self.hint = hint
    self.kind = kind
  }

  public var description: String { hint.map { "\(summary); \($0)" } ?? summary }

  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_NOTADB:
      self.init(
        "the file is not a session", hint: "name another file for a new session", kind: .unreadable)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        "another annals is writing to this session", hint: "end it, or try again", kind: .busy)
    case .SQLITE_FULL:
      self.init("the disk is full", hint: "what was loaded before is kept; make room, load again")
    case .SQLITE_IOERR:
      self.init(
        "the session's file cannot be written further",
        hint: "what was loaded before is kept; make room or lift the limit, load again")
    case .SQLITE_READONLY, .SQLITE_PERM:
      self.init("the session cannot be written", hint: "change its permissions, or save a copy")
    case .SQLITE_CORRUPT: self = .damaged
    case .SQLITE_INTERRUPT, .SQLITE_ABORT:
      self.init("interrupted", kind: .interrupted)
    default:
      self.init("the session cannot be used: \(error.message ?? error.resultCode.description)")
    }
  }

  static let damaged = StoreProblem(
    "the session file is damaged", hint: "see session check", kind: .unreadable)

  init(_ error: any Error) {
    switch error {
    case let problem as StoreProblem: self = problem
    case let error as DatabaseError: self.init(error)
    case is RowDecodingError: self = .damaged
    default: self.init("the session cannot be used: \(error)")
    }
  }
}
