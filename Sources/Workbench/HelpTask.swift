/// What an analyst is about when a command helps; `help` lists commands by it.
public enum HelpTask: String, CaseIterable, Sendable {
  /// Bring articles in, and set right what is known of them.
  case load
  /// Ask who, what, when and according to whom.
  case ask
  /// Work on what another command found.
  case results
  /// Rule on what was found, and remark on it.
  case rule
  /// Keep, replay and hand on.
  case keep
  /// The session and the shell.
  case session

  public var summary: String {
    switch self {
    case .load: "bring articles in, and set right what is known of them"
    case .ask: "who, what, when, according to whom, and where reports differ"
    case .results: "work on what another command found"
    case .rule: "rule on what was found, and remark on it"
    case .keep: "keep, replay and hand on"
    case .session: "the session and the shell"
    }
  }
}
