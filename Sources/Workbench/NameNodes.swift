import Analysis
import Names
import Reading
import Store

/// The names of a session with what lexicons, name tables and the analyst's aliases know of them.
struct NameNodes {
  private(set) var nodes: [NameNode] = []

  /// - Throws: `Problem` if a pack is broken or missing.
  init(_ uses: [NameUse], _ decisions: [Decision], _ readers: Readers) throws {
    let aliases = Self.aliases(decisions)
    for use in uses {
      let name = use.name
      let alias = aliases[Folding.fold(name.text) + "\t" + name.kind.rawValue]
      let stem = try Self.stem(use, readers)
      nodes.append(
        NameNode(
          key: NameKey(name), identity: alias ?? use.identity,
          known: name.kind == .place ? PlaceTable.installed.place(name.text) : nil, stem: stem,
          sound: Sound(
            name.text, readings: .installed, parts: name.kind == .person ? .installed : .none),
          languages: use.languages,
          mentions: use.mentions))
    }
  }

  /// Identities that the analyst's aliases give to folded names of a kind.
  private static func aliases(_ decisions: [Decision]) -> [String: String] {
    var identities: [String: String] = [:]
    for decision in decisions where decision.kind == .alias {
      guard let identity = decision.value else { continue }
      for name in decision.names {
        identities[Folding.fold(name.text) + "\t" + name.kind.rawValue] = identity
      }
    }
    return identities
  }

  /// What all cases of a name share, in the first of its languages that has cases.
  private static func stem(_ use: NameUse, _ readers: Readers) throws -> String? {
    for language in use.languages {
      if let stem = try readers.reader(for: language)?.stem(of: use.name.text) { return stem }
    }
    return nil
  }
}
