import Names
import Store
import Text

/// The names of a session's entities by how any of their words begins, in any script.
///
/// It is made when a name is first asked for, and again when the session has changed.
final class NameIndex {
  private struct Entry {
    let folded: String
    /// How it sounds, by each way of reading it.
    let sounds: [String]
    let suggestion: Suggestions.Suggestion
    let handle: String
  }

  /// Names that are suggested at the most.
  private static let longest = 200

  private var entries: [Entry] = []
  private var revision = -1

  /// The names whose words begin as `typed` does, by spelling or, from another script, by sound.
  ///
  /// `E` and a number finds entities by their handles.
  func matches(_ typed: String, in session: Session) -> [Suggestions.Suggestion] {
    refresh(session)
    if typed.hasPrefix("E"), typed.dropFirst().allSatisfy(\.isNumber), typed.utf8.count > 1 {
      return handles(typed)
    }
    let folded = Folding.fold(typed)
    let sounds = Sound(typed, readings: .installed)?.spellings ?? []
    let found = entries.lazy.filter { entry in
      Self.hasWord(in: entry.folded, beginning: folded)
        || sounds.contains { start in
          entry.sounds.contains { Self.hasWord(in: $0, beginning: start) }
        }
    }
    return found.prefix(Self.longest).map(\.suggestion)
  }

  private func handles(_ typed: String) -> [Suggestions.Suggestion] {
    var seen: Set<String> = []
    return entries.filter { $0.handle.hasPrefix(typed) && seen.insert($0.handle).inserted }
      .prefix(Self.longest).map { Suggestions.Suggestion($0.handle, $0.suggestion.text) }
  }

  private func refresh(_ session: Session) {
    guard revision != session.revision else { return }
    revision = session.revision
    let entities = ((try? session.store.entities()) ?? []).filter { !$0.cluster.isDropped }
    entries = entities.flatMap { entity -> [Entry] in
      let names = Set([entity.name] + entity.cluster.members.map(\.name.text)).sorted()
      let handle = Handle(.entity, entity.id).description
      return names.map { name in
        let about = name == entity.name ? entity.kind.rawValue : entity.name
        return Entry(
          folded: Folding.fold(name),
          sounds: Sound(name, readings: .installed)?.spellings ?? [],
          suggestion: Suggestions.Suggestion(Words.quoted(name), "\(handle) \(about)"),
          handle: handle)
      }
    }
  }

  /// Whether a word of `name` begins as `typed` does, whatever the case and the marks.
  static func begins(_ name: String, _ typed: String) -> Bool {
    hasWord(in: Folding.fold(name), beginning: Folding.fold(typed))
  }

  private static func hasWord(in name: String, beginning start: String) -> Bool {
    if name.hasPrefix(start) { return true }
    var rest = name[...]
    while let blank = rest.firstIndex(where: { $0 == " " || $0 == "-" || $0 == "·" }) {
      rest = rest[rest.index(after: blank)...]
      if rest.hasPrefix(start) { return true }
    }
    return false
  }
}
