import Names
import Store
import Text

/// The names of a session's entities by how any of their words begins, in any script.
///
/// It is made when a name is first asked for, and again when the session has changed.
final class NameIndex {
  private struct Entry {
    let name: String
    let folded: String
    let isPlain: Bool
    /// How it sounds, by each way of reading it; nil until somebody asks.
    var sounds: [String]?
    let suggestion: Suggestions.Suggestion
    let handle: String
  }

  /// Names that are sounded side by side.
  private static let together = 1000

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
    let isPlain = Self.isPlain(typed)
    let sounds = Sound(typed, readings: .installed)?.spellings ?? []
    if !sounds.isEmpty { sound(unless: isPlain) }
    let found = entries.lazy.filter { entry in
      Self.hasWord(in: entry.folded, beginning: folded)
        || !(isPlain && entry.isPlain)
          && sounds.contains { start in
            entry.sounds?.contains { Self.hasWord(in: $0, beginning: start) } ?? false
          }
    }
    return found.prefix(Self.longest).map(\.suggestion)
  }

  /// Whether it is in letters of ASCII; two of those are of one script, and compare by spelling.
  private static func isPlain(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }

  /// Finds out how the names sound, which takes long for many: those in letters of ASCII only if
  /// something else was typed.
  private func sound(unless isPlain: Bool) {
    let silent = entries.indices.filter {
      entries[$0].sounds == nil && !(isPlain && entries[$0].isPlain)
    }
    let names = stride(from: 0, to: silent.count, by: Self.together).map { start in
      silent[start..<min(start + Self.together, silent.count)].map { entries[$0].name }
    }
    let sounds = Parallel.map(names) { names in
      names.map { Sound($0, readings: .installed)?.spellings ?? [] }
    }
    for (index, found) in zip(silent, sounds.joined()) { entries[index].sounds = found }
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
          name: name, folded: Folding.fold(name), isPlain: Self.isPlain(name),
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
