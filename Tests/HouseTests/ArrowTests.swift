import Foundation
import Testing

/// The rules of the house, read from the sources themselves.
@Suite("The house")
struct ArrowTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What each module may import; libraries outside the house stand behind `+`.
  static let arrows: [String: Set<String>] = [
    "Dates": [],
    "Text": ["FoundationEssentials", "Foundation"],
    "Facts": ["Text", "Dates"],
    "Names": ["Text", "Dispatch", "FoundationEssentials", "Glibc"],
    "Grammar": ["Names", "Text", "Dates", "FoundationEssentials"],
    "Tagging": ["Grammar", "Facts", "Text", "FoundationEssentials"],
    "Reading": ["Grammar", "Facts", "Tagging", "Text", "Dates"],
    "Loading": [
      "Facts", "Text", "Dates", "CLanguageDetection", "CFormats", "CConfinement",
      "FoundationEssentials", "Glibc", "Synchronization",
    ],
    "Store": [
      "Facts", "Text", "Dates", "GRDB", "GRDBSQLite", "Foundation", "FoundationEssentials", "Glibc",
      "Synchronization",
    ],
    "Analysis": ["Facts", "Names", "Text", "Dates", "Glibc"],
    "Workbench": [
      "Analysis", "CConfinement", "Dates", "Facts", "Grammar", "Loading", "Names", "Reading",
      "Store", "Text", "ArgumentParser", "Dispatch", "FoundationEssentials", "Glibc",
      "Synchronization",
    ],
    "Commands": ["Workbench", "Analysis", "FoundationEssentials"],
    "Terminal": ["CEditLine", "Glibc", "FoundationEssentials", "Synchronization"],
    "Registry": ["Commands", "Grammar", "Workbench"],
    "AnnalsTesting": ["Workbench", "Registry", "FoundationEssentials"],
    "annals": [
      "Commands", "Registry", "Terminal", "Workbench", "Reading", "Tagging", "ArgumentParser",
      "FoundationEssentials", "Glibc", "Synchronization",
    ],
    "Registrar": ["Foundation", "Grammar", "PackagePlugin", "Workbench"],
  ]

  /// A Swift file of the sources with the module it belongs to.
  struct Source: Sendable, CustomStringConvertible {
    let module: String
    let path: String
    let text: String
    var description: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var allowed: Set<String> {
      if path.hasPrefix("Sources/Languages/") { return ["Grammar"] }
      if path.hasPrefix("Plugins/") { return ["Workbench"] }
      return ArrowTests.arrows[module] ?? []
    }
  }

  static let sources: [Source] = ["Sources", "Plugins"].flatMap { top -> [Source] in
    let folder = root.appending(path: top)
    let paths =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") && !$0.contains("/Tests/") }.sorted().compactMap {
      path -> Source? in
      guard let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
      else { return nil }
      let parts = path.split(separator: "/")
      let module = String(parts[0] == "Languages" ? parts[1] : parts[0])
      return Source(module: module, path: "\(top)/\(path)", text: text)
    }
  }

  @Test("There are sources to read") func some() { #expect(Self.sources.count > 50) }

  @Test("A module imports only what its arrows allow", arguments: sources)
  func imports(_ source: Source) {
    for line in source.lines {
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"),
        words[..<index].allSatisfy({
          ["public", "package", "internal", "@_exported", "@testable"].contains($0)
        }), index + 1 < words.count
      else { continue }
      let imported = words[index + 1]
      #expect(source.allowed.contains(imported), "\(source.path): import \(imported)")
    }
  }

  @Test("Only the executable prints", arguments: sources.filter { $0.module != "annals" })
  func printing(_ source: Source) {
    let lines = source.lines.filter { !$0.isComment && $0.contains("print(") }
    #expect(lines.isEmpty, "\(source.path): \(lines.first ?? "")")
  }

  @Test("Nothing traps on purpose", arguments: sources)
  func traps(_ source: Source) {
    for (index, line) in source.lines.enumerated() where !line.isComment {
      let found = ["try!", "as!", "fatalError(", "preconditionFailure(", "unsafeBitCast"].filter {
        line.contains($0)
      }
      #expect(found.isEmpty, "\(source.path):\(index + 1): \(found)")
      #expect(!line.forcesUnwrap, "\(source.path):\(index + 1): a forced unwrap")
    }
  }

  @Test("Unchecked promises to the compiler give their reason", arguments: sources)
  func safety(_ source: Source) {
    let promises = ["@unchecked Sendable", "nonisolated(unsafe)"]
    let lines = source.lines
    for (index, line) in lines.enumerated() where !line.isComment {
      guard promises.contains(where: { line.contains($0) }) else { continue }
      let above = lines[max(0, index - 4)..<index]
      #expect(above.contains { $0.contains("// SAFETY:") }, "\(source.path):\(index + 1)")
    }
  }

  @Test("Every file says in one sentence what it is for", arguments: sources)
  func purpose(_ source: Source) {
    let hasPurpose =
      source.lines.contains { $0.contains("/// ") }
      || source.lines.contains {
        $0.hasPrefix("extension ") || $0.hasPrefix("// ")
      }
    #expect(hasPurpose, "\(source.path) has no sentence of purpose")
  }

  @Test("No source is long", arguments: sources)
  func length(_ source: Source) {
    #expect(source.lines.count <= 350, "\(source.path) has \(source.lines.count) lines")
  }
}

extension Substring {
  var isComment: Bool { drop { $0 == " " }.hasPrefix("//") }

  /// A `!` behind a name, bracket or parenthesis that is neither `!=` nor inside a string.
  var forcesUnwrap: Bool {
    var isInString = false
    var previous: Character = " "
    let characters = Array(self)
    for (index, character) in characters.enumerated() {
      if character == "\"", previous != "\\" { isInString.toggle() }
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let follows = previous.isLetter || previous.isNumber || ")]_".contains(previous)
      if character == "!", !isInString, follows, next != "=" { return true }
      previous = character
    }
    return false
  }
}
