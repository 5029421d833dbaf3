import FoundationEssentials

/// Files and folders that a path which is being typed can go on to.
struct FileSuggestions {
  /// Relative paths are taken from here.
  let folder: String

  /// Paths that begin as `typed` does, quoted where they must be; folders end in `/`.
  ///
  /// Hidden ones are offered only to who types the dot.
  func matches(_ typed: String) -> [Suggestions.Suggestion] {
    let slash = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let parent = String(typed[..<slash])
    let beginning = typed[slash...]
    let manager = FileManager.default
    let place = absolute(parent)
    let entries = (try? manager.contentsOfDirectory(atPath: place)) ?? []
    return entries.sorted().filter { entry in
      entry.hasPrefix(beginning) && (beginning.hasPrefix(".") || !entry.hasPrefix("."))
    }.map { entry in
      var isFolder = false
      _ = manager.fileExists(atPath: place + "/" + entry, isDirectory: &isFolder)
      return suggestion(parent + entry, isFolder: isFolder)
    }
  }

  private func absolute(_ parent: String) -> String {
    if parent.hasPrefix("/") { return parent }
    if parent.hasPrefix("~/"), let home = ProcessInfo.processInfo.environment["HOME"] {
      return home + parent.dropFirst(1)
    }
    return parent.isEmpty ? folder : folder + "/" + parent
  }

  /// A quoted folder is left open, so that one can go on typing.
  private func suggestion(_ path: String, isFolder: Bool) -> Suggestions.Suggestion {
    guard isFolder else { return Suggestions.Suggestion(Words.quoted(path)) }
    let quoted = Words.quoted(path + "/")
    return Suggestions.Suggestion(quoted.hasSuffix("\"") ? String(quoted.dropLast()) : quoted)
  }
}
