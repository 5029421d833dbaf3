import Foundation
import Grammar
import Registry
import Testing
import Workbench

extension URL {
  fileprivate var isFolder: Bool {
    (try? resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }
}

/// The two lists of Package.swift against the folders.
@Suite("Languages and plugins")
struct ListTests {
  private func folders(below path: String) throws -> [String] {
    let folder = ArrowTests.root.appending(path: path)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") && folder.appending(path: $0).isFolder }.sorted()
  }

  @Test("Every language folder is registered, and no other")
  func languages() throws {
    #expect(
      try folders(below: "Sources/Languages") == Catalog.registered.packs.map(\.name).sorted())
  }

  /// A folder without sources holds scripts that run beside annals.
  @Test("Every plugin folder is registered, and no other")
  func plugins() throws {
    let registered = Catalog.registered.plugins.map { $0.name }.sorted()
    let plugins = try folders(below: "Plugins").filter { name in
      try folders(below: "Plugins/\(name)").contains("Sources")
    }
    #expect(plugins == registered)
  }

  @Test("Every pack compiles", arguments: Catalog.registered.packs.map(\.code))
  func packs(_ code: String) throws {
    #expect(try Readers(Catalog.registered.packs).reader(for: code) != nil)
  }
}
