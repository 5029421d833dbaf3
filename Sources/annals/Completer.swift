import Terminal
import Workbench

/// What Tab offers at the prompt.
struct Completer {
  private let suggestions: Suggestions

  init(_ session: Session) { suggestions = Suggestions(session) }

  func complete(_ before: String) -> Completion {
    let (word, all) = suggestions.suggestions(for: before)
    return Completion(
      prefix: word, candidates: all.map { Completion.Candidate($0.text, $0.summary) })
  }
}
