import Analysis
import Names
import Reading
import Store

/// The names of a session with what lexicons, name tables and the analyst's aliases know of them.
struct NameNodes {
  let nodes: [NameNode]

  /// - Throws: `Problem` if a pack is broken or missing.
  init(_ uses: [NameUse], _ decisions: [Decision], _ readers: Readers) throws {
    let aliases = Self.aliases(decisions)
    let languages = Set(uses.flatMap(\.languages)).sorted()
    let compiled = try languages.map { ($0, try readers.reader(for: $0)) }
    let readerOf = Dictionary(compiled) { first, _ in first }.compactMapValues { $0 }
    let width = 64
    let parts = Array(stride(from: 0, to: uses.count, by: width))
    nodes = Parallel.map(parts) { start in
      uses[start..<min(start + width, uses.count)].map { use in
        Self.node(use, aliases, readerOf)
      }
    }.flatMap { $0 }
  }

  private static func node(
    _ use: NameUse, _ aliases: [String: String], _ readers: [String: Reader]
  ) -> NameNode {
    let name = use.name
    let alias =
      aliases.isEmpty ? nil : aliases[Folding.fold(name.text) + "\t" + name.kind.rawValue]
    return NameNode(
      key: NameKey(name), identity: alias ?? use.identity,
      known: name.kind == .place ? PlaceTable.installed.place(name.text) : nil,
      stem: stem(use, readers),
      sound: Sound(
        name.text, readings: .installed, parts: name.kind == .person ? .installed : .none),
      languages: use.languages,
      mentions: use.mentions)
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
  private static func stem(_ use: NameUse, _ readers: [String: Reader]) -> String? {
    for language in use.languages {
      if let stem = readers[language]?.stem(of: use.name.text) { return stem }
    }
    return nil
  }
}
