import FoundationEssentials
import Terminal
import Workbench

/// What Tab offers: commands, options, values, entities, documents and files.
struct Completer {
  private let session: Session

  init(_ session: Session) { self.session = session }

  func complete(_ before: String) -> Completion {
    let start = before.lastIndex(of: " ").map { before.index(after: $0) } ?? before.startIndex
    let prefix = String(before[start...])
    let words = before[..<start].split(separator: " ").map(String.init)
    guard let name = words.first else {
      return matching(prefix, session.catalog.commands.map { $0.name })
    }
    guard let command = try? session.catalog.command(name) else {
      return Completion(prefix: prefix, candidates: [])
    }
    let declaration = Declaration(of: command)
    if prefix.hasPrefix("--") { return matching(prefix, declaration.options) }
    if let option = declaration.arguments.first(where: { $0.name == words.last }), option.isOption {
      return matching(prefix, values(of: option, prefix))
    }
    if name == "help" { return matching(prefix, session.catalog.commands.map { $0.name }) }
    let values = declaration.arguments.filter { !$0.isOption }.flatMap { $0.values }
    let isFile = command.effects.contains(.readsFiles) || command.effects.contains(.writesFiles)
    return matching(prefix, values + (isFile ? files(prefix) : names(prefix)))
  }

  private func values(of option: Declaration.Argument, _ prefix: String) -> [String] {
    switch option.name {
    case "--lang": session.readers.languages
    case "--source": sources()
    case "--output": files(prefix)
    case "--docs": (try? session.documents().map(\.handle.description)) ?? []
    case "--about", "--by", "--between": names(prefix)
    default: option.values
    }
  }

  private func sources() -> [String] {
    let documents = (try? session.documents()) ?? []
    return Set(documents.compactMap(\.source)).sorted().map(Words.quoted)
  }

  /// Entities by any of their names; a name in another script is found by its Latin beginning.
  private func names(_ prefix: String) -> [String] {
    let entities = (try? session.entities()) ?? []
    let handles = entities.map(\.handle.description)
    let documents = (try? session.documents().map(\.handle.description)) ?? []
    let texts = entities.flatMap { [$0.name] + $0.names.map(\.text) }
    return handles + documents + Set(texts).sorted().map(Words.quoted)
  }

  private func files(_ prefix: String) -> [String] {
    let slash = prefix.lastIndex(of: "/").map { prefix.index(after: $0) } ?? prefix.startIndex
    let folder = String(prefix[..<slash])
    let path = folder.isEmpty ? WorkingFolder.path : folder
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return entries.filter { !$0.hasPrefix(".") }.sorted().map { folder + $0 }
  }

  private func matching(_ prefix: String, _ words: [String]) -> Completion {
    let folded = prefix.lowercased()
    let found = words.filter { $0.lowercased().hasPrefix(folded) }
    return Completion(prefix: prefix, candidates: Array(Set(found)).sorted())
  }
}
